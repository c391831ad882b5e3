// The finder: words and filters together. The form in the page is the state that people see, the address the one that
// they can send; everything else is drawn from them.

import { Cards, element } from "./cards.js";
import { cases, el, icon, inside, listed, part, settled, short } from "./dom.js";
import { hintsIn, withoutHints } from "./hints.js";
import { matches, ordered } from "./ranking.js";
import { likenessLine, mySetting } from "./setting.js";
import { MOST_TO_COMPARE, read, write } from "./state.js";
import { count, loadTable } from "./table.js";
import { passage, searched, Words } from "./words.js";

/** @typedef {import("./table.js").Table} Table */
/** @typedef {import("./words.js").PageResult} PageResult */
/** @typedef {{within: import("./table.js").Bits | null, ranks: Map<number, number>, pages: Map<number, PageResult>, notes: string[]}} Said What the words found. */

const TYPING = 180; // milliseconds without a key before results follow
const QUIET = 700; // and before their number is said
const AT_A_TIME = 4; // cards between two breaths
const SLOW = 500; // after which one is told that it takes a moment
/** @type {Said} */
const NOTHING_SAID = { within: null, ranks: new Map(), pages: new Map(), notes: [] };

class Finder {
  /**
   * @param {HTMLElement} page
   * @param {Table} table
   */
  constructor(page, table) {
    this.page = page;
    this.table = table;
    this.root = page.dataset["root"] ?? "../";
    this.atOnce = Number(page.dataset["atOnce"] ?? 12);
    this.words = new Words(this.root);
    this.cards = new Cards(this.root, table);
    this.setting = mySetting();
    this.said = NOTHING_SAID;
    this.shown = this.atOnce;
    /** @type {number[]} */
    this.positions = [];
    /** @type {Promise<Map<string, number>> | undefined} */
    this.placing = undefined;
    this.drawing = 0;
    /** @type {WeakMap<Element, () => void>} */
    this.unseen = new WeakMap();
    this.seeing = new IntersectionObserver((entries) => this.see(entries), { rootMargin: "300px" });
    /** @type {HTMLFormElement} */
    this.form = part(page, "form.find");
    /** @type {HTMLInputElement} */
    this.input = part(page, "#find-words");
    /** @type {HTMLSelectElement} */
    this.sort = part(page, "#find-sort");
    this.status = part(page, ".count-of");
    this.list = part(page, ".results .cards");
    this.looking = 0;
    // Every key puts it off; while a search is still going on, its end calls for it again.
    this.sayLater = settled(() => { if (!this.looking) this.say(); }, QUIET);
    this.state = read(location.search, table).state;
    this.prepare();
    this.listen();
  }

  // --- the page as it was built becomes the page that works -------------------------------------------------------

  prepare() {
    for (const option of this.page.querySelectorAll(".opt")) {
      const link = part(option, "a.count");
      const number = el("span", { class: "count" }, ...link.childNodes);
      link.remove();
      part(option, "label").append(number);
    }
    /** @type {HTMLDetailsElement} */
    const filters = part(this.page, "details.filters");
    if (matchMedia("(max-width: 56rem)").matches) filters.open = false;
    part(this.page, ".tools").hidden = false;
    this.offerSetting();
    this.page.dataset["ready"] = "";
  }

  offerSetting() {
    const alike = this.sort.querySelector("option[value=alike]");
    if (!this.setting || !(alike instanceof HTMLOptionElement)) return;
    alike.hidden = alike.disabled = false;
    part(this.page, ".mine").textContent = "Change what your setting is";
  }

  listen() {
    const typed = settled(() => this.typed(), TYPING);
    this.input.addEventListener("input", () => {
      this.sayLater();
      typed();
    });
    this.input.addEventListener("focus", () => this.words.ready().catch(() => {}));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.typed().then(() => this.say());
    });
    this.form.addEventListener("change", (event) => {
      const box = event.target;
      if (box === this.sort) this.change({ sort: this.sort.value });
      else if (box instanceof HTMLInputElement && box.dataset["pick"]) this.pick(box);
      else if (box instanceof HTMLInputElement && box.type === "checkbox") this.toggle(box.name, box.value, box.checked);
    });
    addEventListener("popstate", () => this.open());
  }

  /** @param {IntersectionObserverEntry[]} entries */
  see(entries) {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      this.seeing.unobserve(target);
      this.unseen.get(target)?.();
    }
  }

  // --- what changes the state ------------------------------------------------------------------------------------

  /** Take the state from the address. */
  async open() {
    const { state, ignored } = read(location.search, this.table);
    if (state.sort === "alike" && !this.setting) {
      state.sort = "";
      ignored.push("sorting by what is most like you, because no setting of yours is kept here");
    }
    this.state = state;
    this.input.value = state.q;
    this.sort.value = state.sort;
    this.ignored(ignored);
    await this.look();
    this.say();
  }

  async typed() {
    const q = this.input.value.trim();
    if (q === this.state.q) return;
    this.state = { ...this.state, q };
    this.remember(history.state?.typing === true, true);
    this.looking += 1;
    await this.look();
    this.looking -= 1;
    this.sayLater();
  }

  /** @param {Partial<import("./state.js").State>} change */
  async change(change) {
    this.state = { ...this.state, ...change };
    this.remember(false, false);
    await this.look();
    this.say();
  }

  /** @param {string} facet @param {string} word @param {boolean} on */
  toggle(facet, word, on) {
    const words = new Set(this.state.chosen.get(facet));
    if (on) words.add(word);
    else words.delete(word);
    return this.change({ chosen: new Map(this.state.chosen).set(facet, words) });
  }

  /** @param {boolean} replace @param {boolean} typing */
  remember(replace, typing) {
    const address = `${location.pathname}${write(this.state, this.table)}`;
    if (replace) history.replaceState({ typing }, "", address);
    else history.pushState({ typing }, "", address);
    this.ignored([]);
  }

  /** @param {HTMLInputElement} box */
  pick(box) {
    const id = box.dataset["pick"] ?? "";
    const others = this.state.compare.filter((other) => other !== id);
    const compare = box.checked ? [...others, id].slice(0, MOST_TO_COMPARE) : others;
    this.state = { ...this.state, compare };
    history.replaceState(history.state, "", `${location.pathname}${write(this.state, this.table)}`);
    this.drawPicked();
  }

  // --- looking ---------------------------------------------------------------------------------------------------

  async look() {
    const { q } = this.state;
    if (searched(q).length) {
      const slow = setTimeout(() => this.status.replaceChildren("Looking for these words…"), SLOW);
      const said = await this.ask(q);
      clearTimeout(slow);
      if (q !== this.state.q) return; // somebody typed on
      this.said = said;
    } else this.said = NOTHING_SAID;
    this.shown = this.atOnce;
    await this.draw();
  }

  /** @param {string} text @returns {Promise<Said>} */
  async ask(text) {
    try {
      const places = await this.places();
      const { results, partial, unknown } = await this.words.search(text, ({ id }) => places.has(id));
      const notes = unknown.map((word) => `Nobody here writes “${short(word)}”.`);
      if (partial) notes.push("No case study has all of these words; these have some, most of them first.");
      const found = results.map((result) => /** @type {const} */ ([places.get(result.id) ?? 0, result]));
      const ranks = new Map(found.map(([position], rank) => [position, rank]));
      return { within: this.table.only(ranks.keys()), ranks, pages: new Map(found), notes };
    } catch {
      return { ...NOTHING_SAID, notes: ["Words cannot be searched here just now; the filters work."] };
    }
  }

  /** Where in the table the pages of the index stand, by Pagefind's name for them. */
  places() {
    this.placing ??= this.words.names().then((names) => new Map(names.map((name, position) => [name, position])));
    this.placing.catch(() => { this.placing = undefined; });
    return this.placing;
  }

  // --- drawing ---------------------------------------------------------------------------------------------------

  async draw() {
    const { chosen } = this.state;
    this.positions = ordered(
      this.table.positionsIn(this.table.found(chosen, this.said.within)),
      { sort: this.state.sort, chosen, ranks: this.said.ranks, setting: this.setting },
      this.table,
    );
    await breath();
    this.drawOptions();
    await breath();
    this.drawChips();
    this.drawHints();
    this.drawDeadEnd();
    await this.drawCards();
    this.drawPicked();
  }

  drawOptions() {
    const counts = this.table.counts(this.state.chosen, this.said.within);
    for (const fieldset of this.page.querySelectorAll("fieldset")) {
      const facet = fieldset.dataset["facet"] ?? "";
      const chosen = this.state.chosen.get(facet) ?? new Set();
      for (const box of fieldset.querySelectorAll("input")) {
        const number = counts.get(facet)?.get(box.value) ?? 0;
        box.checked = chosen.has(box.value);
        this.drawCount(box, number);
      }
      const around = fieldset.closest("details");
      if (around && chosen.size) around.open = true;
      if (around) part(around, ".chosen").textContent = chosen.size ? ` ${chosen.size} chosen` : "";
    }
    const all = this.chosen().length;
    part(this.page, ".filters > summary .chosen").textContent = all ? `${all} chosen` : "";
  }

  /** @param {HTMLInputElement} box @param {number} number */
  drawCount(box, number) {
    const shown = box.parentElement?.querySelector(".count");
    // Few of the numbers change at a time, and each that does costs the phone a new layout.
    if (!shown || shown.firstChild?.textContent === String(number)) return;
    shown.replaceChildren(String(number), el("span", { class: "sr" }, number === 1 ? " case study" : " case studies"));
    shown.classList.toggle("none", number === 0);
  }

  chosen() {
    return [...this.state.chosen].flatMap(([facet, words]) => [...words].map((word) => ({ facet, word })));
  }

  drawChips() {
    const list = part(this.page, ".chips");
    const focused = [...list.querySelectorAll("button")].findIndex((button) => button === document.activeElement);
    const chips = this.chosen().map(({ facet, word }) => this.chip(facet, word));
    if (chips.length > 1) chips.push(el("li", {}, el("button", { type: "button", class: "clear", onclick: () => this.change({ chosen: new Map() }) }, "Clear all filters")));
    list.replaceChildren(...chips);
    list.hidden = !chips.length;
    if (focused < 0) return;
    const buttons = [...list.querySelectorAll("button")];
    const next = buttons[Math.min(focused, buttons.length - 1)];
    if (next) next.focus();
    else part(this.page, ".results h2").focus();
  }

  /** @param {string} facet @param {string} word */
  chip(facet, word) {
    const take = () => this.toggle(facet, word, false);
    const label = this.table.label(facet, word);
    const about = this.table.facets.get(facet)?.label ?? facet;
    return el("li", {}, el("button", { type: "button", onclick: take },
      el("span", { class: "sr" }, `Take away ${about}: `), label, icon("close")));
  }

  drawHints() {
    const box = part(this.page, ".hints");
    const hints = hintsIn(this.state.q, this.table).filter(({ facet, word }) => !this.state.chosen.get(facet)?.has(word));
    const use = (/** @type {import("./hints.js").Hint[]} */ used) => () => this.useHints(used);
    const buttons = hints.slice(0, 6).map((hint) => el("button", { type: "button", onclick: use([hint]) },
      el("span", { class: "quiet" }, `${this.table.facets.get(hint.facet)?.label}: `), hint.label));
    const first = hints.filter((hint, at) => !hints.slice(0, at).some((other) => other.from < hint.to && hint.from < other.to));
    if (first.length > 1) buttons.unshift(el("button", { type: "button", class: "all-hints", onclick: use(first) }, `Use ${listed(first.map(({ label }) => inside(label)))}`));
    box.replaceChildren(...(buttons.length ? [el("p", {}, "As filters:"), ...buttons] : []));
    box.hidden = !buttons.length;
  }

  /** @param {import("./hints.js").Hint[]} hints */
  useHints(hints) {
    const chosen = new Map([...this.state.chosen].map(([facet, words]) => [facet, new Set(words)]));
    for (const { facet, word } of hints) chosen.set(facet, (chosen.get(facet) ?? new Set()).add(word));
    const q = withoutHints(this.state.q, hints);
    this.input.value = q;
    this.input.focus();
    return this.change({ chosen, q });
  }

  async drawCards() {
    this.drawing += 1;
    const drawing = this.drawing;
    const positions = this.positions.slice(0, this.shown);
    const found = await Promise.all(positions.map((position) => this.cards.card(position)));
    for (let at = 0; at < Math.max(found.length, 1); at += AT_A_TIME) {
      if (drawing !== this.drawing) return;
      const cards = found.slice(at, at + AT_A_TIME).map((card) => this.card(card));
      if (at) this.list.append(...cards);
      else this.list.replaceChildren(...cards);
      await breath();
    }
    this.drawMore();
  }

  /** @param {import("./cards.js").Card} card */
  card({ position, html, had }) {
    const article = element(html);
    const matched = matches(position, this.state.chosen, this.table);
    const notes = [
      matched.length ? el("ul", { class: "matched", "aria-label": "Matches" }, ...matched.map(({ label }) => el("li", {}, icon("check"), label))) : null,
      this.setting ? likenessLine(this.setting, this.table, position, had) : null,
    ];
    article.querySelector(".tags")?.after(...notes.filter((note) => note !== null));
    article.append(this.picker(position, article));
    this.whyWhenSeen(article, position);
    return article;
  }

  /** @param {number} position @param {HTMLElement} article */
  picker(position, article) {
    const id = this.table.cases[position] ?? "";
    const box = el("input", { type: "checkbox", "data-pick": id, checked: this.state.compare.includes(id) });
    const name = article.querySelector(".where")?.firstChild?.textContent ?? id;
    return el("label", { class: "pick" }, box, "Compare", el("span", { class: "sr" }, ` ${name}`));
  }

  /**
   * The page behind a card is fetched for its passage when the card is about to be seen: most never are.
   * @param {HTMLElement} card
   * @param {number} position
   */
  whyWhenSeen(card, position) {
    const page = this.said.pages.get(position);
    if (!page) return;
    this.unseen.set(card, () => this.why(card, position, page));
    this.seeing.observe(card);
  }

  /**
   * The passage that the words were found in, put into a card.
   * @param {HTMLElement} card
   * @param {number} position
   * @param {PageResult} page
   */
  async why(card, position, page) {
    const found = await this.words.page(page).then(passage).catch(() => null);
    if (!found?.pieces.some(({ marked }) => marked)) return;
    const text = found.pieces.flatMap(({ text, marked }) => [marked ? el("mark", {}, text) : text, " "]);
    const section = found.title ? el("a", { href: `${this.root}case_studies/${this.table.cases[position]}/#${found.anchor}` }, found.title) : null;
    card.querySelector("h3")?.after(el("p", { class: "why" }, section, section ? ": " : "", ...text));
  }

  drawMore() {
    const box = part(this.page, ".more-results");
    const left = this.positions.length - this.shown;
    if (left <= 0) return box.replaceChildren();
    const more = async () => {
      const first = this.shown;
      this.shown += this.atOnce;
      await this.drawCards();
      this.drawPicked();
      /** @type {NodeListOf<HTMLElement>} */ (this.list.querySelectorAll("h3 a"))[first]?.focus();
    };
    return box.replaceChildren(el("button", { type: "button", class: "button", onclick: more }, `Show ${Math.min(left, this.atOnce)} more of ${left}`));
  }

  // --- saying ----------------------------------------------------------------------------------------------------

  say() {
    const number = this.positions.length;
    const help = this.drops().find((drop) => drop.count > number);
    const better = number && help ? ` Without ${help.name} there would be ${help.count.toLocaleString("en-GB")}.` : "";
    const none = number ? "" : " Below is what would give you some.";
    const notes = this.said.notes.length ? ` ${this.said.notes.join(" ")}` : "";
    const text = `${number ? cases(number) : "No case study has all of that"}.`;
    if (this.status.textContent === `${text}${better}${none}${notes}`) return;
    this.status.replaceChildren(el("b", {}, text), `${better}${none}${notes}`);
  }

  /** What each thing that could be dropped would give: the filters, and the words. */
  drops() {
    const { chosen, q } = this.state;
    const drops = this.table.drops(chosen, this.said.within).map(({ facet, word, count }) => ({
      name: `“${this.table.label(facet, word)}”`,
      count,
      drop: () => this.toggle(facet, word, false),
    }));
    if (q && this.chosen().length) {
      const without = count(this.table.found(chosen, null));
      drops.push({ name: `the words “${short(q)}”`, count: without, drop: () => this.setWords("") });
    }
    return drops.sort((one, other) => other.count - one.count);
  }

  /** @param {string} q */
  setWords(q) {
    this.input.value = q;
    return this.change({ q });
  }

  drawDeadEnd() {
    const box = part(this.page, ".dead-end");
    box.hidden = Boolean(this.positions.length);
    if (!box.hidden) box.replaceChildren(el("p", {}, el("b", {}, "Nothing has all of that. You could")), el("ul", {}, ...this.waysOut()), ...this.invitation());
  }

  /** Nobody has told of a situation like this one: whoever looks for it may be the first. */
  invitation() {
    const href = this.page.dataset["contribute"];
    return href ? [el("p", {}, "Nothing like that yet? ", el("a", { href }, "Tell us yours"))] : [];
  }

  waysOut() {
    const way = (/** @type {string} */ text, /** @type {number} */ number, /** @type {() => unknown} */ action) =>
      el("li", {}, el("button", { type: "button", class: "button", onclick: () => { action(); part(this.page, ".results h2").focus(); } }, text, el("small", {}, cases(number))));
    const drops = this.drops().filter((drop) => drop.count);
    const only = drops.length ? [] : this.chosen().map(({ facet, word }) => way(`Keep only “${this.table.label(facet, word)}”`,
      count(this.table.under(facet, [word])), () => { this.input.value = ""; this.change({ q: "", chosen: new Map([[facet, new Set([word])]]) }); }));
    return [
      ...drops.map(({ name, count: number, drop }) => way(`Leave out ${name}`, number, drop)),
      ...only,
      way("Start again", this.table.cases.length, () => { this.input.value = ""; this.change({ q: "", chosen: new Map() }); }),
    ];
  }

  /** @param {string[]} ignored */
  ignored(ignored) {
    const box = part(this.page, ".ignored");
    box.hidden = !ignored.length;
    box.textContent = ignored.length ? `The address asked for more than can be followed. Left out: ${ignored.join("; ")}.` : "";
  }

  drawPicked() {
    const box = part(this.page, ".picked");
    const { compare } = this.state;
    const full = compare.length >= MOST_TO_COMPARE;
    for (const pick of this.page.querySelectorAll("input[data-pick]")) {
      if (!(pick instanceof HTMLInputElement)) continue;
      pick.checked = compare.includes(pick.dataset["pick"] ?? "");
      pick.disabled = full && !pick.checked;
    }
    box.hidden = !compare.length;
    const address = `${this.root}compare/?cases=${compare.join(",")}`;
    const clear = () => {
      this.state = { ...this.state, compare: [] };
      history.replaceState(history.state, "", `${location.pathname}${write(this.state, this.table)}`);
      this.drawPicked();
      part(this.page, ".results h2").focus();
    };
    const link = compare.length > 1 ? [el("a", { class: "button", href: address }, "Compare them")] : [];
    box.replaceChildren(
      el("p", {}, `${cases(compare.length)} chosen${full ? ", which is as many as fit" : ""}.${compare.length < 2 ? " Choose one more to compare." : ""}`),
      ...link,
      el("button", { type: "button", class: "button", onclick: clear }, "Clear"),
    );
  }
}

/** Lets the page answer keys between two pieces of work. */
const breath = () => new Promise((done) => { setTimeout(done); });

const page = part(document, ".finder[data-root]");
loadTable(page.dataset["root"] ?? "../").then((table) => new Finder(page, table).open()).catch(() => {
  page.dataset["broken"] = "";
});
