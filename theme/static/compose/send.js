/* Ways off the phone: the share sheet, a saved file, the forge's own pages. */

import { zip } from "./zip.js";

/* The ZIP of a draft's files, with what its sender adds. */
export function bundle(files, sender, when) {
  const encode = (text) => new TextEncoder().encode(text);
  const entries = files.map(({ path, text, data }) => ({ path, data: data || encode(text) }));
  const rows = Object.entries(sender).filter(([, value]) => value).map(([key, value]) => `${key}: ${value}\n`);
  if (rows.length) entries.push({ path: "pengirim.txt", data: encode(rows.join("")) });
  return zip(entries, when);
}

/* kirim-dinkes-imunisasi-campak.zip */
export function bundleName(files) {
  const [, , agency, , , rest] = files[files.length - 1].path.split("/");
  const post = files[0].path.endsWith("/index.md");
  const name = post ? files[0].path.split("/")[5] : rest.replace(/^\d\d-|\.md$/g, "");
  return `kirim-${agency}-${name}.zip`;
}

/* "shared", "cancelled" or "impossible" */
export async function share(blob, name, title) {
  const data = { files: [new File([blob], name, { type: blob.type })], title };
  if (!navigator.canShare || !navigator.canShare(data)) return "impossible";
  try {
    await navigator.share(data);
    return "shared";
  } catch (error) {
    return error.name === "AbortError" ? "cancelled" : "impossible";
  }
}

export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/* The forge's editor with the file in it: all of it, or the header where it is too long, or
   nothing. `rest` is what must be pasted. */
export function newFile(forge, path, text) {
  const base = filled(forge.baru, forge, forge.cabang, path);
  const header = text.slice(0, text.indexOf("\n---\n", 3) + 5);
  for (const part of forge.isi ? [text, header] : []) {
    const href = base + forge.isi + encodeURIComponent(part);
    if (href.length <= forge.terpanjang) return { href, rest: text.slice(part.length).replace(/^\n/, "") };
  }
  return { href: base, rest: text };
}

export function editFile(forge, path) {
  return filled(forge.sunting, forge, forge.cabang, path);
}

export function uploadPage(forge, branch, folder) {
  return forge.unggah ? filled(forge.unggah, forge, branch, folder) : "";
}

function filled(form, forge, branch, path) {
  const plain = (text) => text.split("/").map(encodeURIComponent).join("/");
  return form.replace("{url}", forge.alamat).replace("{branch}", plain(branch)).replace("{path}", plain(path));
}
