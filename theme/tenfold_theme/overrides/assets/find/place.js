// How the parts of the site are reached from a page: here from a web server. An offline copy, which is opened as files, has
// another module in place of this one, with the same functions.

/** @typedef {import("./words.js").PageResult} PageResult */
/** @typedef {{search: (text: string) => Promise<{results: PageResult[]}>, names: () => Promise<string[]>}} Engine What searches for words. `names`: for each case study in the order of the table, the name that results have for its page. */

/**
 * The link to a page, or to a part of one.
 * @param {string} root the way to the root of the site
 * @param {string} address from there, such as `find/?q=repair`
 */
export const at = (root, address) => `${root}${address}`;

/**
 * What a file of the site holds as JSON.
 * @param {string} root
 * @param {string} path from there
 * @returns {Promise<any>}
 */
export async function fetchJson(root, path) {
  // Asked anew each time whether it has changed: pages, table and index of two builds do not fit together.
  const answer = await fetch(`${root}${path}`, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/**
 * Pagefind, fetched when it is first wanted. Rejects when the index is not there or cannot run here.
 * @param {string} root
 * @returns {Promise<Engine>}
 */
export async function engine(root) {
  const address = new URL(`${root}pagefind/`, location.href).href;
  const pagefind = await import(`${address}pagefind.js`);
  await pagefind.options({ basePath: address, baseUrl: "/" });
  await pagefind.init();
  return { search: (text) => pagefind.search(text), names: () => fetchJson(root, "pagefind/cases.json") };
}
