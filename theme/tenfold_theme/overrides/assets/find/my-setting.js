// Where a reader says what their setting is. It stays in this browser; nothing is sent.

import { part } from "./dom.js";
import { clearSetting, FACETS, keepSetting, mySetting, setSlash, slashWorks } from "./setting.js";

const page = part(document, ".my-setting");
/** @type {HTMLFormElement} */
const form = part(page, "form");
const status = part(page, ".status");

/** @type {HTMLInputElement} */
const slash = part(page, "[data-slash]");

function show() {
  const setting = mySetting();
  /** @type {NodeListOf<HTMLInputElement>} */
  const boxes = form.querySelectorAll("input[name]");
  for (const box of boxes) box.checked = setting?.[box.name]?.includes(box.value) ?? false;
  slash.checked = slashWorks();
}

slash.addEventListener("change", () => {
  const kept = setSlash(slash.checked);
  status.textContent = kept ? `The key / ${slash.checked ? "goes to the search box" : "does nothing now"}.` : "Not kept: this browser does not let pages keep anything.";
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const chosen = new FormData(form);
  const setting = Object.fromEntries(FACETS.map((facet) => [facet, chosen.getAll(facet).map(String)]));
  if (!FACETS.some((facet) => setting[facet]?.length)) {
    status.textContent = "Nothing is chosen yet. Choose what fits; one thing is enough.";
    return;
  }
  status.textContent = keepSetting(setting)
    ? "Kept on this device. Case studies now say what is alike and what differs."
    : "Not kept: this browser does not let pages keep anything. Everything else works without it.";
});

part(page, "[data-clear]").addEventListener("click", () => {
  const cleared = clearSetting();
  show();
  status.textContent = cleared ? "Cleared. Nothing about your setting is kept on this device." : "This browser keeps nothing, so there is nothing to clear.";
});

form.hidden = false;
page.dataset["ready"] = "";
show();
