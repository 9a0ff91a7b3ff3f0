// Appended to the glue of this worker's WASM. Starts the WASM, then hands it one frame at a time.
// Frames that come before it is ready wait. Any failure is told to the page by a word instead of a frame: it must say so.
// `__wbg_init`, `wasmModule`, `handle` and `stretch` come from the glue; the two placeholders are replaced by the build.

// The only script that may be started from here is this one.
if (self.trustedTypes) {
  trustedTypes.createPolicy("default", {
    createScriptURL: (url) => (url === self.location.href ? url : null),
  });
}

async function load(compiled) {
  if (compiled) return __wbg_init({ module_or_path: compiled });
  // The integrity of this file does not cover the WASM, so fetch checks it (bytes that differ are an error).
  const response = await fetch("__WASM_URL__", {
    integrity: "__WASM_INTEGRITY__",
    credentials: "same-origin",
    referrerPolicy: "no-referrer",
  });
  return __wbg_init({ module_or_path: response });
}

// A password takes 64 MiB for a moment. A worker that gets one and ends gives them back; WASM itself never does.
// Where a worker may start none, the promise breaks, and the caller does it itself.
self.stretchApart = async (password, salt, memory, passes) => {
  const apart = new Worker(self.location.href, { type: "module" });
  const work = { module: wasmModule, password, salt: salt.slice(), memory, passes };
  return new Promise((resolve, reject) => {
    apart.onmessage = ({ data }) => (data instanceof Uint8Array ? resolve(data) : reject());
    apart.onerror = reject;
    apart.postMessage(work, [password.buffer]);
  }).finally(() => apart.terminate());
};

// A chain, not a flag: each frame starts when the one before it is answered.
let last;
function begin(compiled) {
  last = load(compiled);
  last.catch(() => self.postMessage("start"));
}

self.onmessage = ({ data }) => {
  if (data.password) {
    begin(data.module);
    last = last.then(() => {
      const stretched = stretch(data.password, data.salt, data.memory, data.passes);
      data.password.fill(0);
      self.postMessage(stretched);
    });
  } else if (data instanceof Uint8Array) {
    if (!last) begin();
    last = last.then(() => handle(data));
  } else {
    return;
  }
  last.catch(() => self.postMessage("crash"));
};
