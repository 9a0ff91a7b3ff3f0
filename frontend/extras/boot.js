// Appended to the glue of the extras. Starts their WASM and puts what it can do where the page's WASM looks for it.
// `__wbg_init` and `coachLook` come from the glue; the two placeholders are replaced by the build.
// If anything fails here the page goes on without, and says nothing that it did not check.
(async () => {
  const response = await fetch("__WASM_URL__", {
    integrity: "__WASM_INTEGRITY__",
    credentials: "same-origin",
    referrerPolicy: "no-referrer",
  });
  await __wbg_init({ module_or_path: await response.arrayBuffer() });
  self.coachLook = coachLook;
})().catch(() => {});
