// The cards of case studies, fetched as they are wanted, a few in one file.

import { el } from "./dom.js";
import { at, fetchJson } from "./place.js";

/** @typedef {{position: number, html: string, had: string}} Card */

export class Cards {
  /**
   * @param {string} root
   * @param {import("./table.js").Table} table
   */
  constructor(root, table) {
    this.root = root;
    this.table = table;
    /** @type {Map<number, Promise<Record<string, {card: string, had: string}>>>} */
    this.files = new Map();
  }

  /**
   * A card, and who did the work there.
   * @param {number} position of the case study in the table
   * @returns {Promise<Card>}
   */
  async card(position) {
    const id = this.table.cases[position] ?? "";
    try {
      const found = (await this.file(Math.floor(position / this.table.cardsAFile)))[id];
      if (found) return { position, html: found.card, had: found.had };
    } catch { /* the link alone, below: the page it leads to may well be there */ }
    const link = el("a", { href: at(this.root, `case_studies/${id}/`) }, id);
    return { position, html: el("article", { class: "case", "data-case": id }, el("h3", {}, link)).outerHTML, had: "" };
  }

  /** @param {number} number */
  file(number) {
    const file = this.files.get(number) ?? fetchJson(this.root, `find/cards/${number}.json`);
    file.catch(() => this.files.delete(number));
    this.files.set(number, file);
    return file;
  }
}

/**
 * An element from our own fragments; what contributors wrote is escaped in it.
 * @param {string} html
 * @returns {HTMLElement}
 */
export function element(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  const found = template.content.firstElementChild;
  if (!(found instanceof HTMLElement)) throw new Error("Tenfold: an empty fragment");
  return found;
}
