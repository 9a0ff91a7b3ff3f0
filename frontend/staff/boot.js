// Appended to the glue of the staff page's WASM. Works in this order: the address bar, the Trusted Types policy, the WASM.
// `__wbg_init`, `start` and `forget` come from the glue; the two placeholders are replaced by the build.

// An invitation, a kit or a demo sign-in leaves the address bar before anyone can read it there.
const fragment = location.hash.slice(1);
history.replaceState(0, "", location.pathname);

// Static markup of our own views goes through innerHTML of a template; words of people never do.
// Whatever could run code is refused, and the only script that may be started is our worker.
const dangerous =
  /<\/?\s*(?:script|iframe|object|embed|base|link|meta|frame|applet)\b|<[^>]*\s(?:on\w+|srcdoc|formaction)\s*=|javascript:/i;
if (window.trustedTypes) {
  const worker = new URL(document.body.dataset.worker, location.origin).href;
  trustedTypes.createPolicy("default", {
    createHTML: (html) => (dangerous.test(html) ? null : html),
    createScriptURL: (url) => (new URL(url, location.origin).href === worker ? url : null),
  });
}

// Put away or closed: nothing may wait in the back-forward cache.
let running = false;
addEventListener("pagehide", () => {
  document.documentElement.replaceChildren();
  if (!running) return;
  running = false;
  try {
    forget();
  } catch {
    // A module that has stopped has nothing left to forget; its memory goes with the page.
  }
});
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

// The shell carries the words for a page that cannot start; they only have to be shown.
function stopped() {
  document.getElementById("starting")?.setAttribute("hidden", "");
  document.getElementById("stopped").hidden = false;
}
addEventListener("error", () => {
  if (running) stopped();
});

(async () => {
  // The integrity of this file does not cover the WASM, so fetch checks it (bytes that differ are an error).
  const response = await fetch("__WASM_URL__", {
    integrity: "__WASM_INTEGRITY__",
    // As in the page's preload, or the browser would not take what that has fetched.
    credentials: "same-origin",
    referrerPolicy: "no-referrer",
  });
  await __wbg_init({ module_or_path: response });
  running = true;
  start(fragment);
})().catch(stopped);
