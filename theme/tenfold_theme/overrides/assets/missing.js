// The page for an address at which there is none: what was asked for, words to search from it, and where the original
// would have it. The page leads on without this, too.
(() => {
  "use strict";

  const script = document.currentScript;
  const root = script instanceof HTMLScriptElement ? new URL("..", script.src).pathname : "/";
  if (!location.pathname.startsWith(root)) return;
  const rest = location.pathname.slice(root.length);
  if (!rest || rest === "404.html") return;

  const MOST = 200;
  /** @param {string} text an address, or a part of one */
  const readable = (text) => {
    try { return decodeURIComponent(text); } catch { return text; /* it was cut in the middle of a letter */ }
  };

  const tried = document.querySelector(".tried");
  const address = tried?.querySelector("code");
  if (tried instanceof HTMLElement && address) {
    const whole = readable(location.pathname);
    address.textContent = whole.length > MOST ? `${whole.slice(0, MOST)}…` : whole;
    tried.hidden = false;
  }

  const last = rest.split("/").filter((part) => part && !/^(index|page|\d+)(\.\w+)?$/.test(part)).pop() ?? "";
  const box = document.getElementById("missing-words");
  if (box instanceof HTMLInputElement) {
    box.value = readable(last).replace(/\.\w{1,5}$/, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim().slice(0, MOST);
  }

  const original = document.querySelector("a[data-original]");
  if (original instanceof HTMLAnchorElement) original.href = new URL(rest, original.href).href;
})();
