// Appended to the glue of the pupil's page. Works in this order: the way out, the address bar, then everything that has
// to come over the network at once: the school, the WASM, and the worker that needs both. The way out needs nothing but this
// file. `__wbg_init`, `start`, `go` and `forget` come from the glue; the two placeholders are replaced by the build.

// Leave: blank at once, forget, then a neutral page in place of this one in the history.
let left = false;
function leave(event) {
  if (event) event.preventDefault();
  if (left) return;
  left = true;
  document.title = "";
  document.documentElement.replaceChildren();
  wipe();
  location.replace("about:blank");
}

let running = false;
function wipe() {
  if (!running) return;
  running = false;
  try {
    forget();
  } catch {
    // A module that has stopped has nothing left to forget; its memory goes with the page.
  }
}

document.getElementById("leave").addEventListener("click", leave);
let shifts = [];
addEventListener("keydown", (event) => {
  if (event.key !== "Shift") {
    shifts = [];
    return;
  }
  if (event.repeat) return;
  shifts = shifts.filter((at) => event.timeStamp - at < 3000);
  shifts.push(event.timeStamp);
  if (shifts.length === 3) leave(event);
}, true);

// A switch is Tab and Space and nothing else. So Tab goes to each answer of a question, not past all but one of them, and Space
// opens a door as it presses a button. Without this code a door is a link and does what links do.
addEventListener("keydown", (event) => {
  const at = event.target;
  if (event.key === "Tab" && at.type === "radio") {
    const all = [...document.getElementsByName(at.name)];
    const next = all[all.indexOf(at) + (event.shiftKey ? -1 : 1)];
    if (next) event.preventDefault();
    next?.focus();
  } else if (event.key === " " && at.matches("a[data-go]")) {
    event.preventDefault();
    at.click();
  }
});

// Put away or closed: nothing may wait in the back-forward cache.
addEventListener("pagehide", () => {
  document.documentElement.replaceChildren();
  wipe();
});
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

// A poster's fingerprint leaves the address bar before anyone can read it there.
const fragment = location.hash.slice(1);
if (fragment) history.replaceState(null, "", location.pathname);

// The page is built from nodes, so no text may ever become markup; and only our worker and our extras may start.
const { worker, extras, extrasHash } = document.body.dataset;
if (window.trustedTypes) {
  const ours = [worker, extras].map((path) => new URL(path, location.origin).href);
  trustedTypes.createPolicy("default", {
    createScriptURL: (url) => (ours.includes(new URL(url, location.origin).href) ? url : null),
  });
}

// A crash after the start: say so in words that are already in the page.
addEventListener("error", () => {
  if (running && !left) document.getElementById("stopped").hidden = false;
});

// What every visit asks for, and in the same words: the school that the address names, or the only one. The worker would ask for it
// once it runs; it is handed what comes, believes it no more than before, and asks again by itself if nothing comes.
const [, kind, slug] = location.pathname.split("/");
const schoolPath = `/api/v1/schools/${kind === "s" && slug ? slug : "-"}/packed`;
const school = fetch(schoolPath, {
  mode: "same-origin",
  credentials: "omit",
  cache: "no-store",
  redirect: "error",
  referrerPolicy: "no-referrer",
  signal: AbortSignal.timeout?.(60000),
})
  .then(async (answer) => ({ path: schoolPath, status: answer.status, body: await answer.arrayBuffer() }))
  .catch(() => null);

// The first worker starts while the WASM is on its way, and gets what the page has compiled. One that fails is dropped here; the
// page then starts another, which says by itself what is wrong. Later workers fetch the WASM from the browser's cache.
let first;
try {
  first = new Worker(document.body.dataset.worker, { type: "module" });
  first.onerror = first.onmessage = () => (first = undefined);
} catch {
  // No worker may start here: `start` finds out again and says so.
}

(async () => {
  // Credentials as in the page's preload, or the browser would not take what that has fetched. A pupil's page has none.
  const response = await fetch("__WASM_URL__", {
    integrity: "__WASM_INTEGRITY__",
    credentials: "same-origin",
    referrerPolicy: "no-referrer",
  });
  // Phones of before 2021 compile what has arrived whole.
  const module = WebAssembly.compileStreaming
    ? await WebAssembly.compileStreaming(response)
    : await WebAssembly.compile(await response.arrayBuffer());
  first?.postMessage(module);
  school.then((answer) => first?.postMessage(answer));
  await __wbg_init({ module_or_path: module });
  if (left) return;
  running = true;
  start(location.pathname, document.body.dataset.worker, first, fragment);
  // The extras bring the list of languages (`frontend/extras/boot.js`).
  window.speak = (tag) => running && speak(tag);
  // What a first visit can do without. Every page asks for it here and only here, before anybody can have done anything.
  const script = document.createElement("script");
  script.type = "module";
  script.integrity = extrasHash;
  script.src = extras;
  document.head.append(script);
  // A door that was pressed before this code had arrived opens now; from now on doors are screens.
  const late = location.hash.slice(1);
  if (late) history.replaceState(null, "", location.pathname);
  go(fragment);
  go(late);
  addEventListener("click", (event) => {
    const door = event.target.closest("[data-go]");
    if (!door) return;
    event.preventDefault();
    go(door.dataset.go);
  });
})();
