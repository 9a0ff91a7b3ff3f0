// Appended to the glue of this worker's WASM. Starts the WASM, then hands it one frame at a time.
// Frames that come before it is ready wait. Any failure is told to the page by a word instead of a frame: it must say so.
// `__wbg_init`, `handle` and `cancel` come from the glue; the two placeholders are replaced by the build.

// A page that starts hands its first worker what it has compiled, and after it the school's answer. Nobody hands a later worker anything.
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

// The session's first question to the server is for the school: it gets the page's answer, if that is for the same address.
function expectSchool() {
  const fetched = self.fetch;
  const school = new Promise((come) => (schoolCame = come));
  self.fetch = async (path, how) => {
    self.fetch = fetched;
    const answer = await school;
    return answer?.path === path ? new Response(answer.body, { status: answer.status }) : fetched.call(self, path, how);
  };
}

// A chain, not a flag: each frame starts when the one before it is answered.
let last;
let schoolCame;
function begin(compiled) {
  last = load(compiled);
  last.catch(() => self.postMessage("start"));
}

self.onmessage = ({ data }) => {
  // Not in the chain: it is meant for the frame that is being worked on.
  if (data === "stop") {
    cancel();
  } else if (data instanceof WebAssembly.Module) {
    expectSchool();
    begin(data);
  } else if (data instanceof Uint8Array) {
    if (!last) begin();
    last = last.then(() => handle(data));
    last.catch(() => self.postMessage("crash"));
  } else {
    schoolCame?.(data);
  }
};
