// The results of the finder: the first cards, more of them when somebody asks, and in each why it is there.

import { Cards, element } from "./cards.js";
import { el, icon, part } from "./dom.js";
import { at } from "./place.js";
import { matches } from "./ranking.js";
import { likenessLine } from "./setting.js";
import { passage } from "./words.js";

/** @typedef {import("./words.js").PageResult} PageResult */
/** @typedef {{positions: number[], chosen: import("./state.js").Chosen, meant: import("./hints.js").Hint[], pages: Map<number, PageResult>, compare: string[]}} Found What to show: case studies in order, the filters, those that the words mean, the pages that the words are on, what is to be compared. */

const AT_A_TIME = 4; // cards between two breaths

/** Lets the page answer keys between two pieces of work. */
export const breath = () => new Promise((done) => { setTimeout(done); });

export class Results {
  /**
   * @param {HTMLElement} page
   * @param {import("./table.js").Table} table
   * @param {import("./words.js").Words} words
   * @param {import("./setting.js").Setting | null} setting
   * @param {() => void} drawn called whenever cards were added
   */
  constructor(page, table, words, setting, drawn) {
    this.table = table;
    this.words = words;
    this.setting = setting;
    this.drawn = drawn;
    this.root = page.dataset["root"] ?? "../";
    this.atOnce = Number(page.dataset["atOnce"] ?? 12);
    this.cards = new Cards(this.root, table);
    this.list = part(page, ".results .cards");
    this.more = part(page, ".more-results");
    this.shown = this.atOnce;
    this.drawing = 0;
    /** @type {Found} */
    this.found = { positions: [], chosen: new Map(), meant: [], pages: new Map(), compare: [] };
    /** @type {WeakMap<Element, () => void>} */
    this.unseen = new WeakMap();
    this.seeing = new IntersectionObserver((entries) => this.see(entries), { rootMargin: "300px" });
  }

  /** @param {Found} found */
  async show(found) {
    this.found = found;
    this.shown = this.atOnce;
    await this.draw();
  }

  async draw() {
    this.drawing += 1;
    const drawing = this.drawing;
    const positions = this.found.positions.slice(0, this.shown);
    const found = await Promise.all(positions.map((position) => this.cards.card(position)));
    for (let at = 0; at < Math.max(found.length, 1); at += AT_A_TIME) {
      if (drawing !== this.drawing) return;
      const cards = found.slice(at, at + AT_A_TIME).map((card) => this.card(card));
      if (at) this.list.append(...cards);
      else this.list.replaceChildren(...cards);
      await breath();
    }
    this.drawMore();
    this.drawn();
  }

  /** @param {import("./cards.js").Card} card */
  card({ position, html, had }) {
    const article = element(html);
    const matched = matches(position, this.asked(), this.table);
    const notes = [
      matched.length ? el("ul", { class: "matched", "aria-label": "Matches" }, ...matched.map(({ label }) => el("li", {}, icon("check"), label))) : null,
      this.setting ? likenessLine(this.setting, this.table, position, had) : null,
    ];
    article.querySelector(".tags")?.after(...notes.filter((note) => note !== null));
    article.append(this.picker(position, article));
    this.whyWhenSeen(article, position);
    return article;
  }

  /** The filters that were chosen, and those that the words mean. */
  asked() {
    const asked = new Map([...this.found.chosen].map(([facet, words]) => [facet, new Set(words)]));
    for (const { facet, word } of this.found.meant) asked.set(facet, (asked.get(facet) ?? new Set()).add(word));
    return asked;
  }

  /** @param {number} position @param {HTMLElement} article */
  picker(position, article) {
    const id = this.table.cases[position] ?? "";
    const box = el("input", { type: "checkbox", "data-pick": id, checked: this.found.compare.includes(id) });
    const name = article.querySelector(".where")?.firstChild?.textContent ?? id;
    return el("label", { class: "pick" }, box, "Compare", el("span", { class: "sr" }, ` ${name}`));
  }

  /**
   * The page behind a card is fetched for its passage when the card is about to be seen: most never are.
   * @param {HTMLElement} card
   * @param {number} position
   */
  whyWhenSeen(card, position) {
    const page = this.found.pages.get(position);
    if (!page) return;
    this.unseen.set(card, () => this.why(card, position, page));
    this.seeing.observe(card);
  }

  /** @param {IntersectionObserverEntry[]} entries */
  see(entries) {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      this.seeing.unobserve(target);
      this.unseen.get(target)?.();
    }
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
    const section = found.title ? el("a", { href: at(this.root, `case_studies/${this.table.cases[position]}/#${found.anchor}`) }, found.title) : null;
    card.querySelector("h3")?.after(el("p", { class: "why" }, section, section ? ": " : "", ...text));
  }

  drawMore() {
    const left = this.found.positions.length - this.shown;
    if (left <= 0) return this.more.replaceChildren();
    const show = async () => {
      const first = this.shown;
      this.shown += this.atOnce;
      await this.draw();
      /** @type {NodeListOf<HTMLElement>} */ (this.list.querySelectorAll("h3 a"))[first]?.focus();
    };
    return this.more.replaceChildren(el("button", { type: "button", class: "button", onclick: show }, left > this.atOnce ? `Show ${this.atOnce} more of ${left}` : `Show ${left} more`));
  }
}
