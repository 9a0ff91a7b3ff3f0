// Fills the page "what we keep" with what this server says of itself. Everything above a `data-needs` stands without it.
// Text goes into text nodes only. Nothing is stored, and every visitor asks for the same bytes.
const parts = location.pathname.split("/");
const slug = parts[1] === "s" && parts[2] ? parts[2] : "-";
const at = (value, path) => path.split(".").reduce((part, key) => part?.[key], value);
const put = (root, path, text) => {
  for (const place of root.querySelectorAll(`[data-put="${path}"]`)) place.textContent = text;
};
const copy = (list, template, values) => {
  const row = template.content.cloneNode(true);
  for (const [name, text] of Object.entries(values)) put(row, name, text ?? "");
  list.append(row);
};
try {
  const answer = await fetch(`/api/v1/schools/${encodeURIComponent(slug)}/kept`, { cache: "no-store" });
  if (!answer.ok) throw new Error(String(answer.status));
  const kept = await answer.json();
  for (const piece of document.querySelectorAll("[data-needs]")) {
    const value = at(kept, piece.dataset.needs);
    if (value === null || value === undefined || value === false) continue;
    put(piece, piece.dataset.needs, String(value));
    piece.hidden = false;
  }
  for (const piece of document.querySelectorAll("[data-lacks]")) {
    piece.hidden = ![null, undefined, false].includes(at(kept, piece.dataset.lacks));
  }
  for (const one of kept.classes) put(document, `lifetime.${one.id}`, one.lifetime);
  const readers = document.getElementById("readers");
  const reader = document.getElementById("reader");
  for (const one of kept.readers) copy(readers, reader, one);
  document.getElementById("data").href = `/api/v1/schools/${encodeURIComponent(slug)}/kept`;
  document.getElementById("back").href = slug === "-" ? "/" : `/s/${encodeURIComponent(slug)}`;
  document.getElementById("live").hidden = false;
} catch {
  document.getElementById("offline").hidden = false;
}
