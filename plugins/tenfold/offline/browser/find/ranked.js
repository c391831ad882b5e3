// Full-text search in an offline copy, over an index that was made with it. The browser stems nothing: every word of the
// pages stands in the index with its stem.

import { tokens } from "./hints.js";

/** @typedef {import("./words.js").PageData} PageData */
/** @typedef {import("./words.js").PageResult} PageResult */
/** @typedef {{url: string, content: string, meta: Record<string, string>, anchors: import("./words.js").Anchor[], heavy: [number, number, number][]}} Text A page; `heavy`: from and to which place its words weigh how much, where that is more than 1. */
/** @typedef {{pages: number[], texts_a_file: number, cases: number[], weights: Record<number, number>, stems: Record<string, [string, string]>}} Index `pages`: how many words each has; `cases`: the page of each case study; `weights`: what the words of a page weigh, where that is not 1; for each stem, the words that have it, and in which pages how much of them stands. */

const SATURATION = 1.2; // of a word that a page says over and over: BM25, as usual
const LENGTH = 0.75; // how much a long page must say it more
const STEM = 4; // letters that an unknown word must share at least with a known one, all but
const ENDING = 4; // so many at its end

class Ranked {
  /**
   * @param {Index} index
   * @param {(number: number) => Promise<Text[]>} file of texts
   */
  constructor(index, file) {
    this.index = index;
    this.file = file;
    this.average = index.pages.reduce((sum, words) => sum + words, 0) / Math.max(1, index.pages.length);
    /** @type {Map<string, string>} */
    this.stems = new Map();
    for (const [stem, [words]] of Object.entries(index.stems)) for (const word of words.split(" ")) this.stems.set(word, stem);
    this.words = [...this.stems.keys()].sort();
    /** @type {Map<number, Promise<Text[]>>} */
    this.files = new Map();
  }

  /**
   * The pages that hold all the words of a text, the best first.
   * @param {string} text
   * @returns {{results: PageResult[]}}
   */
  search(text) {
    const asked = tokens(text).map((token) => this.meant(token.text));
    if (!asked.length) return { results: [] };
    const scores = asked.map((stems) => this.scores(stems));
    const stems = new Set(asked.flat());
    const [first, ...others] = scores;
    const pages = [...(first?.keys() ?? [])].filter((page) => others.every((other) => other.has(page)));
    const results = pages.map((page) => ({
      id: String(page),
      score: scores.reduce((sum, each) => sum + (each.get(page) ?? 0), 0),
      data: () => this.page(page, stems),
    }));
    return { results: results.sort((one, other) => other.score - one.score || Number(one.id) - Number(other.id)) };
  }

  /**
   * The stems that a word may mean: its own; for one that no page says, those of words that start with it, as one types;
   * else that of the word that is most like it.
   * @param {string} word
   * @returns {string[]}
   */
  meant(word) {
    const own = this.stems.get(word);
    if (own !== undefined) return [own];
    const from = this.firstFrom(word);
    let to = from;
    while (this.words[to]?.startsWith(word)) to += 1;
    const near = to > from ? this.words.slice(from, to) : this.nearest(word, from);
    return [...new Set(near.map((each) => this.stems.get(each) ?? ""))];
  }

  /**
   * Where in the sorted words one stands or would stand.
   * @param {string} word
   */
  firstFrom(word) {
    let low = 0, high = this.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.words[middle] ?? "") < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** @param {string} word @param {number} place where it would stand: the words that start most like it are beside it */
  nearest(word, place) {
    const shared = (/** @type {string | undefined} */ other) => {
      let same = 0;
      while (same < word.length && same < (other?.length ?? 0) && word[same] === other?.[same]) same += 1;
      return same;
    };
    const beside = [this.words[place - 1], this.words[place]].filter((other) => other !== undefined);
    const [best] = beside.sort((one, other) => shared(other) - shared(one));
    return best !== undefined && shared(best) >= Math.max(STEM, word.length - ENDING) ? [best] : [];
  }

  /** @param {string[]} stems @returns {Map<number, number>} for each page that has any of them, how well */
  scores(stems) {
    /** @type {Map<number, number>} */
    const held = new Map();
    for (const stem of stems) {
      for (const [page, weight] of postings(this.index.stems[stem]?.[1] ?? "")) {
        held.set(page, (held.get(page) ?? 0) + weight * (this.index.weights[page] ?? 1));
      }
    }
    const all = this.index.pages.length;
    const rare = Math.log(1 + (all - held.size + 0.5) / (held.size + 0.5));
    for (const [page, weight] of held) {
      const long = 1 - LENGTH + LENGTH * (this.index.pages[page] ?? 0) / this.average;
      held.set(page, rare * weight * (SATURATION + 1) / (weight + SATURATION * long));
    }
    return held;
  }

  /** @param {number} page @param {Set<string>} stems @returns {Promise<PageData>} with where these stand in it */
  async page(page, stems) {
    const { heavy, ...text } = await this.text(page);
    const places = text.content.split(/\s+/).flatMap((said, location) => (
      tokens(said).some((token) => stems.has(this.stems.get(token.text) ?? "")) ? [location] : []));
    const weigh = (/** @type {number} */ place) => Math.max(1, ...heavy.map(([from, to, weight]) => (from <= place && place < to ? weight : 1)));
    return { ...text, weighted_locations: places.map((location) => ({ location, weight: weigh(location) })) };
  }

  /** @param {number} page @returns {Promise<Text>} */
  async text(page) {
    const number = Math.floor(page / this.index.texts_a_file);
    const file = this.files.get(number) ?? this.file(number);
    file.catch(() => this.files.delete(number));
    this.files.set(number, file);
    const text = (await file)[page % this.index.texts_a_file];
    if (!text) throw new Error(`Tenfold: page ${page} is not in this copy`);
    return text;
  }
}

/**
 * What a stem's line says, such as "3,0.7,12": page 3, then page 4 with a weight of 7, then page 17.
 * @param {string} line
 * @returns {[number, number][]}
 */
function postings(line) {
  let page = -1;
  return line.split(",").filter(Boolean).map((each) => {
    const [skipped, weight] = each.split(".");
    page += Number(skipped) + 1;
    return [page, Number(weight ?? 1)];
  });
}

/**
 * @param {Index} index
 * @param {(number: number) => Promise<Text[]>} file
 * @returns {import("../../../../../theme/tenfold_theme/overrides/assets/find/place.js").Engine}
 */
export function engineOver(index, file) {
  const ranked = new Ranked(index, file);
  return { search: async (text) => ranked.search(text), names: async () => index.cases.map(String) };
}
