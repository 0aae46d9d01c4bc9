/* Opens the editor for one agency: its folders of these years, in Indonesian.
 *
 * Which agency is in the address (?pd=dinkes), or is the last one when a forge comes back from
 * signing in. Without one the page keeps its list to choose from.
 */
const LAST = "kabar.redaksi.pd";
const PREFERENCES = "sveltia-cms.prefs";

const query = new URLSearchParams(location.search);
const slug = query.get("pd") ?? (query.has("code") ? localStorage.getItem(LAST) : null);

if (slug) {
  open(slug).catch((error) => {
    document.getElementById("kabar").textContent = `Penyunting tidak dapat dibuka: ${error.message}`;
  });
} else {
  const last = localStorage.getItem(LAST);
  const choice = document.getElementById("pd");
  if ([...choice.options].some((option) => option.value === last)) choice.value = last;
}

async function open(slug) {
  const answer = await fetch("config.json");
  if (!answer.ok) throw new Error(`config.json ${answer.status}`);
  const told = await answer.json();
  const agency = told.pd.find((one) => one.slug === slug);
  if (!agency) throw new Error(`perangkat daerah “${slug}” tidak dikenal.`);
  localStorage.setItem(LAST, slug);
  preferIndonesian();
  window.CMS_MANUAL_INIT = true;
  const { init } = await import("./npm/index.js");
  // The site's style sheet would dress the editor's own elements too.
  document.querySelectorAll('main, link[rel="stylesheet"]').forEach((node) => node.remove());
  init({ config: filled(told, agency) });
}

function filled(told, agency) {
  const own = told.kegiatan.filter((event) => event.pd.includes(agency.slug));
  const options = own.map(({ value, label }) => ({ value, label }));
  const config = put(told.cms, { "{pd}": agency.slug });
  for (const collection of config.collections) {
    collection.fields = collection.fields
      .map((field) => completed(field, agency, options))
      .filter((field) => field.widget !== "select" || field.options.length > 0);
  }
  return config;
}

function completed(field, agency, options) {
  if (field.name === "penulis") return { ...field, default: agency.penulis };
  if (field.name === "agenda" || field.name === "pindah_ke") return { ...field, options };
  if (field.name === "bersama") {
    return { ...field, options: field.options.filter((one) => one.value !== agency.slug) };
  }
  return field;
}

/** The same value with every text exchanged by the pairs. */
function put(value, pairs) {
  if (typeof value === "string") {
    return Object.entries(pairs).reduce((text, [from, to]) => text.replaceAll(from, to), value);
  }
  if (Array.isArray(value)) return value.map((one) => put(one, pairs));
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, put(one, pairs)]));
  }
  return value;
}

/* Sveltia follows the phone's language, and knows Indonesian only as we hand it over. */
function preferIndonesian() {
  const kept = JSON.parse(localStorage.getItem(PREFERENCES) ?? "{}");
  localStorage.setItem(PREFERENCES, JSON.stringify({ locale: "id", ...kept }));
}
