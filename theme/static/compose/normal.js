/* Files in the normal form, as `make rapikan` leaves them. `know` is aturan.json, prepared
   by know.js. */

/* Text without what no file may hold, composed, with plain line ends. */
export function clean(text, know) {
  return text.replace(/\r\n?/g, "\n").replace(know.forbidden, "").normalize("NFC");
}

/* One line, with single spaces, its certain slips mended and its quotation marks straight. */
export function line(text, know) {
  return worded(clean(text, know).split(/\s+/u).filter(Boolean).join(" "), know);
}

/* Paragraphs with an empty line between them. */
export function body(parts, know) {
  const lines = clean(parts.join("\n\n"), know).split("\n").map((row) => row.trimEnd());
  const text = lines.join("\n").replace(/^\n+|\n+$/g, "").replace(/\n{3,}/g, "\n\n");
  return text.split("\n\n").map((paragraph) => worded(paragraph, know)).join("\n\n");
}

function worded(text, know) {
  const mended = text.replace(know.slips, (...found) => {
    const groups = found[found.length - 1];
    if (groups.amount) return "Rp" + groups.amount;
    return groups.jum ? groups.jum + groups.at : found[0];
  });
  return mended.replace(know.pairs, (...found) => {
    const { double, single } = found[found.length - 1];
    if (double !== undefined) return `"${double}"`;
    return single !== undefined ? `'${single}'` : found[0];
  });
}

/* A text plain where YAML reads it so, else in quotation marks. */
export function scalar(text) {
  const opens = /^(?:[^\s,[\]{}#&*!|>'"%@`?:-]|[?:-](?=\S))/u.test(text);
  if (opens && !/: |:$| #/.test(text)) return text;
  if (/["\\]/.test(text)) return "'" + text.replace(/'/g, "''") + "'";
  return `"${text}"`;
}

/* A whole file; `fields` give the order of the keys, what has no value is left out. */
export function file(fields, values, text) {
  const rows = fields.flatMap((field) => rowsOf(field, values[field.kunci]));
  return ["---", ...rows, "---", ...(text ? ["", text] : []), ""].join("\n");
}

function rowsOf(field, value) {
  if (!value || !value.length) return [];
  if (field.bentuk === "LIST") {
    const rows = value.map((item) => {
      const parts = field.bagian.flatMap((part) => rowsOf(part, item[part.kunci]));
      return parts.map((row, at) => (at ? "    " : "  - ") + row);
    });
    return [field.kunci + ":", ...rows.flat()];
  }
  if (Array.isArray(value)) return [`${field.kunci}: [${value.join(", ")}]`];
  return [`${field.kunci}: ${field.bentuk === "TEXT" ? scalar(value) : value}`];
}

/* A short name in plain letters, cut after a whole word. */
export function slug(title, longest = 60) {
  const plain = title.normalize("NFKD").replace(/[^\x00-\x7f]/g, "").toLowerCase();
  const found = (plain.match(/[a-z0-9]+/g) || []).join("-");
  return found.length <= longest ? found : found.slice(0, longest + 1).replace(/-[^-]*$/, "");
}

/* Where a file lies: content/berita/dinkes/2026/11/posyandu/ */
export function place(form, agency, day, name) {
  const [year, month] = day.split("-");
  const given = { pd: agency, tahun: year, bulan: month, slug: name };
  return form.replace(/\{(\w+)\}/g, (_, key) => given[key]);
}
