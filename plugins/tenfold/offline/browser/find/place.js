// How the parts of an offline copy are reached from a page that was opened as a file: no server names the page of a folder,
// and a browser hands no file to a script that asks for it. So links name their file, and data come as scripts, each of
// which gives what it holds to `tenfoldData`.

import { engineOver } from "./ranked.js";

/** @typedef {import("../../../../../theme/tenfold_theme/overrides/assets/find/place.js").Engine} Engine */

/** @type {Map<string, any>} */
const given = new Map();
/** @type {Map<string, Promise<any>>} */
const asked = new Map();
Object.assign(window, { tenfoldData: (/** @type {string} */ path, /** @type {any} */ data) => given.set(path, data) });

/**
 * The link to a page, or to a part of one.
 * @param {string} root the way to the root of the copy
 * @param {string} address from there, such as `find/?q=repair`
 */
export function at(root, address) {
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  return `${root}${path.replace(/(^|\/)$/, "$1index.html")}${rest}`;
}

/**
 * What a file of the site holds as JSON.
 * @param {string} root
 * @param {string} path from there
 * @returns {Promise<any>}
 */
export function fetchJson(root, path) {
  const file = asked.get(path) ?? loaded(root, path);
  file.catch(() => asked.delete(path));
  asked.set(path, file);
  return file;
}

/** @param {string} root @param {string} path @returns {Promise<any>} */
function loaded(root, path) {
  return new Promise((done, failed) => {
    const script = document.createElement("script");
    script.onload = script.onerror = () => {
      script.remove();
      if (given.has(path)) done(given.get(path));
      else failed(new Error(`${path} is not in this copy`));
      given.delete(path);
    };
    script.src = `${root}${path.replace(/\.json$/, ".js")}`;
    document.head.append(script);
  });
}

/**
 * The index that was made with the copy.
 * @param {string} root
 * @returns {Promise<Engine>}
 */
export const engine = async (root) => engineOver(await fetchJson(root, "offline/words.json"), (number) => fetchJson(root, `offline/texts/${number}.json`));
