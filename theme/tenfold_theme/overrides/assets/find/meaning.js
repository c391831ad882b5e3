// What words mean beside what they say: "suspended" also means the case studies about suspension, whether or not they
// write that very word.

import { meantBy, tokens } from "./hints.js";
import { holds } from "./table.js";

/** @typedef {import("./table.js").Table} Table */
/** @typedef {import("./hints.js").Hint} Hint */
/** @typedef {import("./words.js").Answer} Answer */
/** @typedef {{term: string, said: Set<number>, meant: Hint[]}} Term A word: the case studies that say it, and the filters that it may mean. */
/** @typedef {{ranks: Map<number, number>, partial: boolean, meant: Hint[], unsaid: Term[]}} Sense The case studies that the words are about, each with its place; the filters that are meant; words that no case study says. */

/**
 * The case studies that hold all words of a text, because they say the word or stand under the filter that it means; if
 * there are none, those that hold some. First those under the most of the filters, then those that hold the most words,
 * then those in which the words stand best.
 * @param {string} text
 * @param {Answer} answer what the search for the text found
 * @param {Map<string, number>} places where in the table the pages stand, by the name that results have for them
 * @param {Table} table
 * @returns {Sense}
 */
export function senseOf(text, answer, places, table) {
  const meant = meantBy(text, table);
  const said = tokens(text).map((token) => token.text);
  const terms = answer.terms.map(({ term, results }) => ({
    term,
    said: new Set(results.flatMap(({ id }) => places.get(id) ?? [])),
    meant: meant.filter(({ spans }) => spans.some(({ from, to }) => said.slice(from, to).includes(term))),
  })).filter((term) => term.said.size || term.meant.length || !answer.unknown.includes(term.term));
  const held = new Map([...table.cases.keys()].map((position) => [position, terms.filter((term) => holdsTerm(position, term, table)).length]));
  const all = [...held.keys()].filter((position) => terms.length && held.get(position) === terms.length);
  const some = [...held.keys()].filter((position) => held.get(position));
  const found = all.length || terms.length < 2 ? all : some;
  const order = new Map(answer.results.map(({ id }, rank) => [places.get(id) ?? -1, rank]));
  const keys = new Map(found.map((position) => [position, [
    -meant.filter((hint) => under(hint, position, table)).length,
    -(held.get(position) ?? 0),
    order.get(position) ?? order.size,
  ]]));
  found.sort((one, other) => compare(keys.get(one) ?? [], keys.get(other) ?? []));
  return {
    ranks: new Map(found.map((position, rank) => [position, rank])),
    partial: found.length > 0 && !all.length,
    meant,
    unsaid: terms.filter((term) => !term.said.size && term.meant.length),
  };
}

/** @param {Hint} hint @param {number} position @param {Table} table */
function under({ facet, word }, position, table) {
  const bits = table.facets.get(facet)?.words.get(word)?.bits;
  return Boolean(bits && holds(bits, position));
}

/** @param {number} position @param {Term} term @param {Table} table */
const holdsTerm = (position, { said, meant }, table) => said.has(position) || meant.some((hint) => under(hint, position, table));

/** @param {number[]} one @param {number[]} other */
function compare(one, other) {
  const at = one.findIndex((key, index) => key !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
