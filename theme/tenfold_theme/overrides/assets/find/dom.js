// Elements made from text. Nothing that a reader types, an address says or a page holds is ever read as markup.

/**
 * An element with attributes and children; strings become text.
 * @param {string} tag
 * @param {Record<string, string | boolean | EventListener>} [attributes] `true` sets an attribute, `false` leaves it out
 *   and a function listens: {onclick: ...}
 * @param {...(Node | string | null | undefined)} children
 * @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else if (value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/**
 * One of the page's icons, for the eye alone.
 * @param {string} name
 */
export function icon(name) {
  const ns = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(ns, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(ns, "use");
  use.setAttribute("href", `#i_${name}`);
  svg.append(use);
  return svg;
}

/**
 * What the page must hold; it does, unless a local template left it out.
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} within
 * @param {string} selector
 * @returns {T}
 */
export function part(within, selector) {
  const found = within.querySelector(selector);
  if (!found) throw new Error(`Tenfold: ${selector} is missing in this page`);
  return /** @type {T} */ (found);
}

/**
 * @param {number} number
 * @param {string} one
 * @param {string} many
 */
export const counted = (number, one, many) => `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;

/** @param {number} number */
export const cases = (number) => counted(number, "case study", "case studies");

/**
 * Words as a list in a sentence: "a, b and c".
 * @param {string[]} words
 */
export function listed(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
}

/**
 * What somebody typed, cut where it would fill the page.
 * @param {string} text
 */
export const short = (text) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/**
 * Text to stand inside a sentence: its first letter small, unless it starts with a name or an abbreviation.
 * @param {string} text
 */
export const inside = (text) => (/^(English|[A-Z][A-Z])/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));

/**
 * Do something once nothing has called for it for a while.
 * @param {() => void} action
 * @param {number} milliseconds
 */
export function settled(action, milliseconds) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = window.setTimeout(action, milliseconds);
  };
}
