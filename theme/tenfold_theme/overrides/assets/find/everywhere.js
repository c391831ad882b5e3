// On every page: the search box of the header, and what is alike and what differs from the reader's own setting.
// What search needs is fetched when somebody goes to the box, not before.

import { cases, el, part, settled } from "./dom.js";
import { at } from "./place.js";

const SHOWN = 5;
const MOST_SHELVES = 2;
const OPENING = 80; // milliseconds in which a panel that opens becomes known to a screen reader

/** @typedef {import("./words.js").PageData} PageData */

class HeaderSearch {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.root = form.dataset["root"] ?? "./";
    /** @type {HTMLInputElement} */
    this.input = part(form, "input");
    this.panel = part(form, ".found");
    this.status = part(form, ".found-status");
    this.list = part(form, "ul");
    this.asked = "";
    this.telling = 0;
    this.left = false; // by Escape, until somebody types again
    /** @type {Promise<{words: import("./words.js").Words, passage: typeof import("./words.js").passage, searched: typeof import("./words.js").searched, meaning: typeof import("./meaning.js"), table: import("./table.js").Table}> | null} */
    this.loading = null;
    const search = settled(() => this.search(), 180);
    this.input.addEventListener("focus", () => this.words().catch(() => {}));
    this.input.addEventListener("input", () => {
      this.left = false;
      search();
    });
    form.addEventListener("keydown", (event) => this.key(event));
    form.addEventListener("focusout", (event) => {
      if (!(event.relatedTarget instanceof Node) || !form.contains(event.relatedTarget)) this.close();
    });
    // A press inside the panel must not close it before it is a click.
    this.panel.addEventListener("mousedown", (event) => event.preventDefault());
    addEventListener("keydown", (event) => this.slash(event));
  }

  words() {
    this.loading ??= this.load();
    this.loading.catch(() => { this.loading = null; });
    return this.loading;
  }

  async load() {
    const [{ Words, passage, searched }, meaning, { loadTable }] = await Promise.all([import("./words.js"), import("./meaning.js"), import("./table.js")]);
    const words = new Words(this.root);
    const [table] = await Promise.all([loadTable(this.root), words.ready()]);
    return { words, passage, searched, meaning, table };
  }

  async search() {
    const typed = this.input.value.trim();
    this.asked = typed;
    if (typed.length < 2 || this.left) return this.close();
    try {
      const { words, passage, searched, meaning, table } = await this.words();
      if (!searched(typed).length) return this.close();
      const { text, changed } = await words.spelt(typed, meaning.meanings(typed, table));
      const answer = await words.search(text);
      const pages = await Promise.all(answer.results.slice(0, SHOWN).map((result) => words.page(result)));
      if (this.left || this.asked !== typed || !this.form.contains(document.activeElement)) return;
      const meant = meaning.meantBy(text, table).slice(0, MOST_SHELVES);
      const shelves = meant.map((hint) => this.shelf(hint, table)).filter(({ address }) => !pages.some(({ url }) => url.endsWith(address)));
      this.list.replaceChildren(...shelves.map(({ item }) => item), ...pages.map((page) => this.result(page, passage(page))), this.all(typed));
      const known = meaning.meanings(text, table);
      this.say({ ...answer, unknown: answer.unknown.filter((word) => !known.has(word)) }, pages.length, shelves.length, changed);
    } catch {
      if (this.asked === typed && !this.left) this.broken(typed);
    }
    return undefined;
  }

  /**
   * The page of all case studies about what the words mean, whether or not it says them.
   * @param {import("./hints.js").Hint} hint
   * @param {import("./table.js").Table} table
   */
  shelf({ facet, word, label }, table) {
    const address = `browse/${facet}/${word.replaceAll("_", "-")}/`;
    const about = table.facets.get(facet)?.label ?? facet;
    const number = cases(table.positionsIn(table.under(facet, [word])).length);
    const item = el("li", { class: "shelf-found" }, el("a", { href: at(this.root, address) },
      el("small", {}, `Case studies by ${about.toLowerCase()}`), el("b", {}, label), el("span", { class: "passage" }, number)));
    return { address, item };
  }

  /**
   * @param {import("./words.js").Answer} answer
   * @param {number} shown pages
   * @param {number} shelves lists of case studies shown before them
   * @param {[string, string][]} changed words that were read as others
   */
  say(answer, shown, shelves, changed) {
    const unknown = answer.unknown.map((word) => `“${word.slice(0, 40)}”`).join(" and ");
    const missing = unknown ? ` Nobody here writes ${unknown}.` : "";
    const some = answer.partial ? " No page has all of these words; these have some." : "";
    const more = answer.results.length > shown ? `The first ${shown} of ${answer.results.length} pages.` : `${shown} ${shown === 1 ? "page" : "pages"}.`;
    const read = changed.map(([word, other]) => ` “${word.slice(0, 40)}” was read as “${other}”.`).join("");
    const lists = shelves ? `${shelves} ${shelves === 1 ? "list" : "lists"} of case studies. ` : "";
    if (shown) this.tell(`${lists}${more}${read}${some}${missing}`);
    else this.tell(shelves ? `${lists.trim()}${read}${missing}` : `No page found.${missing}${read} Try another word, or browse.`);
  }

  /**
   * Say something in the panel. A screen reader hears of what changes in a region that is there already: so the panel opens
   * first, and the words follow.
   * @param {string} text
   */
  tell(text) {
    const wait = this.panel.hidden ? OPENING : 0;
    this.open();
    clearTimeout(this.telling);
    this.telling = window.setTimeout(() => { this.status.textContent = text; }, wait);
  }

  /** @param {PageData} page @param {import("./words.js").Passage} found */
  result(page, found) {
    const address = at(this.root, `${page.url.replace(/^\//, "")}${found.anchor ? `#${found.anchor}` : ""}`);
    const where = page.meta["where"] ? `${page.meta["kind"]}: ${page.meta["where"]}` : (page.meta["kind"] ?? "Page");
    const title = found.title && found.title !== page.meta["title"] ? [el("span", { class: "section" }, found.title)] : [];
    const text = found.pieces.flatMap(({ text, marked }) => [marked ? el("mark", {}, text) : text, " "]);
    return el("li", {}, el("a", { href: address },
      el("small", {}, where), el("b", {}, page.meta["title"] ?? page.url, ...title), el("span", { class: "passage" }, ...text)));
  }

  /** @param {string} text */
  all(text) {
    const address = at(this.root, `find/?q=${encodeURIComponent(text)}`);
    return el("li", { class: "all-found" }, el("a", { href: address }, "Look in the case studies, with filters"));
  }

  /** @param {string} text */
  broken(text) {
    this.tell("Search could not be loaded here. You can browse instead:");
    const ways = [["find/", "the filters"], ["browse/", "by setting or situation"], ["features/", "the ten features"], ["glossary/", "the glossary"]];
    this.list.replaceChildren(...ways.map(([address, name]) => el("li", {}, el("a", { href: at(this.root, address ?? "") }, name ?? text))));
  }

  open() { this.panel.hidden = false; }
  close() {
    clearTimeout(this.telling);
    this.panel.hidden = true;
    this.status.textContent = "";
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key === "Escape") {
      this.left = true;
      if (this.panel.hidden) return;
      event.preventDefault();
      this.close();
      this.input.focus();
      return;
    }
    if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || this.panel.hidden) return;
    const stops = [this.input, ...this.list.querySelectorAll("a")];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    event.preventDefault();
    next?.focus();
  }

  /** @param {KeyboardEvent} event */
  slash(event) {
    const typing = event.target instanceof HTMLElement && event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
    // Whoever steers by speech may turn the key off: it is set on the page "My setting".
    if (event.key !== "/" || typing || kept("tenfold.slash") === "off" || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.input.focus();
    this.input.select();
  }
}

/** What is alike and what differs, on cards and on the page of a case study; for readers who said what their setting is. */
async function likenesses() {
  const places = [...document.querySelectorAll(".could-be-you[data-case], .tenfold > :not(.finder) .case[data-case]")];
  const form = document.querySelector(".seek[data-root]");
  if (!(form instanceof HTMLElement) || !kept("tenfold.setting") || !places.length) return;
  const [{ mySetting, likenessLine }, { loadTable }] = await Promise.all([import("./setting.js"), import("./table.js")]);
  const setting = mySetting();
  if (!setting) return;
  const table = await loadTable(form.dataset["root"] ?? "./");
  for (const place of places) {
    if (!(place instanceof HTMLElement)) continue;
    const position = table.positions.get(place.dataset["case"] ?? "");
    const line = position === undefined ? null : likenessLine(setting, table, position, place.dataset["had"]);
    if (line) (place.querySelector(".tags") ?? place.querySelector("h2"))?.after(line);
  }
}

/** @param {string} key */
function kept(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

for (const form of document.querySelectorAll("form.seek[data-root]")) {
  if (form instanceof HTMLFormElement) new HeaderSearch(form);
}
likenesses().catch(() => { /* the page says what it says without them */ });
