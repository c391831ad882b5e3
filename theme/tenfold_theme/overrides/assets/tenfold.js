// Small comforts. Every page reads, prints and links without them.
(() => {
  "use strict";

  // The questions of "how" are open in the page, so that they read, print and can be searched without this script;
  // with it, all but the first start closed, and one can scan them. Opened again for printing and for a link inside.
  /** @type {HTMLDetailsElement[]} */
  const questions = [...document.querySelectorAll(".questions details")].filter((each) => each instanceof HTMLDetailsElement);
  /** @param {HTMLDetailsElement} details */
  const open = (details) => { details.open = true; };
  const anchor = () => {
    try { return decodeURIComponent(location.hash.slice(1)); } catch { return ""; /* somebody edited the address */ }
  };
  const withTarget = () => {
    const around = document.getElementById(anchor())?.closest("details");
    if (around instanceof HTMLDetailsElement) open(around);
  };
  questions.slice(1).forEach((details) => { details.open = false; });
  withTarget();
  addEventListener("hashchange", withTarget);

  /** @type {HTMLDetailsElement[]} */
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = questions.filter((details) => !details.open);
    closed.forEach(open);
    if (location.protocol === "file:") return; // where a copy lies on a disk is of no use on paper
    for (const address of document.querySelectorAll(".print-address")) address.textContent = location.href.replace(/#.*/, "");
  });
  addEventListener("afterprint", () => closed.forEach((details) => { details.open = false; }));

  const buttons = (/** @type {string} */ selector) =>
    [...document.querySelectorAll(selector)].filter((each) => each instanceof HTMLButtonElement);
  for (const button of buttons("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }

  // The colours: as the device has them, until somebody chooses. Kept in this browser, where it keeps anything.
  const schemes = ["auto", "light", "dark"];
  const says = ["Colours follow the device. Change to light", "Light colours. Change to dark", "Dark colours. Change to those of the device"];
  const chosen = () => Math.max(0, schemes.indexOf(document.documentElement.dataset["scheme"] ?? "auto"));
  for (const button of buttons("[data-scheme-switch]")) {
    const show = () => {
      button.title = says[chosen()] ?? "";
      button.setAttribute("aria-label", button.title);
    };
    button.addEventListener("click", () => {
      const next = schemes[(chosen() + 1) % schemes.length] ?? "auto";
      document.documentElement.dataset["scheme"] = next;
      try { localStorage.setItem("tenfold.scheme", next); } catch { /* chosen for this page alone */ }
      show();
    });
    button.hidden = false;
    show();
  }

  // What a wide table cuts off in part comes into sight when the Tab key reaches it. A mouse would lose what it presses.
  for (const table of document.querySelectorAll(".table")) {
    table.addEventListener("focusin", ({ target }) => {
      if (target instanceof Element && target !== table && target.matches(":focus-visible")) target.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
  }

  // The explanation of a term goes away on Escape, and stays away until the term is left.
  const terms = [...document.querySelectorAll(".term")];
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") terms.forEach((term) => term.classList.add("quietened"));
  });
  for (const term of terms) {
    for (const left of ["mouseleave", "focusout"]) term.addEventListener(left, () => term.classList.remove("quietened"));
    // Kept inside the window: an explanation that would reach beyond its right edge stands further left.
    const tip = term.querySelector(".tip");
    const place = () => {
      if (!(tip instanceof HTMLElement)) return;
      tip.style.setProperty("--shift", "0px");
      const { left, right } = tip.getBoundingClientRect();
      const beyond = Math.min(right + 16 - document.documentElement.clientWidth, left - 16);
      tip.style.setProperty("--shift", `${-Math.max(0, beyond)}px`);
    };
    term.addEventListener("mouseenter", place);
    term.addEventListener("focusin", place);
  }
})();
