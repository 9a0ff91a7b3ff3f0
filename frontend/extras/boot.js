// Appended to the glue of the extras. Starts their WASM and puts what it can do where the page's WASM looks for it.
// `__wbg_init` and `coachLook` come from the glue; the two placeholders are replaced by the build.
// If anything fails here the page goes on without, and says nothing that it did not check.

// Languages. English is in the page; all others are one file, fetched when somebody opens the list and the same one whichever is
// chosen, so nobody on the way learns which. `__LANGUAGES__` says where it is. The page's WASM asks `say` for each of its texts.
const LANGUAGES = __LANGUAGES__;
const part = (name) => document.getElementById(`language${name}`);
const choice = part("");
const page = document.documentElement;
// What a text or a label of the static page said first.
const english = new WeakMap();
let words;
let table;
self.say = (text) => words.get(text);

function speakIn(language) {
  words = new Map(table.keys.map((key, at) => [key, language.words[at] ?? key]));
  page.lang = language.tag;
  page.dir = language.dir;
  // All of the page but the journey, which its WASM draws, and the names of the languages.
  const walk = document.createTreeWalker(document.body, 5, ({ id }) => (id === "journey" || id === "language-list" ? 2 : 1));
  for (let node; (node = walk.nextNode()); ) {
    const label = node.nodeType === 1;
    const now = label ? node.getAttribute("aria-label") : node.data;
    if (!now) continue;
    if (!english.has(node)) english.set(node, now);
    const text = words.get(english.get(node));
    if (!text || text === now) continue;
    if (label) node.setAttribute("aria-label", text);
    else node.data = text;
  }
  speak(language.tag);
  part("-offer").hidden = true;
  part("-note").textContent = language.note;
  part("-said").textContent = language.name;
  choice.open = false;
  choice.firstChild.focus();
}

async function list() {
  if (table) return;
  part("-said").textContent = LANGUAGES.coming;
  try {
    const { integrity } = LANGUAGES;
    const answer = await fetch(LANGUAGES.file, { integrity, credentials: "omit", referrerPolicy: "no-referrer" });
    table = await answer.json();
  } catch {
    part("-said").textContent = LANGUAGES.failed;
    choice.open = false;
    return;
  }
  part("-said").textContent = "";
  for (const language of table.languages) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-soft btn-s";
    button.lang = language.tag;
    button.textContent = language.name;
    button.addEventListener("click", () => speakIn(language));
    part("-list").append(button);
  }
}
choice.addEventListener("toggle", () => choice.open && list());

// The browser says what it prefers; the page offers that in its own words, and asks for nothing until it is pressed.
const wish = navigator.languages
  .map((one) => LANGUAGES.tags.find((tag) => tag.split("-")[0] === one.split("-")[0] && !/hant|tw|hk|mo/i.test(one)))
  .find(Boolean);
if (wish && self.Intl?.DisplayNames) {
  const offer = part("-offer");
  offer.lang = wish;
  offer.textContent = new Intl.DisplayNames(wish, { type: "language" }).of(wish);
  offer.hidden = false;
  offer.addEventListener("click", async () => {
    await list();
    if (table) speakIn(table.languages.find(({ tag }) => tag === wish));
  });
}
part("s").hidden = false;

(async () => {
  const response = await fetch("__WASM_URL__", {
    integrity: "__WASM_INTEGRITY__",
    credentials: "same-origin",
    referrerPolicy: "no-referrer",
  });
  await __wbg_init({ module_or_path: await response.arrayBuffer() });
  self.coachLook = coachLook;
})().catch(() => {});
