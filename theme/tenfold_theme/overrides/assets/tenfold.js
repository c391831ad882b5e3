// Small comforts. Every page reads, prints and links without them.
(() => {
  "use strict";

  // The questions of "how" are open in the page, so that they read, print and can be searched without this script;
  // with it, all but the first start closed, and one can scan them. Opened again for printing and for a link inside.
  const questions = [...document.querySelectorAll(".questions details")];
  const open = (details) => { details.open = true; };
  const withTarget = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const around = target && target.closest("details");
    if (around) open(around);
  };
  questions.slice(1).forEach((details) => { details.open = false; });
  withTarget();
  addEventListener("hashchange", withTarget);

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = questions.filter((details) => !details.open);
    closed.forEach(open);
    for (const address of document.querySelectorAll(".print-address")) address.textContent = location.href.split("#")[0];
  });
  addEventListener("afterprint", () => closed.forEach((details) => { details.open = false; }));

  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }

  // The colours: as the device has them, until somebody chooses. Kept in this browser, where it keeps anything.
  const schemes = ["auto", "light", "dark"];
  const says = {
    auto: "Colours follow the device. Change to light",
    light: "Light colours. Change to dark",
    dark: "Dark colours. Change to those of the device",
  };
  for (const button of document.querySelectorAll("[data-scheme-switch]")) {
    const show = () => {
      const label = says[document.documentElement.dataset.scheme] || says.auto;
      button.setAttribute("aria-label", label);
      button.title = label;
    };
    button.addEventListener("click", () => {
      const root = document.documentElement;
      const next = schemes[(schemes.indexOf(root.dataset.scheme || "auto") + 1) % schemes.length];
      root.dataset.scheme = next;
      try { localStorage.setItem("tenfold.scheme", next); } catch { /* chosen for this page alone */ }
      show();
    });
    button.hidden = false;
    show();
  }

  // The explanation of a term goes away on Escape, and stays away until the term is left.
  const terms = [...document.querySelectorAll(".term")];
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") terms.forEach((term) => term.classList.add("quietened"));
  });
  for (const term of terms) {
    for (const left of ["mouseleave", "focusout"]) term.addEventListener(left, () => term.classList.remove("quietened"));
    // Kept inside the window: an explanation near the right edge opens to the left.
    const place = () => {
      term.classList.toggle("leftward", term.getBoundingClientRect().left > innerWidth / 2);
    };
    term.addEventListener("mouseenter", place);
    term.addEventListener("focusin", place);
  }
})();
