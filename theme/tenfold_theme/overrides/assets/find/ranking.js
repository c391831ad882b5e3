// In which order case studies are shown, and which of the filters each of them matches.

import { holds } from "./table.js";
import { alikeness } from "./setting.js";

/** @typedef {import("./table.js").Table} Table */
/** @typedef {import("./table.js").Chosen} Chosen */
/** @typedef {{facet: string, word: string, label: string}} Match */

/**
 * The chosen filters that a case study matches.
 * @param {number} position
 * @param {Chosen} chosen
 * @param {Table} table
 * @returns {Match[]}
 */
export function matches(position, chosen, table) {
  const found = [];
  for (const [facet, words] of chosen) {
    for (const word of words) {
      const known = table.facets.get(facet)?.words.get(word);
      if (known && holds(known.bits, position)) found.push({ facet, word, label: known.label });
    }
  }
  return found;
}

/**
 * Case studies in the order that was asked for; those that tie by the words found, filters matched, likeness to the
 * reader's setting, evidence, and last by the name of the setting.
 * @param {number[]} positions
 * @param {{sort: string, chosen: Chosen, ranks: Map<number, number>, setting: import("./setting.js").Setting | null}} by
 *   `ranks`: the place of each among those that the words found, from 0
 * @param {Table} table
 */
export function ordered(positions, { sort, chosen, ranks, setting }, table) {
  const keys = new Map(positions.map((position) => {
    const like = setting ? -alikeness(setting, table, position) : 0;
    const strong = -(table.evidence[position] ?? -1);
    const asked = { newest: -(table.published[position] ?? 0), evidence: strong, alike: like }[sort] ?? 0;
    return [position, [asked, ranks.get(position) ?? 0, -matches(position, chosen, table).length, like, strong, position]];
  }));
  return positions.sort((one, other) => compare(keys.get(one) ?? [], keys.get(other) ?? []));
}

/** @param {number[]} one @param {number[]} other */
function compare(one, other) {
  for (const [at, key] of one.entries()) if (key !== other[at]) return key - (other[at] ?? 0);
  return 0;
}
