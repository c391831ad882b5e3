// What the finder knows of every case study, and counting in it. A set of case studies is an array of bits, one for each.

import { fetchJson } from "./place.js";

/** @typedef {Uint8Array} Bits */
/** @typedef {{label: string, bits: Bits, also: string[], place: string}} Word */
/** @typedef {{label: string, words: Map<string, Word>}} Facet */
/** @typedef {Map<string, Set<string>>} Chosen For each facet, the words that were chosen in it. */
/** @typedef {{facet: string, word: string, count: number}} Drop A filter, and how many there would be without it. */

const ONES = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).split("1").length - 1);

/** @param {Bits} bits */
export const count = (bits) => bits.reduce((sum, byte) => sum + (ONES[byte] ?? 0), 0);
/** @param {Bits} one @param {Bits} other */
export const both = (one, other) => one.map((byte, at) => byte & (other[at] ?? 0));
/** @param {Bits} one @param {Bits} other */
export const either = (one, other) => one.map((byte, at) => byte | (other[at] ?? 0));
/** @param {Bits} bits @param {number} position */
export const holds = (bits, position) => (((bits[position >> 3] ?? 0) >> (position & 7)) & 1) === 1;
/** @param {Bits} one @param {Bits} other */
const shared = (one, other) => one.reduce((sum, byte, at) => sum + (ONES[byte & (other[at] ?? 0)] ?? 0), 0);

export class Table {
  /** @param {any} data as `find/table.json` has it */
  constructor(data) {
    /** @type {string[]} */
    this.cases = data.cases;
    /** @type {Map<string, number>} */
    this.positions = new Map(this.cases.map((id, position) => [id, position]));
    /** @type {number[]} */
    this.published = data.published;
    /** @type {number} */
    this.cardsAFile = data.cards_a_file;
    /** @type {Map<string, Facet>} */
    this.facets = new Map();
    for (const [id, facet] of Object.entries(data.facets)) {
      const words = Object.entries(facet.words).map(([word, about]) => [word, this.word(about)]);
      this.facets.set(id, { label: facet.label, words: new Map(/** @type {[string, Word][]} */ (words)) });
    }
    /** How strong the evidence of each is, from 0 to 5; -1 where nothing is said. */
    this.evidence = this.cases.map((_, position) => Number(this.wordsOf("evidence", position)[0] ?? -1));
    /** @type {Set<string>} */
    this.withdrawn = new Set(data.withdrawn);
    /** @type {Map<string, string>} */
    this.moved = new Map(Object.entries(data.moved));
    /** @type {{label: string, also: string[]}[]} */
    this.untold = data.untold ?? [];
  }

  /** @param {any} about @returns {Word} */
  word(about) {
    const bits = this.none();
    bits.set(Uint8Array.from(atob(about.cases), (letter) => letter.charCodeAt(0)));
    return { label: about.label, bits, also: about.also || [], place: about.place || "" };
  }

  none() {
    return new Uint8Array(Math.ceil(this.cases.length / 8));
  }

  all() {
    return this.only(this.cases.keys());
  }

  /** @param {Iterable<number>} positions */
  only(positions) {
    const bits = this.none();
    for (const position of positions) bits[position >> 3] = (bits[position >> 3] ?? 0) | (1 << (position & 7));
    return bits;
  }

  /** @param {Bits} bits @returns {number[]} */
  positionsIn(bits) {
    return [...this.cases.keys()].filter((position) => holds(bits, position));
  }

  /**
   * The case studies under any of these words of a facet.
   * @param {string} facet
   * @param {Iterable<string>} words
   */
  under(facet, words) {
    const known = this.facets.get(facet)?.words;
    return [...words].reduce((bits, word) => either(bits, known?.get(word)?.bits ?? this.none()), this.none());
  }

  /**
   * The case studies with any of the chosen words in each facet: OR within a facet, AND between facets.
   * @param {Chosen} chosen
   * @param {Bits | null} within those that the typed words found, or null when there are none
   */
  found(chosen, within) {
    let bits = within ?? this.all();
    for (const [facet, words] of chosen) if (words.size) bits = both(bits, this.under(facet, words));
    return bits;
  }

  /**
   * For each facet and word, how many case studies one would see under it, with what is chosen in the other facets.
   * @param {Chosen} chosen
   * @param {Bits | null} within
   * @returns {Map<string, Map<string, number>>}
   */
  counts(chosen, within) {
    const counts = new Map();
    for (const [id, facet] of this.facets) {
      const others = this.found(new Map([...chosen].filter(([other]) => other !== id)), within);
      counts.set(id, new Map([...facet.words].map(([word, { bits }]) => [word, shared(bits, others)])));
    }
    return counts;
  }

  /**
   * For each chosen filter, how many case studies there would be without it; the most helpful first.
   * @param {Chosen} chosen
   * @param {Bits | null} within
   * @returns {Drop[]}
   */
  drops(chosen, within) {
    const drops = [];
    for (const [facet, words] of chosen) {
      for (const word of words) {
        const rest = new Map(chosen).set(facet, new Set([...words].filter((other) => other !== word)));
        drops.push({ facet, word, count: count(this.found(rest, within)) });
      }
    }
    return drops.sort((one, other) => other.count - one.count);
  }

  /**
   * The words of a facet that a case study stands under.
   * @param {string} facet
   * @param {number} position
   */
  wordsOf(facet, position) {
    return [...(this.facets.get(facet)?.words ?? [])].filter(([, { bits }]) => holds(bits, position)).map(([word]) => word);
  }

  /** @param {string} facet @param {string} word */
  label(facet, word) {
    return this.facets.get(facet)?.words.get(word)?.label ?? word;
  }
}

/** @type {Promise<Table> | null} */
let loading = null;

/**
 * The table, fetched once for a page.
 * @param {string} root the way to the root of the site
 * @returns {Promise<Table>}
 */
export function loadTable(root) {
  loading ??= fetchJson(root, "find/table.json").then((data) => new Table(data));
  loading.catch(() => { loading = null; });
  return loading;
}
