// On every page: the search box of the header, and what is alike and what differs from the reader's own setting.
// What search needs is fetched when somebody goes to the box, not before.

import { cases, el, listed, part, settled } from "./dom.js";
import { at, fetchJson } from "./place.js";

const SHOWN = 5;
const MOST_SHELVES = 2;
const GLOSSARY = "glossary/";
const OPENING = 80; // milliseconds in which a panel that opens becomes known to a screen reader

/** @typedef {import("./words.js").PageData} PageData */
/** @typedef {import("./glossary.js").Meaning} Meaning */
/** @typedef {{facets: Map<string, {label: string, words: Map<string, {label: string, also: string[], number: number}>}>}} KnownFilters What the filters are called, and how many case studies are under each. */

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
    /** @type {Promise<{words: import("./words.js").Words, passage: typeof import("./words.js").passage, searched: typeof import("./words.js").searched, hints: typeof import("./hints.js"), filters: KnownFilters}> | null} */
    this.loading = null;
    /** @type {Promise<import("./glossary.js").Glossary> | null} */
    this.explaining = null;
    const search = settled(() => this.search(), 180);
    this.input.addEventListener("focus", () => {
      this.glossary().then((glossary) => glossary.ready()).catch(() => {});
      this.words().catch(() => {});
    });
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

  glossary() {
    this.explaining ??= import("./glossary.js").then(({ Glossary }) => new Glossary(this.root));
    this.explaining.catch(() => { this.explaining = null; });
    return this.explaining;
  }

  /** @param {string} text @returns {Promise<Meaning[]>} none where the glossary did not get here: search goes on without it */
  explained(text) {
    return this.glossary().then((glossary) => glossary.meanings(text)).catch(() => []);
  }

  async load() {
    const [{ Words, passage, searched }, hints] = await Promise.all([import("./words.js"), import("./hints.js")]);
    const words = new Words(this.root);
    const [filters] = await Promise.all([fetchJson(this.root, "find/filters.json"), words.ready()]);
    return { words, passage, searched, hints, filters: knownFilters(filters) };
  }

  async search() {
    const typed = this.input.value.trim();
    this.asked = typed;
    if (typed.length < 2 || this.left) return this.close();
    const meant = await this.explained(typed);
    if (this.over(typed)) return undefined;
    if (this.panel.hidden) this.explain(meant);
    try {
      await this.find(typed, meant);
    } catch {
      if (!this.over(typed)) this.broken(typed, meant);
    }
    return undefined;
  }

  /**
   * Whether nobody waits any more for what was asked.
   * @param {string} typed
   */
  over(typed) {
    return this.left || this.asked !== typed || !this.form.contains(document.activeElement);
  }

  /**
   * What a term means is there long before the pages are that are about it.
   * @param {Meaning[]} meant
   */
  explain(meant) {
    if (!meant.length) return;
    this.list.replaceChildren(...meant.map((meaning) => this.meaning(meaning)));
    this.tell(`${first(meant)} Looking for pages…`);
  }

  /**
   * @param {string} typed
   * @param {Meaning[]} asTyped what the glossary says of it as it was typed
   */
  async find(typed, asTyped) {
    const { words, passage, searched, hints, filters } = await this.words();
    if (!searched(typed).length) return this.close();
    const right = asTyped.length ? new Set(searched(typed)) : hints.meanings(typed, filters);
    const { text, changed } = await words.spelt(typed, right);
    const meant = changed.length ? await this.explained(text) : asTyped;
    const answer = await words.search(meant.length ? (await this.glossary()).subject(text) : text);
    const found = await Promise.all(answer.results.slice(0, SHOWN).map((result) => words.page(result)));
    if (this.over(typed)) return undefined;
    const pages = found.filter(({ url }) => !meant.length || url !== `/${GLOSSARY}`);
    const situations = hints.meantBy(text, filters).slice(0, MOST_SHELVES);
    const shelves = situations.map((hint) => this.shelf(hint, filters)).filter(({ address }) => !pages.some(({ url }) => url.endsWith(address)));
    this.draw(meant, ...shelves.map(({ item }) => item), ...pages.map((page) => this.result(page, passage(page))), this.all(typed));
    const unknown = meant.length ? [] : answer.unknown.filter((word) => !hints.meanings(text, filters).has(word));
    const others = answer.results.slice(found.length - pages.length);
    this.say({ ...answer, unknown, results: others }, pages.length, shelves.length, changed, meant);
    return undefined;
  }

  /**
   * Show what was found. Meanings that stand there already stay, and with them the place of whoever is reading them.
   * @param {Meaning[]} meant
   * @param {...HTMLElement} others
   */
  draw(meant, ...others) {
    const there = new Map([...this.list.querySelectorAll("[data-term]")].map((item) => [item.getAttribute("data-term"), item]));
    const stay = meant.map((meaning) => there.get(meaning.id) ?? this.meaning(meaning));
    for (const item of [...this.list.children]) if (!stay.includes(item)) item.remove();
    this.list.append(...stay.filter((item) => !item.isConnected), ...others);
  }

  /**
   * What a term means, with the way to its place in the glossary.
   * @param {Meaning} meaning
   */
  meaning({ id, name, means, from }) {
    return el("li", { "data-term": id }, el("a", { href: at(this.root, `${GLOSSARY}#${id}`) },
      el("small", {}, from ? `Glossary. ${from}` : "Glossary"), el("b", {}, name), el("span", { class: "meaning" }, means)));
  }

  /**
   * The page of all case studies about what the words mean, whether or not it says them.
   * @param {import("./hints.js").Hint} hint
   * @param {KnownFilters} filters
   */
  shelf({ facet, word, label }, { facets }) {
    const address = `browse/${facet}/${word.replaceAll("_", "-")}/`;
    const about = facets.get(facet)?.label ?? facet;
    const number = cases(facets.get(facet)?.words.get(word)?.number ?? 0);
    const item = el("li", { class: "shelf-found" }, el("a", { href: at(this.root, address) },
      el("small", {}, `Case studies by ${about.toLowerCase()}`), el("b", {}, label), el("span", { class: "passage" }, number)));
    return { address, item };
  }

  /**
   * @param {import("./words.js").Answer} answer
   * @param {number} shown pages
   * @param {number} shelves lists of case studies shown before them
   * @param {[string, string][]} changed words that were read as others
   * @param {Meaning[]} meant terms that are explained before all else
   */
  say(answer, shown, shelves, changed, meant) {
    const unknown = answer.unknown.map((word) => `“${word.slice(0, 40)}”`).join(" and ");
    const missing = unknown ? ` Nobody here writes ${unknown}.` : "";
    const some = answer.partial ? " No page has all of these words; these have some." : "";
    const more = answer.results.length > shown ? `The first ${shown} of ${answer.results.length} pages.` : `${shown} ${shown === 1 ? "page" : "pages"}.`;
    const read = changed.map(([word, other]) => ` “${word.slice(0, 40)}” was read as “${other}”.`).join("");
    const told = meant.length ? `${first(meant)} ` : "";
    const lists = shelves ? `${shelves} ${shelves === 1 ? "list" : "lists"} of case studies. ` : "";
    if (shown) this.tell(`${told}${lists}${more}${read}${some}${missing}`);
    else if (told) this.tell(`${told}${lists}No other page was found.${read}`);
    else if (shelves) this.tell(`${lists.trim()}${read}${missing}`);
    else this.tell(`No page found.${missing}${read} Try another word, or browse.`);
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

  /**
   * @param {string} text
   * @param {Meaning[]} meant
   */
  broken(text, meant) {
    this.tell(`${meant.length ? `${first(meant)} ` : ""}Search could not be loaded here. You can browse instead:`);
    const ways = [["find/", "the filters"], ["browse/", "by setting or situation"], ["features/", "the ten features"], [GLOSSARY, "the glossary"]];
    this.draw(meant, ...ways.map(([address, name]) => el("li", {}, el("a", { href: at(this.root, address ?? "") }, name ?? text))));
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

/**
 * @param {Record<string, {label: string, words: Record<string, {label: string, also?: string[], number: number}>}>} data as `find/filters.json` has it
 * @returns {KnownFilters}
 */
function knownFilters(data) {
  const facets = Object.entries(data).map(([id, { label, words }]) => /** @type {const} */ ([id, {
    label,
    words: new Map(Object.entries(words).map(([word, about]) => [word, { also: [], ...about }])),
  }]));
  return { facets: new Map(facets) };
}

/**
 * What the panel says of terms that it explains before all else.
 * @param {Meaning[]} meant
 */
const first = (meant) => `First, what ${listed(meant.map(({ name }) => `“${name}”`))} ${meant.length > 1 ? "mean" : "means"}.`;

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
