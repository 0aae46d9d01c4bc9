/* Pieces of the page that change: lists of choices, photos, findings, the files. */

const SHORT = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des"];
const GROUPS = [
  ["Belum ada beritanya", ["belum-diberitakan", "menunggu-berita", "berlangsung"]],
  ["Akan datang", ["akan-datang"]],
  ["Sudah diberitakan", ["sudah-diberitakan"]],
];

const LEVELS = {
  GALAT: ["Harus diperbaiki", { className: "compose__level compose__level--galat" }],
  PERINGATAN: ["Sebaiknya diperbaiki", { className: "compose__level compose__level--peringatan" }],
  SARAN: ["Saran", { className: "compose__level" }],
};

export const $ = (id) => document.getElementById(id);

export function make(tag, given = {}, ...children) {
  const { dataset, ...rest } = given;
  const node = Object.assign(document.createElement(tag), rest);
  Object.assign(node.dataset, dataset);
  node.append(...children);
  return node;
}

export function options(select, rows, empty) {
  const kept = select.value;
  select.replaceChildren(...(empty === undefined ? [] : [new Option(empty, "")]), ...rows.map(([value, label]) => new Option(label, value)));
  select.value = rows.some(([value]) => value === kept) ? kept : "";
}

/* Activities of an agency, or in which it takes part; those that wait first. */
export function events(select, list, agency, empty, kept) {
  const own = list.filter((one) => !agency || one.id.split("/")[0] === agency || one.bersama.includes(agency));
  const groups = GROUPS.map(([label, states]) => {
    const members = own.filter((one) => states.includes(one.keadaan));
    const newestFirst = label === "Akan datang" ? members : [...members].reverse();
    return newestFirst.length ? make("optgroup", { label }, ...newestFirst.map((one) => new Option(`${dayOf(one.tanggal)} · ${one.acara}`, one.id))) : "";
  });
  select.replaceChildren(new Option(empty, ""), ...groups.filter(Boolean));
  select.value = own.some((one) => one.id === kept) ? kept : "";
}

export function dayOf(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return `${day} ${SHORT[month - 1]} ${year}`;
}

export function clock(when) {
  return `${String(when.getHours()).padStart(2, "0")}.${String(when.getMinutes()).padStart(2, "0")}`;
}

/* One photo with its questions; `act` is told what was pressed. */
export function shot(photo, at, canvas, act) {
  const id = photo.id;
  canvas.className = "shots__picture";
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", `Foto ${at + 1}`);
  const size = `${Math.round(photo.data.byteLength / 1024)} KB`;
  const press = (label, name) => make("button", { type: "button", className: "compose__plain", onclick: () => act(name, id) }, label, make("span", { className: "hidden" }, ` foto ${at + 1}`));
  const head = make("div", {},
    make("p", { className: "shots__name" }, at ? `Foto ${at + 1}` : "Foto 1, foto utama"),
    make("p", { className: "shots__facts" }, size),
    ...(at ? [press("Jadikan utama", "first"), make("br")] : []),
    press("Hapus", "remove"));
  return make("li", { className: "shots__item" },
    make("div", { className: "shots__head" }, canvas, head),
    question(photo, "alt", "Apa yang tampak?", "Dibacakan bagi warga yang tidak dapat melihat fotonya, contoh: Kader menimbang seorang balita.", 400),
    question(photo, "caption", "Keterangan di bawah foto", "Siapa, sedang apa, di mana.", 500),
    question(photo, "credit", "Pemotret atau kantornya", "", 120),
    make("label", { className: "field__tick" }, make("input", { type: "checkbox", checked: photo.face, id: `face-${id}`, dataset: { foto: id, bagian: "face" } }), " Ada wajah anak atau pasien"));
}

function question(photo, part, label, help, longest) {
  const id = `${part}-${photo.id}`;
  const box = make(part === "credit" ? "input" : "textarea", { className: "field__box", id, value: photo[part], maxLength: longest, dataset: { foto: photo.id, bagian: part } });
  if (box.rows) box.rows = 2;
  const told = help ? [make("p", { className: "field__help", id: `${id}-bantu` }, help)] : [];
  if (help) box.setAttribute("aria-describedby", `${id}-bantu`);
  return make("div", { className: "field" }, make("label", { className: "field__label", htmlFor: id }, label), ...told, box);
}

/* Findings, the gravest first; `lacking` are fields without which nothing can be sent. */
export function findings(node, lacking, found, root) {
  const order = Object.keys(LEVELS);
  const rows = lacking.map(([name, words]) => make("li", { className: "compose__finding" },
    make("p", LEVELS.GALAT[1], "Belum diisi"), make("a", { href: `#${name}` }, words)));
  const sorted = [...found].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  rows.push(...sorted.map((one) => make("li", { className: "compose__finding" },
    make("p", LEVELS[one.severity][1], LEVELS[one.severity][0], " · ",
      make("a", { href: root + one.href.slice(1), target: "_blank" }, one.code)),
    make("p", {}, one.message), make("p", { className: "compose__hint" }, one.hint))));
  node.replaceChildren(rows.length ? make("ul", {}, ...rows) : make("p", {}, "Tidak ada yang perlu diperbaiki. Humas membacanya sekali lagi sebelum terbit."));
}

export function sheets(node, files) {
  node.replaceChildren(...files.flatMap((one) => [
    make("p", { className: "compose__path" }, one.path),
    ...(one.text ? [make("pre", { className: "compose__text", tabIndex: 0 }, one.text)] : []),
  ]));
}
