// What somebody typed as a situation ("secondary, no money"), read as filters.

/** @typedef {import("./table.js").Table} Table */
/** @typedef {{text: string, start: number, end: number}} Token */
/** @typedef {{from: number, to: number}} Span Some tokens, from the first to before the last. */
/** @typedef {Span & {facet: string, word: string, label: string, spans: Span[]}} Hint A filter, the longest phrase that says it, and all that do. */

const TOKEN = /[\p{L}\p{N}]+/gu;
export const SMALL_WORDS = new Set(
  ("a about all also am an and any are as at be been but by can could do for from get had has have how i if in into is it its " +
    "just lot lots many me more most much my need not of on or our out should so some that the their them there they this to " +
    "too us very want was we what when where which who why will with would you your").split(" "),
);

/** Whom nearly every situation is about: by themselves they tell nothing either. */
const WHOEVER = new Set("boy boys child children girl girls kid kids pupil pupils school schools student students".split(" "));

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
 * @param {Table} table
 * @returns {Hint[]}
 */
export function hintsIn(text, table) {
  const said = tokens(text);
  /** @type {Hint[]} */
  const hints = [];
  for (const [facet, { words }] of table.facets) {
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
 * The labels of situations which a text seems to mean and of which no case study tells.
 * @param {string} text
 * @param {Table} table
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
 * A text without the words that hints say; nothing at all when only words are left that tell nothing.
 * @param {string} text
 * @param {Hint[]} hints
 */
export function withoutHints(text, hints) {
  const said = tokens(text);
  const left = said.filter((_, at) => !hints.some(({ spans }) => spans.some(({ from, to }) => from <= at && at < to)));
  if (left.every(({ text: word }) => SMALL_WORDS.has(word) || WHOEVER.has(word))) return "";
  return left.map((token) => text.normalize("NFC").slice(token.start, token.end)).join(" ");
}
