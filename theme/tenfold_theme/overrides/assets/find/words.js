// Full-text search, and what its results say: which words are known, the best passage of a page.

import { SMALL_WORDS, tokens } from "./hints.js";
import { engine, fetchJson } from "./place.js";
import { nearest } from "./spelling.js";

/** @typedef {{id: string, score: number, data: () => Promise<PageData>}} PageResult */
/** @typedef {{id: string, text: string, location: number}} Anchor */
/** @typedef {{url: string, content: string, meta: Record<string, string>, anchors: Anchor[], weighted_locations: {location: number, weight: number}[]}} PageData */
/** @typedef {{title: string, anchor: string, pieces: {text: string, marked: boolean}[]}} Passage */
/** @typedef {{results: PageResult[], partial: boolean, unknown: string[], terms: {term: string, results: PageResult[]}[]}} Answer `terms`: each word that was looked for, with the pages that hold it. */

const MOST_WORDS = 8;
const JUDGED = 5; // pages that are looked at before a word counts as unknown
const PASSAGE = 26; // words: two or three lines of a card

export class Words {
  /** @param {string} root the way to the root of the site */
  constructor(root) {
    this.root = root;
    /** @type {Promise<import("./place.js").Engine> | null} */
    this.loading = null;
    /** @type {Map<string, Promise<{results: PageResult[], known: boolean}>>} */
    this.asked = new Map();
    /** @type {Promise<string[]> | undefined} */
    this.spelling = undefined;
    /** @type {Map<string, Promise<PageData>>} */
    this.turns = new Map();
  }

  /** What searches, fetched when it is first wanted. Rejects when it is not there or cannot run here. */
  ready() {
    this.loading ??= engine(this.root);
    this.loading.catch(() => { this.loading = null; });
    return this.loading;
  }

  /**
   * For each case study in the order of the table, the name that results have for its page.
   * @returns {Promise<string[]>}
   */
  async names() {
    return (await this.ready()).names();
  }

  /**
   * The pages that hold all the words; if there are fewer than `enough`, then also those that hold some, the most first.
   * @param {string} text
   * @param {(result: PageResult) => boolean} [wanted] which pages count
   * @param {number} [enough]
   * @returns {Promise<Answer>}
   */
  async search(text, wanted = () => true, enough = 1) {
    const terms = searched(text);
    const each = await Promise.all(terms.map((term) => this.one(term)));
    const known = terms.filter((_, at) => each[at]?.known);
    const unknown = terms.filter((_, at) => !each[at]?.known);
    const found = terms.map((term, at) => ({ term, results: each[at]?.known ? each[at].results.filter(wanted) : [] }));
    const all = known.length > 1 ? await this.ask(known.join(" ")) : each.flatMap((one) => (one.known ? one.results : []));
    const strict = all.filter(wanted);
    if (strict.length >= enough || known.length < 2) return { results: strict, partial: false, unknown, terms: found };
    return { results: merged(strict, found.map((one) => one.results)), partial: true, unknown, terms: found };
  }

  /**
   * A text with those words put right that no page says and that are nearly a word which some do.
   * @param {string} text
   * @param {Set<string>} [right] words that stay
   * @returns {Promise<{text: string, changed: [string, string][]}>}
   */
  async spelt(text, right = new Set()) {
    const terms = searched(text).filter((term) => !right.has(term));
    const each = await Promise.all(terms.map((term) => this.one(term)));
    const unknown = terms.filter((_, at) => !each[at]?.known);
    if (!unknown.length) return { text, changed: [] };
    const words = await this.spellings();
    /** @type {Map<string, string>} */
    const read = new Map();
    for (const term of unknown) {
      const word = nearest(term, words);
      if (word) read.set(term, word);
    }
    let put = text.normalize("NFC");
    for (const token of tokens(text).reverse()) {
      const word = read.get(token.text);
      if (word) put = put.slice(0, token.start) + word + put.slice(token.end);
    }
    return { text: put, changed: [...read] };
  }

  /** The words of the pages, the most frequent first: fetched when one was typed that nobody writes. Without them, none. */
  spellings() {
    /** @type {Promise<string[]>} */
    const words = this.spelling ?? fetchJson(this.root, "find/spelling.json").then((text) => text.split(" ")).catch(() => []);
    this.spelling = words;
    return words;
  }

  /** @param {string} text @returns {Promise<PageResult[]>} */
  async ask(text) {
    return (await (await this.ready()).search(text)).results;
  }

  /**
   * The page behind a result, with where in it the words stand. Pagefind keeps one object for a page and writes the places
   * of the latest search into it: so each search waits for its turn, and takes a copy.
   * @param {PageResult} result
   * @returns {Promise<PageData>}
   */
  page(result) {
    const before = this.turns.get(result.id) ?? Promise.resolve();
    const turn = before.catch(() => {}).then(() => result.data()).then((data) => structuredClone(data));
    this.turns.set(result.id, turn);
    return turn;
  }

  /**
   * Whether any of the best pages says a term: the very best may say another word of the same stem.
   * @param {PageResult[]} results
   * @param {string} term
   */
  async known(results, term) {
    for (const result of results.slice(0, JUDGED)) if (says(await this.page(result), term)) return true;
    return false;
  }

  /** @param {string} term */
  one(term) {
    const asked = this.asked.get(term) ?? this.ask(term).then(async (results) => ({ results, known: await this.known(results, term) }));
    asked.catch(() => this.asked.delete(term));
    this.asked.set(term, asked);
    return asked;
  }
}

/**
 * The words of a text that are worth looking for.
 * @param {string} text
 */
export function searched(text) {
  const said = [...new Set(tokens(text).map((token) => token.text))];
  const telling = said.filter((word) => !SMALL_WORDS.has(word));
  return (telling.length ? telling : said).slice(0, MOST_WORDS);
}

/**
 * Pages by how many of the words they hold, then by how well.
 * @param {PageResult[]} strict those with all of them
 * @param {PageResult[][]} some for each word, those with it
 */
function merged(strict, some) {
  /** @type {Map<string, {result: PageResult, words: number, score: number}>} */
  const pages = new Map();
  for (const results of some) {
    for (const result of results) {
      const page = pages.get(result.id) ?? { result, words: 0, score: 0 };
      pages.set(result.id, { result: page.result, words: page.words + 1, score: page.score + result.score });
    }
  }
  const ids = new Set(strict.map((result) => result.id));
  const rest = [...pages.values()].filter((page) => !ids.has(page.result.id));
  rest.sort((one, other) => other.words - one.words || other.score - one.score);
  return [...strict, ...rest.map((page) => page.result)];
}

/**
 * Whether what Pagefind found for a term is the term: for one that is nowhere, it takes any word that starts like it.
 * @param {PageData} data
 * @param {string} term
 */
function says(data, term) {
  const content = data.content.split(/\s+/);
  return data.weighted_locations.some(({ location }) => {
    const inText = tokens(content[location] ?? "").map((token) => token.text);
    return inText.some((word) => alike(word, term));
  });
}

/** @param {string} word @param {string} term */
function alike(word, term) {
  let same = 0;
  while (same < Math.min(word.length, term.length) && word[same] === term[same]) same += 1;
  // The same word or the start of it; or another of its stem: account and accountability, initials and initiatives.
  return (same >= Math.min(term.length, 3) && same >= term.length - 4) || same >= Math.max(5, word.length - 3);
}

/**
 * The passage of a page that says most of what was looked for, with its section.
 * @param {PageData} data
 * @returns {Passage}
 */
export function passage(data) {
  const content = data.content.split(/\s+/);
  const sections = sectionsOf(data, content.length);
  const found = new Set(data.weighted_locations.map(({ location }) => location));
  const weigh = (/** @type {{from: number, to: number}} */ { from, to }) =>
    data.weighted_locations.reduce((sum, { location, weight }) => sum + (from <= location && location < to ? weight : 0), 0);
  const best = sections.reduce((one, other) => (weigh(other) > weigh(one) ? other : one));
  const said = [...found].filter((location) => best.from <= location && location < best.to);
  const heading = best.title ? best.title.split(/\s+/).length : 0; // shown as the section already
  const start = densest(said, { from: Math.min(best.from + heading, best.to - 1), to: best.to });
  const pieces = [];
  for (let at = start; at < Math.min(start + PASSAGE, best.to); at += 1) {
    pieces.push({ text: content[at] ?? "", marked: found.has(at) });
  }
  return { title: best.title, anchor: best.id, pieces };
}

/**
 * @param {PageData} data
 * @param {number} end
 */
function sectionsOf(data, end) {
  const anchors = data.anchors.filter((anchor) => anchor.text?.trim()).sort((one, other) => one.location - other.location);
  const starts = [{ id: "", text: "", location: 0 }, ...anchors];
  return starts.map((anchor, at) => ({
    id: anchor.id,
    title: anchor.text.trim(),
    from: anchor.location,
    to: Math.max(starts[at + 1]?.location ?? end, anchor.location),
  }));
}

/**
 * Where to start a passage so that it holds the most of these words, a few words before the first of them.
 * @param {number[]} locations
 * @param {{from: number, to: number}} section
 */
function densest(locations, section) {
  const sorted = locations.sort((one, other) => one - other);
  let best = { start: section.from, held: 0 };
  for (const start of sorted) {
    const held = sorted.filter((other) => start <= other && other < start + PASSAGE - 5).length;
    if (held > best.held) best = { start: Math.max(section.from, start - 5), held };
  }
  return Math.max(section.from, Math.min(best.start, section.to - PASSAGE));
}
