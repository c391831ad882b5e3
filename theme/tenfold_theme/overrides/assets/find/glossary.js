// The glossary in search: whoever types one of its terms is told at once what it means.

import { el } from "./dom.js";
import { CARRIES_NOTHING, tokens } from "./hints.js";
import { at, fetchJson } from "./place.js";

/** @typedef {{id: string, name: string, means: string, from?: string}} Meaning `from`: whose term it is, in a local copy that added it. */

const MOST = 3; // terms that are explained at a time
const ASKING = new Set("between define defined definition difference does explain explained mean meaning means s stand stands versus vs what".split(" "));

export class Glossary {
  /** @param {string} root the way to the root of the site */
  constructor(root) {
    this.root = root;
    /** @type {Promise<{places: Map<string, number[]>, longest: number, ids: string[], aFile: number}> | null} */
    this.loading = null;
    /** @type {Map<number, Promise<any>>} */
    this.files = new Map();
  }

  /** What its terms are called, fetched when it is first wanted. */
  ready() {
    this.loading ??= fetchJson(this.root, "find/terms.json").then(named);
    this.loading.catch(() => { this.loading = null; });
    return this.loading;
  }

  /**
   * What a text asks for, when it says terms and nothing else that matters: "EHCP", "what is a managed move". Without the
   * glossary, nothing: search goes on without it.
   * @param {string} text
   * @returns {Promise<Meaning[]>}
   */
  async meanings(text) {
    try {
      const { places, longest, ids, aFile } = await this.ready();
      const found = termsIn(tokens(text).map((token) => token.text), places, longest).slice(0, MOST);
      return await Promise.all(found.map(async (place) => {
        const file = await this.file(Math.floor(place / aFile));
        return { id: ids[place], ...file[place % aFile] };
      }));
    } catch {
      return [];
    }
  }

  /**
   * What a text asks about, without the words that only ask: pages that explain something seldom say "meaning".
   * @param {string} text
   */
  subject(text) {
    return tokens(text).map((token) => token.text).filter((word) => !ASKING.has(word)).join(" ");
  }

  /** @param {number} number */
  file(number) {
    const file = this.files.get(number) ?? fetchJson(this.root, `find/meanings/${number}.json`);
    file.catch(() => this.files.delete(number));
    this.files.set(number, file);
    return file;
  }
}

/**
 * @param {{a_file: number, terms: string[][]}} data as `find/terms.json` has it
 */
function named({ a_file: aFile, terms }) {
  /** @type {Map<string, number[]>} */
  const places = new Map();
  let longest = 0;
  for (const [place, [, ...names]] of terms.entries()) {
    for (const name of names) {
      const said = tokens(name).map((token) => token.text);
      const key = run(said);
      longest = Math.max(longest, said.length);
      places.set(key, [...new Set([...(places.get(key) ?? []), place])]);
    }
  }
  return { places, longest: longest + 1, ids: terms.map(([id = ""]) => id), aFile };
}

/**
 * Words run together, without the last s: "off rolling" and "offrolling" are one, and so are "SENCO", "SENCOs" and "SENCO's".
 * @param {string[]} words
 */
const run = (words) => words.join("").replace(/s$/, "");

/**
 * The terms that words say, in their order; none, when the words say something else as well.
 * @param {string[]} said
 * @param {Map<string, number[]>} places
 * @param {number} longest
 */
function termsIn(said, places, longest) {
  /** @type {Set<number>} */
  const found = new Set();
  for (let from = 0; from < said.length;) {
    const to = behindTerm(said, from, places, longest);
    const word = said[from] ?? "";
    if (to === from && !ASKING.has(word) && !CARRIES_NOTHING.has(word)) return [];
    for (const place of places.get(run(said.slice(from, to))) ?? []) found.add(place);
    from = Math.max(to, from + 1);
  }
  return [...found];
}

/**
 * The place behind the longest term that starts at a word; that of the word itself when none does.
 * @param {string[]} said
 * @param {number} from
 * @param {Map<string, number[]>} places
 * @param {number} longest
 */
function behindTerm(said, from, places, longest) {
  let to = Math.min(from + longest, said.length);
  while (to > from && !places.has(run(said.slice(from, to)))) to -= 1;
  return to;
}

/**
 * Meanings, each with the way to its place in the glossary, in a box that is hidden when there are none.
 * @param {HTMLElement} box
 * @param {string} root the way to the root of the site
 * @param {Meaning[]} meanings
 */
export function drawMeanings(box, root, meanings) {
  const shown = meanings.map(({ id }) => id).join(" ");
  if (box.dataset["terms"] === shown) return; // whoever has gone to its link stays there
  box.dataset["terms"] = shown;
  box.hidden = !meanings.length;
  box.replaceChildren(...meanings.map(({ id, name, means, from }) => el("p", {},
    el("b", {}, `${name}:`), ` ${means} `, from ? el("span", { class: "quiet" }, `${from}. `) : null,
    el("a", { href: at(root, `glossary/#${id}`) }, "In the glossary", el("span", { class: "sr" }, ` (${name})`)))));
}
