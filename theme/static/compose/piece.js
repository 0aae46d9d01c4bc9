/* A draft as the files it becomes, and as the texts that the rules judge. Nothing here knows
   the page: values are plain texts under the names of the form's fields. */

import { body, file, line, place, slug } from "./normal.js";

export function filesOf(draft, know, choices) {
  const make = { berita: post, baru: activity, pindah: moved, batal: cancelled }[draft.kind];
  return make ? make(draft, know, choices) : [];
}

/* What must be filled in before there is a file: [field, words]. */
export function missing(draft, know) {
  const v = draft.values;
  const wanted = {
    berita: [["judul", "Judul"], ["tanggal", "Tanggal berita"], ["rubrik", "Rubrik"], ["pembuka", "Pembuka: siapa melakukan apa"]],
    baru: [["acara", "Nama kegiatan"], ["hari_acara", "Tanggal"]],
    pindah: [["kegiatan", "Kegiatan yang pindah jadwal"], ...(v.tanpa_jadwal ? [] : [["hari_acara", "Tanggal yang baru"]])],
    batal: [["kegiatan", "Kegiatan yang batal"]],
  }[draft.kind];
  if (!wanted) return [["jenis", "Apa yang ditulis"]];
  const needed = [["pd", "Perangkat daerah"], ...wanted];
  if (draft.kind === "batal" || (draft.kind === "pindah" && !isSameDay(draft, know))) needed.push(["alasan", "Alasan"]);
  const found = needed.filter(([name]) => !line(v[name] || "", know));
  const title = draft.kind === "berita" ? "judul" : "acara";
  if (["berita", "baru"].includes(draft.kind) && line(v[title] || "", know) && slug(v[title]).length < know.slug[0]) {
    found.push([title, "Judul dengan kata yang dapat dibaca"]);
  }
  draft.photos.forEach((photo, at) => {
    if (!line(photo.alt, know)) found.push([`alt-${photo.id}`, `Foto ${at + 1}: apa yang tampak`]);
  });
  if (draft.photos.some((photo) => photo.face) && !line(v.persetujuan || "", know)) found.push(["persetujuan", "Izin untuk wajah anak atau pasien"]);
  return found;
}

/* For rules.js. Values that are absent from the file are absent here too. */
export function pieceOf(draft, know, choices) {
  const [values, text] = draft.kind === "berita" ? postOf(draft, know, choices) : [activityOf(draft, know), ""];
  const photos = values.foto || [];
  const texts = draft.kind === "berita"
    ? [values.judul, values.ringkasan, ...photos.flatMap((photo) => [photo.alt, photo.keterangan])]
    : [values.acara, values.tempat, values.peserta, values.alasan];
  const every = [...Object.values(values).flat(), ...photos.flatMap(Object.values), text];
  return {
    kind: draft.kind === "berita" ? "post" : "event",
    title: values.judul || values.acara || "",
    summary: values.ringkasan,
    texts: texts.filter(Boolean),
    body: text,
    photos,
    values: every.filter((value) => typeof value === "string" && value),
  };
}

export function paragraphsOf(draft, know, choices) {
  const v = draft.values;
  const district = choices.kecamatan.find((one) => one.slug === v.kecamatan);
  const town = (district ? district.nama : know.pusat).toUpperCase();
  const opening = line(v.pembuka || "", know) ? `${town} — ${v.pembuka.trim()}` : "";
  return [opening, v.uraian || "", quotation(v, know), v.lanjutan || ""].filter((part) => part.trim());
}

function quotation(v, know) {
  const said = line(v.kutipan || "", know).replace(/^["'“‘]+|["'”’]+$/g, "").trim();
  if (!said) return "";
  const closed = /[?!]$/.test(said) ? said : said.replace(/[.,]?$/, ",");
  return `"${closed}" kata ${line(v.narasumber || "", know).replace(/\.$/, "") || know.pertanyaan.office}.`;
}

function post(draft, know, choices) {
  const v = draft.values;
  const [values, text] = postOf(draft, know, choices);
  const folder = place(know.letak.berita, v.pd, v.tanggal, postSlug(draft, choices));
  const photos = draft.photos.map((photo, at) => ({ path: `${folder}${photoName(at)}`, data: new Uint8Array(photo.data) }));
  return [{ path: `${folder}index.md`, text: file(know.berita, values, text) }, ...photos];
}

/* An activity's own name where its title stayed, so two activities never share an address. */
function postSlug(draft, choices) {
  const event = choices.kegiatan.find((one) => one.id === draft.values.kegiatan);
  const made = slug(draft.values.judul);
  return event && made === slug(event.acara) ? event.id.split("/")[3] : made;
}

function postOf(draft, know, choices) {
  const v = draft.values;
  const of = (name) => line(v[name] || "", know);
  const values = {
    judul: of("judul"),
    tanggal: v.tanggal,
    rubrik: v.rubrik,
    ringkasan: of("ringkasan") || undefined,
    tag: [...new Set((v.topik || "").split(",").map((topic) => slug(topic)).filter((topic) => topic.length > 1))],
    penulis: of("penulis"),
    agenda: v.kegiatan ? [v.kegiatan] : [],
    bersama: partnersOf(v),
    kecamatan: v.kecamatan ? [v.kecamatan] : [],
    foto: draft.photos.map((photo, at) => ({
      berkas: photoName(at),
      alt: line(photo.alt, know),
      keterangan: line(photo.caption, know) || undefined,
      kredit: line(photo.credit, know) || undefined,
    })),
    persetujuan: draft.photos.some((photo) => photo.face) ? of("persetujuan") : "",
  };
  return [values, body(paragraphsOf(draft, know, choices), know)];
}

function photoName(at) {
  return `foto-${at + 1}.jpg`;
}

function activity(draft, know) {
  return [{ path: pathOf(draft, know), text: file(know.agenda, activityOf(draft, know), "") }];
}

function activityOf(draft, know) {
  const v = draft.values;
  const of = (name) => line(v[name] || "", know);
  if (draft.kind === "batal" || (draft.kind === "pindah" && v.tanpa_jadwal)) {
    return { status: draft.kind === "batal" ? "batal" : "ditunda", alasan: of("alasan") };
  }
  return {
    acara: of("acara"),
    tanggal: v.hari_acara,
    sampai: v.sampai && v.sampai !== v.hari_acara ? v.sampai : "",
    mulai: v.mulai,
    selesai: v.selesai,
    tempat: of("tempat"),
    kecamatan: v.kec_acara,
    bersama: partnersOf(v),
    peserta: of("peserta"),
    liputan: draft.kind === "baru" && v.liputan ? "diminta" : "",
    publik: draft.kind === "baru" ? v.publik : "",
  };
}

/* The activity that takes its place, and what that makes of the old one. Where the day stays,
   nothing is postponed: the keys that differ are the change. */
function moved(draft, know, choices) {
  const v = draft.values;
  if (v.tanpa_jadwal) return cancelled(draft, know);
  const old = choices.kegiatan.find((one) => one.id === v.kegiatan) || {};
  const values = activityOf(draft, know);
  if (isSameDay(draft, know)) {
    const keys = ["sampai", "mulai", "selesai", "tempat", "kecamatan"];
    const changed = keys.filter((key) => values[key] && values[key] !== line(old[key] || "", know));
    if (!changed.length) return [];
    return [{ path: changePath(v, know), text: file(know.agenda, Object.fromEntries(changed.map((key) => [key, values[key]])), "") }];
  }
  const path = pathOf(draft, know);
  const id = path.replace(/^content\/agenda\/|\.md$/g, "");
  const change = { status: "ditunda", alasan: line(v.alasan || "", know), pindah_ke: id };
  return [
    { path: changePath(v, know), text: file(know.agenda, change, "") },
    { path, text: file(know.agenda, values, "") },
  ];
}

function cancelled(draft, know) {
  return [{ path: changePath(draft.values, know), text: file(know.agenda, activityOf(draft, know), "") }];
}

function changePath(v, know) {
  return `content/agenda/${v.kegiatan}.md`;
}

function isSameDay(draft, know) {
  const v = draft.values;
  if (v.tanpa_jadwal || !v.kegiatan || !v.hari_acara) return false;
  return v.kegiatan.split("/").slice(1).join("-").startsWith(v.hari_acara);
}

/* A moved activity stays with its agency and keeps its name. */
function pathOf(draft, know) {
  const v = draft.values;
  const [agency, name] = draft.kind === "pindah"
    ? [v.kegiatan.split("/")[0], v.kegiatan.split("/")[3].slice(3)]
    : [v.pd, slug(v.acara || "")];
  return place(know.letak.agenda, agency, v.hari_acara, `${v.hari_acara.slice(8)}-${name}`);
}

function partnersOf(v) {
  return (v.bersama_daftar || "").split(" ").filter((one) => one && one !== v.pd);
}
