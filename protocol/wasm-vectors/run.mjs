// Runs the vectors inside wasm32: node run.mjs target/.../wasm-vectors.wasm
// The module may import nothing, which proves as well that the protocol asks nobody for time or entropy.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const path = process.argv[2];
if (!path) {
  console.error("usage: node run.mjs FILE.wasm");
  process.exit(2);
}
const module = await WebAssembly.compile(await readFile(path));
const imports = WebAssembly.Module.imports(module);
if (imports.length > 0) {
  console.error("the module imports:", imports);
  process.exit(1);
}
const source = await readFile(fileURLToPath(new URL("src/lib.rs", import.meta.url)), "utf8");
const names = [...source.matchAll(/name: "([^"]+)"/g)].map((match) => match[1]);
const { exports } = await WebAssembly.instantiate(module, {});
let code;
try {
  code = exports.main(0, 0);
} catch (trap) {
  console.error("the module trapped:", trap.message);
  process.exit(1);
}
if (code !== 0) {
  console.error(`failed inside wasm32: ${names[code - 1] ?? `check ${code}`}`);
  console.log(`${code - 1} passed, 1 failed`);
  process.exit(1);
}
for (const name of names) console.log(`holds inside wasm32: ${name}`);
console.log(`${names.length} passed, 0 failed`);
