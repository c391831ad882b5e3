// What a reader's own setting is: kept in this browser alone, and held against case studies.

import { el, icon, inside, listed } from "./dom.js";

/** @typedef {import("./table.js").Table} Table */
/** @typedef {Record<string, string[]>} Setting For phase, kind, region and challenge, the words that were chosen. */

const KEY = "tenfold.setting";
const SLASH = "tenfold.slash";
export const FACETS = ["phase", "kind", "region", "challenge"];

/**
 * The setting that is kept here, or null when there is none or nothing can be kept.
 * @returns {Setting | null}
 */
export function mySetting() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "null");
    if (!kept || typeof kept !== "object") return null;
    const setting = Object.fromEntries(FACETS.map((facet) => [facet, textsIn(kept[facet])]));
    return FACETS.some((facet) => setting[facet]?.length) ? setting : null;
  } catch {
    return null;
  }
}

/** @param {unknown} value @returns {string[]} */
const textsIn = (value) => (Array.isArray(value) ? value.filter((each) => typeof each === "string") : []);

/**
 * @param {Setting} setting
 * @returns {boolean} whether this browser keeps it
 */
export function keepSetting(setting) {
  try {
    localStorage.setItem(KEY, JSON.stringify(setting));
    return true;
  } catch {
    return false;
  }
}

/** Whether the key / goes to the search box; on unless somebody turned it off here. */
export function slashWorks() {
  try {
    return localStorage.getItem(SLASH) !== "off";
  } catch {
    return true;
  }
}

/**
 * @param {boolean} on
 * @returns {boolean} whether this browser keeps it
 */
export function setSlash(on) {
  try {
    if (on) localStorage.removeItem(SLASH);
    else localStorage.setItem(SLASH, "off");
    return true;
  } catch {
    return false;
  }
}

/** @returns {boolean} whether it is gone now */
export function clearSetting() {
  try {
    localStorage.removeItem(KEY);
    localStorage.removeItem(SLASH);
    return true;
  } catch {
    return false;
  }
}

/**
 * How many things a case study shares with a setting.
 * @param {Setting} setting
 * @param {Table} table
 * @param {number} position
 */
export function alikeness(setting, table, position) {
  return FACETS.reduce((sum, facet) => sum + sharedWords(setting, table, position, facet).length, 0);
}

/** @param {Setting} setting @param {Table} table @param {number} position @param {string} facet */
function sharedWords(setting, table, position, facet) {
  return table.wordsOf(facet, position).filter((word) => setting[facet]?.includes(word));
}

/**
 * What is alike and what differs, in words.
 * @param {Setting} setting
 * @param {Table} table
 * @param {number} position
 * @returns {{alike: string, differs: string}} either may be empty
 */
export function comparedWith(setting, table, position) {
  /** @type {string[]} */
  const alike = [];
  /** @type {string[]} */
  const differs = [];
  for (const facet of ["phase", "kind", "region"]) {
    const theirs = table.wordsOf(facet, position);
    const same = sharedWords(setting, table, position, facet);
    const place = (/** @type {string} */ word) => table.facets.get(facet)?.words.get(word)?.place ?? "";
    // "In a primary school" says already that it is a school.
    if (same.length && !(facet === "kind" && same[0] === "school" && alike.length)) alike.push(place(same[0] ?? ""));
    else if (!same.length && theirs.length && setting[facet]?.length) differs.push(place(theirs[0] ?? ""));
  }
  const faced = sharedWords(setting, table, position, "challenge").map((word) => inside(table.label("challenge", word)));
  if (faced.length) alike.push(`facing ${listed(faced)}`);
  return { alike: alike.join(", "), differs: differs.join(", ") };
}

/**
 * The same as a line of a card or a page; null when there is nothing to say.
 * @param {Setting} setting
 * @param {Table} table
 * @param {number} position
 * @param {string} had who did the work there, if that is known
 */
export function likenessLine(setting, table, position, had = "") {
  const { alike, differs } = comparedWith(setting, table, position);
  if (!alike && !differs && !had) return null;
  return el(
    "div",
    { class: "alike" },
    alike ? el("p", {}, icon("check"), el("span", {}, el("b", {}, "Like you: "), `${alike}.`)) : null,
    differs ? el("p", {}, el("span", {}, el("b", {}, "Unlike you: "), `${differs}.`)) : null,
    had ? el("p", {}, el("span", {}, el("b", {}, "They had: "), had)) : null,
  );
}
