// What somebody typed as a situation ("secondary, no money"), read as filters.

/** @typedef {{facets: Map<string, {label: string, words: Map<string, {label: string, also: string[]}>}>}} Filters What the filters are called: the table knows it, and so does the header. */
/** @typedef {{text: string, start: number, end: number}} Token */
/** @typedef {Token & {at: number, whole: number}} Left A token that is left of a text; `at`: which of its tokens, `whole`: the first of those that a hyphen joins. */
/** @typedef {{from: number, to: number}} Span Some tokens, from the first to before the last. */
/** @typedef {Span & {facet: string, word: string, label: string, spans: Span[]}} Hint A filter, the longest phrase that says it, and all that do. */

const TOKEN = /[\p{L}\p{N}]+/gu;
export const SMALL_WORDS = new Set(
  ("a about all also am an and any are as at be been but by can could do for from get had has have how i if in into is it its " +
    "just lot lots many me more most much my need not of on or our out should so some that the their them there they this to " +
    "too us very want was we what when where which who why will with would you your").split(" "),
);
/** Alone they carry no meaning either: here everything is about schools and children. */
const EVERYWHERE = "boy boys child children girl girls kid kids people pupil pupils school schools setting settings student students".split(" ");
export const CARRIES_NOTHING = new Set([...SMALL_WORDS, ...EVERYWHERE]);
/** They say how much there is of something, or that it is a trouble: without it, nothing. */
const ONLY_HOW = new Set(
  ("bad because big case difficult difficulties due example examples few having help high huge increasing issue issues large " +
    "less looking low no problem problems rising several struggle struggles struggling studies study trouble without").split(" "),
);
const BETWEEN = /^[\s'’/&-]*$/;

/** The facets whose words say a situation. A place or a kind of setting is more often a part of a name. */
const SITUATION = new Set(["challenge", "need"]);

/** @param {string} text @returns {Token[]} */
export function tokens(text) {
  return [...text.normalize("NFC").matchAll(TOKEN)].map((match) => ({
    text: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * The filters that a text seems to mean, in its order, each once; of two that the same words say, the longer.
 * @param {string} text
 * @param {Filters} filters
 * @returns {Hint[]}
 */
export function hintsIn(text, filters) {
  const said = tokens(text);
  /** @type {Hint[]} */
  const hints = [];
  for (const [facet, { words }] of filters.facets) {
    for (const [word, { label, also }] of words) {
      const spans = [label, ...also].flatMap((phrase) => spansOf(said, phrase));
      const longest = spans.sort((one, other) => other.to - other.from - (one.to - one.from))[0];
      if (longest) hints.push({ facet, word, label, spans, ...longest });
    }
  }
  const best = hints.filter((hint) => !hints.some((other) => covers(other, hint)));
  return best.sort((one, other) => one.from - other.from || other.to - one.to);
}

/**
 * The words of a text that say a filter: they are spelt well enough.
 * @param {string} text
 * @param {Filters} filters
 */
export function meanings(text, filters) {
  const said = tokens(text).map((token) => token.text);
  return new Set(hintsIn(text, filters).flatMap(({ spans }) => spans.flatMap(({ from, to }) => said.slice(from, to))));
}

/**
 * The situations that a text means.
 * @param {string} text
 * @param {Filters} filters
 */
export const meantBy = (text, filters) => hintsIn(text, filters).filter(({ facet }) => SITUATION.has(facet));

/**
 * The labels of situations which a text seems to mean and of which no case study tells.
 * @param {string} text
 * @param {import("./table.js").Table} table
 * @returns {string[]}
 */
export function untoldIn(text, table) {
  const said = tokens(text);
  return table.untold.filter(({ label, also }) => [label, ...also].some((phrase) => spansOf(said, phrase).length)).map(({ label }) => label);
}

/** @param {Hint} one @param {Hint} other */
const covers = (one, other) =>
  one.from <= other.from && one.to >= other.to && one.to - one.from > other.to - other.from;

/**
 * Where a phrase stands among the tokens: its last word may go on, unless the phrase ends in a space.
 * @param {Token[]} said
 * @param {string} phrase
 * @returns {Span[]}
 */
function spansOf(said, phrase) {
  const whole = phrase.endsWith(" ");
  const wanted = tokens(phrase).map((token) => token.text);
  const found = [];
  for (let from = 0; from + wanted.length <= said.length; from += 1) {
    const fits = wanted.every((word, at) => {
      const here = said[from + at]?.text ?? "";
      return at === wanted.length - 1 && !whole && word.length > 2 ? here.startsWith(word) : here === word;
    });
    if (fits && wanted.length) found.push({ from, to: from + wanted.length });
  }
  return found;
}

/**
 * A text without the words that hints say, and without those around them that say nothing by themselves. While it still
 * says other hints, the rest stays as it is: somebody takes them one by one.
 * @param {string} text
 * @param {Hint[]} used
 * @param {Hint[]} [others] what else it says
 */
export function withoutHints(text, used, others = []) {
  const typed = text.normalize("NFC");
  const said = joined(tokens(typed), typed);
  const kept = new Set(said.filter(({ at }) => !says(used, at)).map(({ whole }) => whole));
  const left = said.filter(({ whole }) => kept.has(whole));
  if (others.length) return left.map(({ start, end }) => typed.slice(start, end)).join(" ");
  return parts(left, typed).map(withoutEnds).filter(tells)
    .map((part) => typed.slice(part[0]?.start, part[part.length - 1]?.end)).join(" ");
}

/**
 * Tokens with where they stand and which word they are a part of: "after-school" is one.
 * @param {Token[]} said
 * @param {string} typed
 * @returns {Left[]}
 */
function joined(said, typed) {
  let whole = 0;
  return said.map((token, at) => {
    if (typed.slice(said[at - 1]?.end ?? 0, token.start) !== "-") whole = at;
    return { ...token, at, whole };
  });
}

/** @param {Hint[]} hints @param {number} at */
const says = (hints, at) => hints.some(({ spans }) => spans.some(({ from, to }) => from <= at && at < to));

/**
 * Words that follow each other, with nothing between them that ends a thought.
 * @param {Left[]} left
 * @param {string} typed
 */
function parts(left, typed) {
  /** @type {Left[][]} */
  const found = [];
  for (const [place, token] of left.entries()) {
    const before = left[place - 1];
    const goesOn = before?.at === token.at - 1 && BETWEEN.test(typed.slice(before.end, token.start));
    if (goesOn) found[found.length - 1]?.push(token);
    else found.push([token]);
  }
  return found;
}

/**
 * A part without the words at its ends that only led to what was taken: "a school with football mentors".
 * @param {Left[]} part
 */
function withoutEnds(part) {
  let from = 0, to = part.length;
  while (from < to && leads(part[from], part[from + 1])) from += 1;
  while (to > from && leads(part[to - 1], part[to - 2])) to -= 1;
  return part.slice(from, to);
}

/**
 * @param {Left | undefined} token at an end
 * @param {Left | undefined} inner the one beside it
 */
const leads = (token, inner) => SMALL_WORDS.has(token?.text ?? "") || (CARRIES_NOTHING.has(token?.text ?? "") && SMALL_WORDS.has(inner?.text ?? "a"));

/** @param {Left[]} part */
const tells = (part) => part.some(({ text }) => !CARRIES_NOTHING.has(text) && !ONLY_HOW.has(text) && !/^\p{N}+$/u.test(text));
