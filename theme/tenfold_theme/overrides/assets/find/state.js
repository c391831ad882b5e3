// What is asked for, as an address says it: words, filters, order, and which case studies are chosen to compare.

import { short } from "./dom.js";

/** @typedef {import("./table.js").Table} Table */
/** @typedef {import("./table.js").Chosen} Chosen */
/** @typedef {{q: string, chosen: Chosen, sort: string, compare: string[]}} State */

export const SORTS = ["newest", "evidence", "alike"];
export const MOST_TO_COMPARE = 4;
const MOST_SIGNS = 200;

/** @param {Chosen} chosen @returns {{facet: string, word: string}[]} the filters, one by one */
export const chosenWords = (chosen) => [...chosen].flatMap(([facet, words]) => [...words].map((word) => ({ facet, word })));

/**
 * What is chosen with more filters; what was given stays as it is.
 * @param {Chosen} chosen
 * @param {{facet: string, word: string}[]} more
 * @returns {Chosen}
 */
export function chosenAnd(chosen, more) {
  const both = new Map([...chosen].map(([facet, words]) => [facet, new Set(words)]));
  for (const { facet, word } of more) both.set(facet, (both.get(facet) ?? new Set()).add(word));
  return both;
}

/**
 * What an address asks for, and what of it cannot be followed, in words.
 * @param {string} search the part of the address from its question mark on
 * @param {Table} table
 * @returns {{state: State, ignored: string[]}}
 */
export function read(search, table) {
  const asked = new URLSearchParams(search);
  /** @type {State} */
  const state = { q: "", chosen: new Map(), sort: "", compare: [] };
  /** @type {string[]} */
  const ignored = [];
  for (const [name, value] of asked) {
    const problem = take(state, name, value, table);
    if (problem) ignored.push(problem);
  }
  return { state, ignored: [...new Set(ignored)] };
}

/**
 * @param {State} state
 * @param {string} name
 * @param {string} value
 * @param {Table} table
 * @returns {string} what is wrong with it, if anything
 */
function take(state, name, value, table) {
  if (name === "q") {
    state.q = value.slice(0, MOST_SIGNS);
    return value.length > MOST_SIGNS ? "the words after the first 200 signs" : "";
  }
  if (name === "sort") {
    state.sort = SORTS.includes(value) ? value : "";
    return value && !state.sort ? `sorting by “${short(value)}”, which is not a way to sort` : "";
  }
  if (name === "compare") {
    const { ids, ignored } = knownCases(value, table);
    state.compare = ids;
    return ignored.join(", ");
  }
  const facet = table.facets.get(name);
  if (!facet) return `“${short(name)}”, which is not a filter here`;
  if (!facet.words.has(value)) return `“${short(value)}”, under which there is no case study by ${facet.label.toLowerCase()}`;
  state.chosen.set(name, new Set([...(state.chosen.get(name) ?? []), value]));
  return "";
}

/**
 * The case studies that a list of ids names, and what of it cannot be followed.
 * @param {string} value ids with commas between them
 * @param {Table} table
 */
export function knownCases(value, table) {
  const named = value.split(",").map((id) => id.trim()).filter(Boolean).map((id) => table.moved.get(id) ?? id);
  const unique = [...new Set(named)];
  const ids = unique.filter((id) => table.positions.has(id));
  const ignored = unique.filter((id) => !table.positions.has(id)).map((id) => (
    table.withdrawn.has(id) ? `“${short(id)}”, a case study that was withdrawn` : `“${short(id)}”, which is no case study here`));
  if (ids.length > MOST_TO_COMPARE) ignored.push(`all after the first ${MOST_TO_COMPARE} case studies`);
  return { ids: ids.slice(0, MOST_TO_COMPARE), ignored };
}

/**
 * The address of a state: nothing in it that is not asked for, filters in the order of the table.
 * @param {State} state
 * @param {Table} table
 */
export function write(state, table) {
  const asked = new URLSearchParams();
  if (state.q) asked.set("q", state.q);
  for (const [facet, { words }] of table.facets) {
    for (const word of words.keys()) if (state.chosen.get(facet)?.has(word)) asked.append(facet, word);
  }
  if (state.sort) asked.set("sort", state.sort);
  const text = asked.toString();
  const compare = state.compare.length ? `${text ? "&" : ""}compare=${state.compare.join(",")}` : "";
  return text || compare ? `?${text}${compare}` : "";
}
