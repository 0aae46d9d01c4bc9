/* The composer: keeps a draft while it is written, shows what is amiss, and hands it over. */

import { all, discard, keep } from "./drafts.js";
import { prepare } from "./know.js";
import { line, slug } from "./normal.js";
import { dialled, numbersIn } from "./numbers.js";
import { preview, redraw } from "./photos.js";
import { filesOf, missing, paragraphsOf, pieceOf } from "./piece.js";
import { judge } from "./rules.js";
import { bundle, bundleName, editFile, newFile, save, share, uploadPage } from "./send.js";
import { $, clock, dayOf, events, findings, make, options, sheets, shot } from "./view.js";

const ROOT = new URL("..", location).pathname;
const KINDS = { berita: "Berita", baru: "Kegiatan baru", pindah: "Pindah jadwal", batal: "Kegiatan batal" };
const PAUSE = 400; // milliseconds after the last letter
const form = $("lembar");
const remembered = { get: (name) => { try { return localStorage.getItem("tulis " + ROOT + name) || ""; } catch { return ""; } },
  set: (name, value) => { try { localStorage.setItem("tulis " + ROOT + name, value); } catch { /* a private window */ } } };
let know, choices, draft, timer, lasting;

start();

async function start() {
  if ("serviceWorker" in navigator) {
    navigator.serviceWorker.register("luring.js").catch(() => {});
    navigator.serviceWorker.ready.then(() => { $("kesiapan").textContent = "Lembar ini sudah tersimpan di ponsel dan dapat dibuka tanpa sinyal."; });
  }
  const [rules, picks] = await Promise.all(["aturan.json", "pilihan.json"].map((name) => fetch(name).then((answer) => answer.json())));
  know = prepare(rules);
  choices = picks;
  const asked = new URLSearchParams(location.search);
  await fillIn(await first(asked.get("kegiatan") || "", asked.get("pd") || ""));
  listen();
  form.hidden = false;
}

/* The draft about this activity, the newest one, or a new one. */
async function first(id, agency) {
  const drafts = await all();
  if (!id) return (agency ? drafts.find((one) => one.values.pd === agency) : drafts[0]) || fresh({ pd: agency });
  const event = await eventOf(id);
  const found = drafts.find((one) => one.kind === "berita" && one.values.kegiatan === id);
  if (found) return found;
  const made = fresh({ pd: event ? id.split("/")[0] : "" }, event ? "berita" : "");
  if (event) about(made, event);
  return made;
}

/* An activity of the list, else of its month's public agenda. */
async function eventOf(id) {
  if (!/^[a-z0-9-]+\/\d{4}\/\d\d\/\d\d-[a-z0-9-]+$/.test(id)) return null;
  const known = choices.kegiatan.find((one) => one.id === id);
  if (known) return known;
  const [, year, month] = id.split("/");
  const found = await fetch(`${ROOT}agenda/${year}/${month}/agenda.json`).then((answer) => answer.json())
    .then((agenda) => agenda.kegiatan.find((one) => one.id === id)).catch(() => null);
  if (found) choices.kegiatan.push({ ...found, keadaan: "belum-diberitakan" });
  return found || null;
}

function fresh(values = {}, kind = "") {
  const pd = values.pd || remembered.get("pd");
  return { id: `${Date.now()}-${Math.random().toString(36).slice(2)}`, kind, photos: [], updated: 0,
    values: { pengirim: remembered.get("pengirim"), ...values, pd, tanggal: choices.hari } };
}

/* Fill in what an activity tells; what was typed by hand stays. */
function about(one, event) {
  const v = one.values;
  const agency = choices.pd.find((office) => office.slug === v.pd) || {};
  const filled = one.filled || {};
  const told = one.kind === "berita" ? {
    judul: event.acara, kecamatan: event.kecamatan, penulis: agency.penulis || "",
    tanggal: event.tanggal < choices.hari ? event.tanggal : choices.hari,
    pembuka: opening(event, agency),
  } : {
    acara: event.acara, sampai: event.sampai, mulai: event.mulai, selesai: event.selesai,
    tempat: event.tempat, kec_acara: event.kecamatan, peserta: event.peserta || "",
  };
  told.bersama_daftar = [event.id.split("/")[0], ...event.bersama].filter((slugOf) => slugOf !== v.pd).join(" ");
  for (const [name, value] of Object.entries(told)) {
    if (!v[name] || v[name] === filled[name] || (name === "tanggal" && v[name] === choices.hari)) v[name] = value;
  }
  one.filled = told;
  v.kegiatan = event.id;
}

function opening(event, agency) {
  const [year, month, day] = event.tanggal.split("-").map(Number);
  const weekday = know.hari[(new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7];
  const ask = know.pertanyaan;
  return `${agency.nama || ask.who} ${ask.what} di ${event.tempat || ask.where}, ${weekday} (${day}/${month}/${year}).`;
}

/* Show a draft in the form. */
async function fillIn(one) {
  draft = one;
  options($("pd"), choices.pd.map((office) => [office.slug, office.nama]), "Pilih kantor Anda");
  options($("rubrik"), choices.rubrik.map((rubric) => [rubric.slug, rubric.nama]), "Pilih rubrik");
  for (const name of ["kecamatan", "kec_acara"]) options($(name), choices.kecamatan.map((place) => [place.slug, place.nama]), "Tidak disebut");
  limits(know.berita, { judul: "judul", ringkasan: "ringkasan", penulis: "penulis", persetujuan: "persetujuan" });
  limits(know.agenda, { acara: "acara", tempat: "tempat", peserta: "peserta", alasan: "alasan" });
  show();
  await photos();
  await others();
}

function limits(fields, names) {
  for (const [id, key] of Object.entries(names)) $(id).maxLength = fields.find((field) => field.kunci === key).terpanjang;
}

/* Everything that follows from the draft but its photos. */
function show() {
  for (const mark of form.elements.jenis) mark.checked = mark.value === draft.kind;
  for (const node of form.querySelectorAll("[data-untuk]")) node.hidden = !node.dataset.untuk.split(" ").includes(draft.kind);
  for (const node of form.querySelectorAll("section.step")) if (!node.dataset.untuk && node.id !== "jenis") node.hidden = !draft.kind;
  $("bilah").hidden = !draft.kind;
  $("jadwal").hidden = draft.kind === "pindah" && Boolean(draft.values.tanpa_jadwal);
  const free = { berita: "Bukan kegiatan dari agenda" }[draft.kind] || "Pilih kegiatannya";
  if (draft.values.pd) $("pd").value = draft.values.pd;
  const pickable = draft.kind === "berita" ? choices.kegiatan : choices.kegiatan.filter((one) => one.keadaan !== "sudah-diberitakan" && one.id.startsWith(draft.values.pd + "/"));
  const everyone = draft.kind === "berita" && draft.values.pd === know.humas; // Humas covers any
  events($("kegiatan"), pickable, everyone ? "" : draft.values.pd, free, draft.values.kegiatan || "");
  if (draft.kind && draft.kind !== "baru") draft.values.kegiatan = $("kegiatan").value; // none of another office's
  for (const [name, value] of Object.entries(draft.values)) {
    const node = $(name);
    if (node && node.type === "checkbox") node.checked = Boolean(value);
    else if (node && node.value !== value) node.value = value;
  }
  for (const node of form.querySelectorAll(".field__box[name]")) if (!(node.name in draft.values)) node.value = "";
  chips();
  check();
}

function chips() {
  const chosen = (draft.values.bersama_daftar || "").split(" ").filter(Boolean);
  const nameOf = (one) => (choices.pd.find((office) => office.slug === one) || { singkatan: one }).singkatan;
  $("bersama-daftar").replaceChildren(...chosen.map((one) => make("li", {}, make("button", {
    type: "button", className: "compose__chip", onclick: () => partners(chosen.filter((other) => other !== one)),
  }, `${nameOf(one)} ×`, make("span", { className: "hidden" }, " hapus")))));
  options($("bersama"), choices.pd.filter((office) => office.slug !== draft.values.pd && !chosen.includes(office.slug)).map((office) => [office.slug, office.nama]), "Pilih kantor");
}

function partners(list) {
  draft.values.bersama_daftar = list.join(" ");
  chips();
  changed();
}

async function photos() {
  const limit = know.berita.find((field) => field.kunci === "foto").terbanyak;
  const shown = await Promise.all(draft.photos.map((photo) => preview(photo.data, 256)));
  $("daftar-foto").replaceChildren(...draft.photos.map((photo, at) => shot(photo, at, shown[at], pressed)));
  $("berkas-foto").disabled = draft.photos.length >= limit;
  check();
}

async function pressed(name, id) {
  const chosen = draft.photos.find((photo) => photo.id === id);
  draft.photos = draft.photos.filter((photo) => photo !== chosen);
  if (name === "first") draft.photos.unshift(chosen);
  $("kabar-foto").textContent = name === "first" ? "Foto utama diganti." : "Foto dihapus.";
  await photos();
  changed();
  $("berkas-foto").focus();
}

async function added(files) {
  const limit = know.berita.find((field) => field.kunci === "foto").terbanyak;
  const office = choices.pd.find((one) => one.slug === draft.values.pd) || { singkatan: "" };
  const failed = [];
  for (const file of files) {
    if (draft.photos.length >= limit) { failed.push(`Paling banyak ${limit} foto.`); break; }
    $("kabar-foto").textContent = `Menyiapkan ${file.name} …`;
    try {
      const data = await redraw(file, know.foto);
      draft.photos.push({ id: `${Date.now()}${draft.photos.length}`, data, alt: "", caption: "", credit: remembered.get("kredit") || office.singkatan, face: false });
    } catch {
      failed.push(`“${file.name}” tidak dapat dibuka. Simpan sebagai JPEG, lalu pilih lagi.`);
    }
  }
  $("kabar-foto").textContent = failed.join(" ") || `${draft.photos.length} foto siap: sudah tegak, kecil, dan tanpa data lokasi.`;
  await photos();
  changed();
}

/* Drafts beside the one that is shown. */
async function others() {
  const list = (await all()).filter((one) => one.id !== draft.id);
  $("naskah-lain").hidden = !list.length;
  $("daftar-naskah").replaceChildren(...list.map((one) => make("li", {},
    make("button", { type: "button", className: "compose__plain", onclick: () => fillIn(one) }, titleOf(one)))));
}

function titleOf(one) {
  const title = one.values.judul || one.values.acara || one.values.kegiatan || "tanpa judul";
  return `${KINDS[one.kind] || "Naskah"}: ${title}`;
}

function listen() {
  form.addEventListener("input", (event) => took(event.target));
  form.addEventListener("change", (event) => took(event.target, true));
  form.addEventListener("submit", (event) => event.preventDefault());
  $("berkas-foto").addEventListener("change", async (event) => { const files = [...event.target.files]; event.target.value = ""; await added(files); });
  $("bagikan").addEventListener("click", () => send(true));
  $("simpan").addEventListener("click", () => send(false));
  $("buang").addEventListener("click", throwAway);
  $("baru").addEventListener("click", async () => { await put(); history.replaceState(null, "", "./"); await fillIn(fresh()); scrollTo(0, 0); });
  $("forge-salin").addEventListener("click", (event) => navigator.clipboard.writeText(event.target.dataset.isi));
  document.addEventListener("visibilitychange", () => { if (document.hidden) put(); });
}

/* A field was changed; `done` where its change is over. */
function took(node, done = false) {
  const { foto, bagian } = node.dataset;
  if (foto) {
    draft.photos.find((photo) => photo.id === foto)[bagian] = node.type === "checkbox" ? node.checked : node.value;
    if (bagian === "credit") remembered.set("kredit", node.value);
    return changed();
  }
  if (!node.name || node.name === "cabang") return forge();
  if (node.name === "jenis") draft.kind = node.value;
  else if (node.name === "bersama") {
    const list = (draft.values.bersama_daftar || "").split(" ").filter(Boolean);
    if (done && node.value) partners([...list, node.value]);
    return undefined;
  } else draft.values[node.name] = node.type === "checkbox" ? (node.checked ? "ya" : "") : node.value;
  if (["pd", "pengirim"].includes(node.name)) remembered.set(node.name, node.value);
  const event = choices.kegiatan.find((one) => one.id === draft.values.kegiatan);
  if (["kegiatan", "jenis"].includes(node.name) && event && draft.kind !== "baru") about(draft, event);
  if (node.name === "pd") writer();
  if (["jenis", "kegiatan", "pd", "tanpa_jadwal"].includes(node.name) && done) show();
  return changed();
}

function writer() {
  const names = choices.pd.map((office) => office.penulis);
  const own = choices.pd.find((office) => office.slug === draft.values.pd) || { penulis: "" };
  if (!draft.values.penulis || names.includes(draft.values.penulis)) draft.values.penulis = own.penulis;
}

function changed() {
  clearTimeout(timer);
  $("tersimpan").textContent = "Menyimpan …";
  timer = setTimeout(put, PAUSE);
}

async function put() {
  clearTimeout(timer);
  if (!draft.kind && !draft.photos.length) { $("tersimpan").textContent = ""; return; }
  draft.updated = Date.now();
  const kept = await keep(draft);
  if (kept && !lasting && navigator.storage && navigator.storage.persist) lasting = navigator.storage.persist();
  check();
  $("tersimpan").textContent = kept ? `Tersimpan di ponsel ${clock(new Date())}` : "Ponsel ini tidak menyimpan: kirim sebelum halaman ditutup.";
}

/* Counts, findings, files and ways off the phone, as the draft stands. */
function check() {
  counts();
  $("izin-bagian").hidden = !draft.photos.some((photo) => photo.face);
  if (!draft.kind) return;
  const lacking = missing(draft, know);
  const found = judge(pieceOf(draft, know, choices), know).filter((one) => !isOffice(one));
  findings($("temuan"), lacking, found, ROOT);
  const files = lacking.some(([name]) => !/^(?:alt-|persetujuan)/.test(name)) ? [] : filesOf(draft, know, choices);
  sheets($("berkas-jadi"), files);
  const grave = lacking.length + found.filter((one) => one.severity === "GALAT").length;
  const light = found.length + lacking.length - grave;
  $("ke-kirim").textContent = grave ? `${grave} belum beres` : light ? `Kirim (${light} saran)` : "Siap dikirim";
  $("ke-kirim").href = grave || light ? "#periksa" : "#kirim";
  for (const id of ["bagikan", "simpan"]) $(id).disabled = lacking.length > 0 || !files.length;
  forge(files);
}

/* Numbers that offices publish as their own are no one's secret. */
function isOffice(one) {
  if (!["D903", "D904"].includes(one.code)) return false;
  const own = new Set(choices.kontak.flatMap((text) => text.split(/[/,;|]/)).map(dialled));
  const numbers = pieceOf(draft, know, choices).values.flatMap((text) => numbersIn(text, know));
  const told = numbers.filter((number) => one.message.includes(number.masked));
  return told.length > 0 && told.every((number) => own.has(dialled(number.digits)));
}

function counts() {
  const titles = (text) => `${words(text)} kata, ${text.length} huruf`;
  $("judul-hitung").textContent = titles(draft.values.judul || "");
  $("acara-hitung").textContent = titles(draft.values.acara || "");
  $("ringkasan-hitung").textContent = titles(draft.values.ringkasan || "");
  const whole = draft.kind === "berita" ? words(paragraphsOf(draft, know, choices).join(" ")) : 0;
  $("pembuka-hitung").textContent = `${words(draft.values.pembuka || "")} kata; seluruh berita ${whole} kata`;
}

function words(text) {
  return line(text, know).split(" ").filter(Boolean).length;
}

async function send(sharing) {
  await put();
  const files = filesOf(draft, know, choices);
  const sender = { nama: line(draft.values.pengirim || "", know), catatan: line(draft.values.catatan || "", know) };
  const blob = bundle(files, sender, new Date());
  const name = bundleName(files);
  const outcome = sharing ? await share(blob, name, titleOf(draft)) : "impossible";
  if (outcome === "cancelled") return tell("Belum terkirim. Naskah tetap tersimpan di ponsel ini.");
  if (outcome === "shared") return tell("Sudah dibagikan. Humas memberi kabar lewat jalan yang sama. Naskah tetap di ponsel ini sampai Anda membuangnya.");
  save(blob, name);
  $("nama-berkas").textContent = name;
  const message = `${titleOf(draft)}. Terlampir ${name}.`;
  $("lewat-wa").href = `https://wa.me/${know.whatsapp}?text=${encodeURIComponent(message)}`;
  $("lewat-surel").href = `mailto:?subject=${encodeURIComponent(titleOf(draft))}&body=${encodeURIComponent(message)}`;
  $("langkah-lampir").hidden = false;
  return tell("Berkasnya sudah disimpan. Tinggal dilampirkan:");
}

function tell(text) {
  $("kabar-kirim").textContent = text;
}

/* Twice, because nothing brings a draft back. */
async function throwAway() {
  const button = $("buang");
  if (!button.dataset.yakin) {
    button.dataset.yakin = "ya";
    button.textContent = "Ya, buang naskah dan fotonya";
    setTimeout(() => { delete button.dataset.yakin; button.textContent = "Buang naskah ini"; }, 6000);
    return;
  }
  clearTimeout(timer);
  await discard(draft.id);
  delete button.dataset.yakin;
  button.textContent = "Buang naskah ini";
  history.replaceState(null, "", "./");
  $("tersimpan").textContent = "Naskah dibuang.";
  await fillIn((await all())[0] || fresh());
  scrollTo(0, 0);
}

/* The forge's pages, where the site has one. */
function forge(files = filesNow()) {
  const own = know.forge;
  $("forge").hidden = !own.alamat || !files.length;
  if ($("forge").hidden) return;
  const isChange = ["pindah", "batal"].includes(draft.kind);
  const main = files[0];
  const opened = isChange ? { href: editFile(own, main.path), rest: main.text.split("\n").slice(1, -2).join("\n") } : newFile(own, main.path, main.text);
  $("forge-lembar").href = opened.href;
  $("forge-cara").textContent = isChange ? "dan tambahkan baris ini di atas “---” yang kedua." : opened.rest ? "dan tempel isi yang disalin di bawah yang sudah ada." : "yang sudah terisi.";
  $("forge-salin").hidden = !opened.rest;
  $("forge-salin").dataset.isi = opened.rest;
  const parts = main.path.split("/");
  const proposed = `usul/${parts[2]}/${slug(parts[5].replace(/^\d\d-|\.md$/g, ""))}`;
  if (!$("cabang").value || $("cabang").dataset.usul === $("cabang").value) $("cabang").value = $("cabang").dataset.usul = proposed;
  const shots = files.filter((one) => one.data);
  $("forge-foto").hidden = !shots.length || !own.unggah;
  $("forge-unggah").href = uploadPage(own, $("cabang").value.trim(), main.path.replace(/\/index\.md$/, ""));
  $("forge-simpan").replaceChildren(...shots.map((one) => {
    const name = one.path.split("/").pop();
    return make("button", { type: "button", className: "compose__plain", onclick: () => save(new Blob([one.data], { type: "image/jpeg" }), name) }, name, " ");
  }));
}

function filesNow() {
  return missing(draft, know).length ? [] : filesOf(draft, know, choices);
}
