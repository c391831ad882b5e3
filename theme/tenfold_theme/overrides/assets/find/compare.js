// Two to four case studies side by side. The address says which; each is fetched as the parts that the rows show.

import { element } from "./cards.js";
import { cases, el, icon, listed, part, short } from "./dom.js";
import { fetchJson } from "./place.js";
import { knownCases, MOST_TO_COMPARE } from "./state.js";
import { loadTable } from "./table.js";

/** @typedef {{id: string, name: string, rows: Map<string, HTMLElement>}} Column */

const PAGE = { width: 735, height: 510 }; // points of a landscape A4 page for the cells of a comparison
const SIZES = [9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5];

/**
 * The largest size of print, in points, at which a comparison fits one landscape page, going by the length of its texts.
 * @param {Column[]} columns
 */
function printSize(columns) {
  const names = [...(columns[0]?.rows.keys() ?? [])];
  const height = (/** @type {number} */ size) => names.reduce((sum, name) => {
    const letters = (PAGE.width / columns.length - 9) / (size * 0.57);
    const lines = columns.map(({ rows }) => [...(rows.get(name)?.children ?? [])].reduce((all, each) => all + Math.ceil(printed(each) / letters), 0));
    return sum + Math.max(1, ...lines) * size * 1.22 + 6;
  }, 0);
  return SIZES.find((size) => height(size) <= PAGE.height) ?? SIZES.at(-1) ?? 6;
}

/**
 * How many letters of an element are printed.
 * @param {Element} element
 */
function printed(element) {
  const left = [...element.querySelectorAll(".in-full")].reduce((sum, part) => sum + length(part), 0);
  return element.matches(".in-full") ? 0 : length(element) - left;
}

/** @param {Element} element */
const length = (element) => (element.textContent ?? "").replace(/\s+/g, " ").trim().length;

class Comparison {
  /**
   * @param {HTMLElement} page
   * @param {import("./table.js").Table} table
   */
  constructor(page, table) {
    this.page = page;
    this.table = table;
    this.root = page.dataset["root"] ?? "../";
    /** @type {string[]} */
    this.ids = [];
    /** @type {Map<string, string>} */
    this.names = new Map();
    /** @type {HTMLFormElement} */
    this.form = part(page, "form.add");
    /** @type {HTMLSelectElement} */
    this.select = part(page, "#compare-add");
    this.status = part(page, ".status");
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.select.value) this.add(this.select.value);
    });
    addEventListener("popstate", () => this.open());
    page.dataset["ready"] = "";
  }

  async open() {
    const asked = new URLSearchParams(location.search);
    const { ids, ignored } = knownCases(asked.getAll("cases").join(","), this.table);
    const others = [...new Set([...asked.keys()].filter((name) => name !== "cases"))].map((name) => `“${short(name)}”, which means nothing here`);
    const box = part(this.page, ".ignored");
    box.textContent = `The address asked for more than can be followed. Left out: ${[...ignored, ...others].join("; ")}.`;
    box.hidden = !ignored.length && !others.length;
    this.ids = ids;
    await this.draw();
  }

  /** @param {string} id */
  async add(id) {
    await this.change([...this.ids, id]);
    if (this.form.hidden) [...this.page.querySelectorAll("button.remove")].filter((each) => each instanceof HTMLElement).at(-1)?.focus();
  }

  /** @param {string[]} ids */
  async change(ids) {
    history.pushState(null, "", `${location.pathname}${ids.length ? `?cases=${ids.join(",")}` : ""}`);
    await this.open();
  }

  async draw() {
    const columns = (await Promise.all(this.ids.map((id) => this.column(id)))).filter((column) => column !== null);
    part(this.page, ".compared").replaceChildren(...(columns.length ? [this.region(columns)] : []));
    const missing = this.ids.length - columns.length;
    const trouble = missing ? ` ${cases(missing)} could not be loaded here.` : "";
    this.status.textContent = `${this.says(columns)}${trouble}`;
    await this.offer();
  }

  /** @param {Column[]} columns */
  says(columns) {
    if (!columns.length) return "Nothing to compare yet. Choose two to four case studies below, or tick them where you find them.";
    const names = listed(columns.map(({ name }) => name));
    return columns.length === 1 ? `${names}. Add one more to compare.` : `${names}, side by side.`;
  }

  /** @param {string} id @returns {Promise<Column | null>} */
  async column(id) {
    try {
      const { name, rows } = await fetchJson(this.root, `compare/cases/${id}.json`);
      const holder = element(`<div>${rows}</div>`);
      const parts = [...holder.querySelectorAll(":scope > [data-row]")].map((row) => /** @type {HTMLElement} */ (row));
      return { id, name, rows: new Map(parts.map((row) => [row.dataset["row"] ?? "", row])) };
    } catch {
      return null;
    }
  }

  // Roles are said again because the table is laid out as blocks on a phone, where browsers forget them.

  /** @param {Column[]} columns */
  region(columns) {
    const names = [...(columns[0]?.rows.keys() ?? [])].filter((name) => columns.some(({ rows }) => rows.get(name)?.childElementCount));
    const size = printSize(columns); // before the parts move into the table
    const head = el("tr", { role: "row" },
      el("td", { role: "cell" }), ...columns.map((column) => this.head(column)));
    const rows = names.map((name) => el("tr", { role: "row" },
      el("th", { role: "rowheader", scope: "row" }, name), ...columns.map((column) => this.cell(column, name))));
    const table = el("table", { role: "table" },
      el("caption", { class: "sr" }, `${listed(columns.map(({ name }) => name))} compared`),
      el("thead", { role: "rowgroup" }, head), el("tbody", { role: "rowgroup" }, ...rows));
    table.style.setProperty("--print-size", `${size}pt`);
    return el("div", { class: "table", role: "region", "aria-label": "Comparison", tabindex: "0" }, table);
  }

  /** @param {Column} column */
  head({ id, name }) {
    const remove = () => {
      this.change(this.ids.filter((other) => other !== id)).then(() => this.select.focus());
    };
    return el("th", { role: "columnheader", scope: "col" }, el("span", {}, name),
      el("button", { type: "button", class: "remove no-print", onclick: remove, "aria-label": `Take away ${name}`, title: "Take away" }, icon("close")));
  }

  /** @param {Column} column @param {string} row */
  cell({ name, rows }, row) {
    const content = rows.get(row);
    const filled = content?.childElementCount ? [...content.childNodes] : [el("p", { class: "quiet" }, "Not said")];
    return el("td", { role: "cell" }, el("p", { class: "who" }, name), ...filled);
  }

  /** The case studies that can be added, by name. */
  async offer() {
    if (!this.names.size) {
      const names = await fetchJson(this.root, "compare/names.json").catch(() => []);
      this.names = new Map(this.table.cases.map((id, at) => [id, names[at] ?? id]));
    }
    const left = [...this.names].filter(([id]) => !this.ids.includes(id));
    this.select.replaceChildren(...left.map(([id, name]) => el("option", { value: id }, name)));
    this.form.hidden = this.ids.length >= MOST_TO_COMPARE || !left.length;
  }
}

const page = part(document, ".comparison[data-root]");
loadTable(page.dataset["root"] ?? "../").then((table) => new Comparison(page, table).open()).catch(() => {
  page.dataset["broken"] = "";
});
