// The finder: words and filters together. The form in the page is the state that people see, the address the one that
// they can send; everything else is drawn from them.

import { cases, el, listed, part, settled, short } from "./dom.js";
import { Filters } from "./filters.js";
import { drawMeanings, Glossary } from "./glossary.js";
import { hintsIn, meanings, untoldIn, withoutHints } from "./hints.js";
import { senseOf } from "./meaning.js";
import { at } from "./place.js";
import { ordered } from "./ranking.js";
import { breath, Results } from "./results.js";
import { mySetting } from "./setting.js";
import { chosenAnd, chosenWords, MOST_TO_COMPARE, read, write } from "./state.js";
import { count, loadTable } from "./table.js";
import { searched, Words } from "./words.js";

/** @typedef {import("./glossary.js").Meaning} Meaning */
/** @typedef {import("./table.js").Table} Table */
/** @typedef {import("./words.js").PageResult} PageResult */
/** @typedef {{text: string, within: import("./table.js").Bits | null, ranks: Map<number, number>, pages: Map<number, PageResult>, meant: import("./hints.js").Hint[], explained: Meaning[], notes: string[]}} Said What the words found. `text`: the words as they were read, spelt as the pages spell them; `explained`: what the glossary says of them. */

const TYPING = 180; // milliseconds without a key before results follow
const QUIET = 700; // and before their number is said
const SLOW = 500; // after which one is told that it takes a moment
/** @type {Said} */
const NOTHING_SAID = { text: "", within: null, ranks: new Map(), pages: new Map(), meant: [], explained: [], notes: [] };

class Finder {
  /**
   * @param {HTMLElement} page
   * @param {Table} table
   */
  constructor(page, table) {
    this.page = page;
    this.table = table;
    this.root = page.dataset["root"] ?? "../";
    this.words = new Words(this.root);
    this.glossary = new Glossary(this.root);
    this.setting = mySetting();
    this.said = NOTHING_SAID;
    /** @type {number[]} */
    this.positions = [];
    /** @type {Promise<Map<string, number>> | undefined} */
    this.placing = undefined;
    this.results = new Results(page, table, this.words, this.setting, () => this.drawPicked());
    this.filters = new Filters(page, table, {
      toggle: (facet, word, on) => this.toggle(facet, word, on),
      clear: () => this.change({ chosen: new Map() }),
      use: (hints) => this.useHints(hints),
    });
    /** @type {HTMLFormElement} */
    this.form = part(page, "form.find");
    /** @type {HTMLInputElement} */
    this.input = part(page, "#find-words");
    /** @type {HTMLSelectElement} */
    this.sort = part(page, "#find-sort");
    this.status = part(page, ".count-of");
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
    part(this.page, ".to-results").hidden = false;
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
    this.input.addEventListener("focus", () => {
      this.glossary.ready().catch(() => {});
      this.words.ready().catch(() => {});
    });
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
    part(this.page, ".to-results button").addEventListener("click", () => this.toResults());
    addEventListener("popstate", () => this.open());
  }

  /** On a phone the results are far below what one types and ticks. */
  toResults() {
    const heading = part(this.page, ".results h2");
    heading.focus({ preventScroll: true });
    heading.scrollIntoView();
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
    // The bar that appears at the foot of the window is for the eye: who listens hears of it in the line of the results.
    this.status.replaceChildren(el("b", {}, `${cases(this.positions.length)}.`), ` ${this.pickedText()}${compare.length > 1 ? " The link to compare them follows the results." : ""}`);
  }

  pickedText() {
    const { compare } = this.state;
    const full = compare.length >= MOST_TO_COMPARE ? ", which is as many as fit" : "";
    return compare.length ? `${cases(compare.length)} chosen${full}.${compare.length < 2 ? " Choose one more to compare." : ""}` : "None chosen to compare.";
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
    await this.draw();
  }

  /** @param {string} typed @returns {Promise<Said>} */
  async ask(typed) {
    const explained = await this.glossary.meanings(typed);
    if (explained.length && typed === this.state.q) drawMeanings(part(this.page, ".explained"), this.root, explained); // the rest may take a moment
    try {
      return await this.found(typed, explained);
    } catch {
      return { ...NOTHING_SAID, text: typed, explained, notes: ["Words cannot be searched here just now; the filters work."] };
    }
  }

  /**
   * @param {string} typed
   * @param {Meaning[]} asTyped what the glossary says of it as it was typed
   * @returns {Promise<Said>}
   */
  async found(typed, asTyped) {
    const places = await this.places();
    const { text, changed } = await this.words.spelt(typed, asTyped.length ? new Set(searched(typed)) : meanings(typed, this.table));
    const explained = changed.length ? await this.glossary.meanings(text) : asTyped;
    const untold = untoldIn(text, this.table);
    const wanted = (/** @type {PageResult} */ { id }) => places.has(id);
    const said = await this.words.search(explained.length ? this.glossary.subject(text) : text, wanted);
    // "autistic" stands nowhere, and "Autism" does.
    const called = untold.length && !said.results.length ? await this.words.search(untold.join(" "), wanted) : said;
    const answer = called.partial ? said : called;
    const { ranks, partial, meant, unsaid } = senseOf(text, answer, places, this.table);
    const notes = changed.map(([word, read]) => `Nobody here writes “${short(word)}”; read as “${read}”.`);
    const unknown = explained.length ? [] : answer.unknown.filter((word) => unsaid.every(({ term }) => term !== word));
    notes.push(...unknown.map((word) => `Nobody here writes “${short(word)}”.`));
    for (const [about, terms] of unsaidBy(unsaid)) notes.push(`No case study writes ${terms}; looked under ${about} instead.`);
    if (untold.length) notes.push(`No case study is listed under ${listed(untold.map((label) => `“${label}”`))} yet${ranks.size ? "; these hold the words" : ""}.`);
    if (partial) notes.push("No case study has all of these words; these have some, most of them first.");
    const pages = new Map(answer.results.map((result) => [places.get(result.id) ?? 0, result]));
    return { text, within: this.table.only(ranks.keys()), ranks, pages, meant, explained, notes };
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
    this.filters.drawOptions(this.state, this.said.within);
    await breath();
    drawMeanings(part(this.page, ".explained"), this.root, this.said.explained);
    this.filters.drawChips(this.state);
    this.filters.drawHints({ ...this.state, q: this.said.text });
    this.drawDeadEnd();
    const { compare } = this.state;
    await this.results.show({ positions: this.positions, chosen, meant: this.said.meant, pages: this.said.pages, compare });
  }

  /** @param {import("./hints.js").Hint[]} hints */
  useHints(hints) {
    const chosen = chosenAnd(this.state.chosen, hints);
    const said = hintsIn(this.said.text, this.table);
    const used = said.filter(({ facet, word }) => chosen.get(facet)?.has(word)); // those that were chosen before as well
    // Of two filters that the same words may mean, "Use all" takes the first: that settles it.
    const others = hints.length > 1 ? [] : said.filter((hint) => !used.includes(hint));
    const q = withoutHints(this.state.q, used, others);
    this.input.value = q;
    this.input.focus();
    return this.change({ chosen, q });
  }

  // --- saying ----------------------------------------------------------------------------------------------------

  say() {
    const number = this.positions.length;
    part(this.page, ".to-results button").textContent = number ? `Show ${cases(number)}` : "None: show what would help";
    const help = this.drops().find((drop) => drop.count > number);
    const better = number && help ? ` Without ${help.name} there would be ${help.count.toLocaleString("en-GB")}.` : "";
    const none = number ? "" : " Below is what would give you some.";
    const notes = [...this.told(), ...this.said.notes].map((note) => ` ${note}`).join("");
    const text = `${number ? cases(number) : "No case study has all of that"}.`;
    if (this.status.textContent === `${text}${better}${none}${notes}`) return;
    this.status.replaceChildren(el("b", {}, text), `${better}${none}${notes}`);
  }

  /** That there is an explanation: whoever listens is below it when the number of results is said. */
  told() {
    const names = this.said.explained.map(({ name }) => `“${name}”`);
    return names.length ? [`What ${listed(names)} ${names.length > 1 ? "mean" : "means"} stands under the box.`] : [];
  }

  /** What each thing that could be dropped would give: the filters, and the words. */
  drops() {
    const { chosen, q } = this.state;
    const drops = this.table.drops(chosen, this.said.within).map(({ facet, word, count }) => ({
      name: `“${this.table.label(facet, word)}”`,
      count,
      drop: () => this.toggle(facet, word, false),
    }));
    if (q && chosenWords(this.state.chosen).length) {
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
    if (!box.hidden) box.replaceChildren(el("p", {}, el("b", {}, "What you could do")), el("ul", {}, ...this.waysOut()), ...this.invitation());
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
    const only = drops.length ? [] : chosenWords(this.state.chosen).map(({ facet, word }) => way(`Keep only “${this.table.label(facet, word)}”`,
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
    const address = at(this.root, `compare/?cases=${compare.join(",")}`);
    const clear = () => {
      this.state = { ...this.state, compare: [] };
      history.replaceState(history.state, "", `${location.pathname}${write(this.state, this.table)}`);
      this.drawPicked();
      part(this.page, ".results h2").focus();
    };
    const link = compare.length > 1 ? [el("a", { class: "button", href: address }, "Compare them")] : [];
    box.replaceChildren(
      el("p", {}, this.pickedText()),
      ...link,
      el("button", { type: "button", class: "button", onclick: clear }, "Clear"),
    );
  }
}

/**
 * Words that no case study says, by what they mean.
 * @param {import("./meaning.js").Term[]} unsaid
 * @returns {[string, string][]} the labels of filters, and the words, each as part of a sentence
 */
function unsaidBy(unsaid) {
  /** @type {Map<string, string[]>} */
  const by = new Map();
  for (const { term, meant } of unsaid) {
    const about = listed(meant.map(({ label }) => `“${label}”`));
    by.set(about, [...(by.get(about) ?? []), `“${short(term)}”`]);
  }
  return [...by].map(([about, terms]) => [about, listed(terms)]);
}

const page = part(document, ".finder[data-root]");
loadTable(page.dataset["root"] ?? "../").then((table) => new Finder(page, table).open()).catch(() => {
  page.dataset["broken"] = "";
});
