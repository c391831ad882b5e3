// The filters as they look: what each would give, which are chosen, and those that the words suggest.

import { el, icon, inside, listed, part } from "./dom.js";
import { hintsIn } from "./hints.js";
import { chosenAnd, chosenWords } from "./state.js";
import { count } from "./table.js";

/** @typedef {import("./hints.js").Hint} Hint */
/** @typedef {{toggle: (facet: string, word: string, on: boolean) => unknown, clear: () => unknown, use: (hints: Hint[]) => unknown}} Actions What its buttons do. */

const MOST_HINTS = 6;

export class Filters {
  /**
   * @param {HTMLElement} page
   * @param {import("./table.js").Table} table
   * @param {Actions} actions
   */
  constructor(page, table, actions) {
    this.page = page;
    this.table = table;
    this.actions = actions;
  }

  /**
   * @param {import("./state.js").State} state
   * @param {import("./table.js").Bits | null} within the case studies that the words were found in
   */
  drawOptions({ chosen }, within) {
    const counts = this.table.counts(chosen, within);
    for (const fieldset of this.page.querySelectorAll("fieldset")) {
      const facet = fieldset.dataset["facet"] ?? "";
      const words = chosen.get(facet) ?? new Set();
      for (const box of fieldset.querySelectorAll("input")) {
        box.checked = words.has(box.value);
        drawCount(box, counts.get(facet)?.get(box.value) ?? 0);
      }
      const around = fieldset.closest("details");
      if (around && words.size) around.open = true;
      if (around) part(around, ".chosen").textContent = words.size ? ` ${words.size} chosen` : "";
    }
    const all = chosenWords(chosen).length;
    part(this.page, ".filters > summary .chosen").textContent = all ? `${all} chosen` : "";
  }

  /** @param {import("./state.js").State} state */
  drawChips({ chosen }) {
    const list = part(this.page, ".chips");
    const focused = [...list.querySelectorAll("button")].findIndex((button) => button === document.activeElement);
    const chips = chosenWords(chosen).map(({ facet, word }) => this.chip(facet, word));
    if (chips.length > 1) chips.push(el("li", {}, el("button", { type: "button", class: "clear", onclick: this.actions.clear }, "Clear all filters")));
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
    const take = () => this.actions.toggle(facet, word, false);
    const label = this.table.label(facet, word);
    const about = this.table.facets.get(facet)?.label ?? facet;
    return el("li", {}, el("button", { type: "button", onclick: take },
      el("span", { class: "sr" }, `Take away ${about}: `), label, icon("close")));
  }

  /** @param {import("./state.js").State} state */
  drawHints({ q, chosen }) {
    const box = part(this.page, ".hints");
    const hints = hintsIn(q, this.table).filter(({ facet, word }) => !chosen.get(facet)?.has(word));
    const use = (/** @type {Hint[]} */ used) => () => this.actions.use(used);
    const buttons = hints.slice(0, MOST_HINTS).map((hint) => el("button", { type: "button", onclick: use([hint]) },
      el("span", { class: "quiet" }, `${this.table.facets.get(hint.facet)?.label}: `), hint.label));
    const first = hints.filter((hint, at) => !hints.slice(0, at).some((other) => other.from < hint.to && hint.from < other.to));
    // All at once is no help where it leads to nothing; one after the other, each says what it leaves.
    if (first.length > 1 && count(this.table.found(chosenAnd(chosen, first), null))) buttons.unshift(el("button", { type: "button", class: "all-hints", onclick: use(first) }, `Use ${listed(first.map(({ label }) => inside(label)))}`));
    box.replaceChildren(...(buttons.length ? [el("p", {}, "As filters:"), ...buttons] : []));
    box.hidden = !buttons.length;
  }
}

/** @param {HTMLInputElement} box @param {number} number */
function drawCount(box, number) {
  const shown = box.parentElement?.querySelector(".count");
  // Few of the numbers change at a time, and each that does costs the phone a new layout.
  if (!shown || shown.firstChild?.textContent === String(number)) return;
  shown.replaceChildren(String(number), el("span", { class: "sr" }, number === 1 ? " case study" : " case studies"));
  shown.classList.toggle("none", number === 0);
}
