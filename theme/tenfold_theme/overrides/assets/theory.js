// Shows the chain of an item of a theory of change: all that leads to it, and all that it leads to. The page says the
// same without this script: each item names what it leads to. What leads to what is read from the links of the drawing,
// where each stands once; a list of its chain on every item would grow with the square of their number.
(() => {
  "use strict";

  /** @typedef {Map<string, Set<string>>} Steps */
  /** @typedef {{before: Set<string>, after: Set<string>}} Chain */

  /** @type {(elements: Iterable<Element>, from: string, to: string) => Steps} */
  const stepsOf = (elements, from, to) => {
    /** @type {Steps} */
    const steps = new Map();
    for (const element of elements) {
      const start = element.getAttribute(from) ?? "";
      steps.set(start, (steps.get(start) ?? new Set()).add(element.getAttribute(to) ?? ""));
    }
    return steps;
  };

  /** Everything that is reached from an item step by step; the item itself as well.
   * @type {(id: string, steps: Steps) => Set<string>} */
  const reached = (id, steps) => {
    const found = new Set([id]);
    for (const each of found) for (const next of steps.get(each) ?? []) found.add(next); // a set grows while it is walked
    return found;
  };

  const links = [...document.querySelectorAll(".theory-diagram [data-from]")];
  const items = [...document.querySelectorAll("[data-item]")];
  const roots = [...document.querySelectorAll(".theory-diagram, .theory-list")];
  const forwards = stepsOf(links, "data-from", "data-to");
  const backwards = stepsOf(links, "data-to", "data-from");

  /** @type {(id: string) => Chain} */
  const chainOf = (id) => ({ before: reached(id, backwards), after: reached(id, forwards) });

  /** A link belongs to a chain if it is on a way to the item or on a way from it.
   * @type {(link: Element, chain: Chain) => boolean} */
  const onTheWay = (link, { before, after }) => {
    const from = link.getAttribute("data-from") ?? "", to = link.getAttribute("data-to") ?? "";
    return (before.has(from) && before.has(to)) || (after.has(from) && after.has(to));
  };

  /** Mark the chain of an item, or none.
   * @type {(id: string | null) => void} */
  const show = (id) => {
    const chain = id === null ? null : chainOf(id);
    for (const root of roots) root.classList.toggle("chained", chain !== null);
    for (const item of items) {
      const own = item.getAttribute("data-item") ?? "";
      item.classList.toggle("chosen", own === id);
      item.classList.toggle("in-chain", chain !== null && (chain.before.has(own) || chain.after.has(own)));
    }
    for (const link of links) link.classList.toggle("in-chain", chain !== null && onTheWay(link, chain));
  };

  // What is pointed at goes before what has the focus, and that before what was tapped or clicked.
  /** @type {{hovered: string | null, focused: string | null, held: string | null}} */
  const now = { hovered: null, focused: null, held: null };
  /** @type {string | null} */
  let shown = null;
  const update = () => {
    const id = now.hovered ?? now.focused ?? now.held;
    if (id !== shown) show(id);
    shown = id;
  };
  /** @type {(target: EventTarget | null) => string | null} */
  const itemAt = (target) => (target instanceof Element ? target.closest("[data-item]")?.getAttribute("data-item") ?? null : null);

  addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return; // it would stay behind where the finger was
    now.hovered = itemAt(event.target);
    update();
  });
  document.documentElement.addEventListener("pointerleave", () => {
    now.hovered = null;
    update();
  });
  addEventListener("focusin", (event) => {
    now.focused = itemAt(event.target);
    update();
  });
  addEventListener("focusout", () => {
    now.focused = null;
    update();
  });
  addEventListener("click", (event) => {
    const id = itemAt(event.target);
    if (id === null || id === now.held) now.held = now.focused = null;
    else now.held = id;
    update();
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    now.hovered = now.focused = now.held = null;
    update();
  });
})();
