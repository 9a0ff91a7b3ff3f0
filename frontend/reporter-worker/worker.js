// Appended to the glue of this worker's WASM. Starts the WASM, then hands it one frame at a time.
// Frames that come before it is ready wait. Any failure is told to the page by a word instead of a frame: it must say so.
// `__wbg_init` and `handle` come from the glue; the two placeholders are replaced by the build.

const wasmUrl = "__WASM_URL__";
const wasmIntegrity = "__WASM_INTEGRITY__";

// A chain, not a flag: each frame starts when the one before it is answered.
let last = (async () => {
  // The integrity of this file does not cover the WASM, so fetch checks it (bytes that differ are an error).
  const response = await fetch(wasmUrl, {
    integrity: wasmIntegrity,
    credentials: "omit",
    referrerPolicy: "no-referrer",
  });
  await __wbg_init({ module_or_path: response });
})();
last.catch(() => self.postMessage("start"));

self.onmessage = (event) => {
  // Not in the chain: it is meant for the frame that is being worked on.
  if (event.data === "stop") {
    cancel();
    return;
  }
  if (!(event.data instanceof Uint8Array)) return;
  last = last.then(() => handle(event.data));
  last.catch(() => self.postMessage("crash"));
};
