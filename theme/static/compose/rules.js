/* What the gate would say, from the gate's own data (plugins/checks/portable.py). */

import { numbersIn } from "./numbers.js";

const SKIPPED = ["#", ">", "|", "![", "- ", "* ", "+ "];
const DAYS = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

/* piece: kind (post, event), title, summary, texts (of the header), body, photos, values (all
   texts). Answers: code, severity, href, message, hint. */
export function judge(piece, know) {
  const prose = proseOf(piece, know);
  return know.rules.flatMap((rule) => {
    if ((rule.only && rule.only !== piece.kind) || !KINDS[rule.kind]) return [];
    const found = [...KINDS[rule.kind](rule, prose, piece, know)];
    return found.map((values) => ({
      code: rule.code,
      severity: rule.severity,
      href: rule.href,
      message: fill(rule.message, values, know),
      hint: fill(rule.hint, values, know),
    }));
  });
}

function fill(form, values, know) {
  const given = { ...values, found: quoted(values.found || "", know.longest) };
  return form.replace(/\{(\w+)\}/g, (whole, name) => (name in given ? given[name] : whole));
}

function quoted(text, longest) {
  const letters = [...text];
  const shown = letters.length <= longest ? text : letters.slice(0, longest - 1).join("") + "…";
  return `“${shown.replace(/\n/g, "[U+000A]").replace(/\u00a0/g, "[U+00A0]")}”`;
}

/* Texts of the header and the body as one, with targets of links and mail blanked. */
function proseOf(piece, know) {
  const parts = [...piece.texts, piece.body];
  const head = piece.texts.reduce((length, text) => length + text.length + 2, 0);
  let text = parts.join("\n\n");
  know.blanks.forEach((form, at) => {
    text = text.replace(form, (m) => (at ? " ".repeat(m.length) : m[0] + " ".repeat(m.length - 1)));
  });
  const words = new Set(text.toLowerCase().replace(/[.,;:!?()*“”"]/g, " ").split(/\s+/u));
  const paragraphs = text.slice(head).split("\n\n").map((p) => p.trim()).filter(Boolean);
  return { text, words, paragraphs, body: head };
}

function first(found, know) {
  return found.slice(0, know.most);
}

const KINDS = {
  words(rule, prose, _, know) {
    const right = new Map(rule.words);
    const present = [...right.keys()].filter((word) => prose.words.has(word));
    if (!present.length) return [];
    const choice = present.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
    const edge = "[\\p{L}\\p{N}_-]";
    const form = new RegExp(`(?<!${edge})(?:${choice})(?!${edge})`, "giu");
    const found = [...prose.text.matchAll(form)].filter((m) => !inName(prose.text, m, know.reach));
    return first(found, know).map((m) => ({ found: m[0], right: like(m[0], right.get(m[0].toLowerCase())) }));
  },

  pattern(rule, prose, _, know) {
    return first([...prose.text.matchAll(rule.pattern)], know).map((m) => ({
      found: m[0],
      symbol: m[0],
      joined: m[0].replace(/ /g, ""),
      group: m.slice(1).find(Boolean),
    }));
  },

  line: (rule, prose, _, know) => lines(rule, prose, know, 0),
  "line-of-body": (rule, prose, _, know) => lines(rule, prose, know, prose.body),

  *weekday(rule, prose, _, know) {
    const days = rule.words.filter(([, right]) => !/^\d/.test(right));
    const months = new Map(rule.words.filter(([, right]) => /^\d/.test(right)));
    const dates = days.filter(([word]) => prose.words.has(word))
      .flatMap(([word, day]) => datesAfter(word, day, rule, prose.text, months));
    dates.sort((a, b) => a.start - b.start);
    for (const date of first(dates.filter((one) => one.year), know)) {
      const day = new Date(Date.UTC(date.year, date.month - 1, date.day));
      if (day.getUTCDate() !== date.day || day.getUTCMonth() !== date.month - 1) continue;
      const weekday = DAYS[day.getUTCDay()];
      const words = `${date.day} ${know.bulan[date.month - 1]} ${date.year}`;
      if (weekday !== date.weekday) yield { found: date.written, date: words, weekday };
    }
  },

  shouted(rule, prose, piece) {
    const title = piece.title.trim();
    const known = new Set(rule.words.map(([word]) => word));
    const words = title.match(rule.pattern) || [];
    const shouted = words.filter((word) => isShouted(word, known));
    if (shouted.length < rule.least || shouted.length < (words.length * rule.number) / 100) return [];
    const calm = title.replace(rule.pattern, (word) => (isShouted(word, known) ? word.toLowerCase() : word));
    return [{ found: piece.title, calm: calm.charAt(0).toUpperCase() + calm.slice(1) }];
  },

  number(rule, prose, piece, know) {
    const found = piece.values.flatMap((text) => numbersIn(text, know));
    return found.filter((one) => one.kind === rule.words[0][0]).map((one) => ({ masked: one.masked }));
  },

  lead(rule, prose, piece) {
    if (piece.kind !== "post") return [];
    const plain = prose.paragraphs.filter((p) => !SKIPPED.some((mark) => p.startsWith(mark)));
    const opening = plain.slice(0, rule.least);
    const lead = opening.find((p) => p.search(rule.pattern) === 0) || opening[0] || "";
    const words = lead.split(/\s+/u).filter(Boolean).length;
    return words > rule.number ? [{ words }] : [];
  },

  summary: (rule, prose, piece) =>
    piece.kind === "post" && piece.title.trim() && !piece.summary ? [{ found: piece.title }] : [],

  "photo-without": (rule, prose, piece) =>
    piece.photos.filter((photo) => photo.berkas && photo[rule.words[0][0]] === undefined)
      .map((photo) => ({ found: photo.berkas })),

  caption: (rule, prose, piece) =>
    piece.photos.filter((p) => p.keterangan && piece.title.trim() && bare(p.keterangan) === bare(piece.title))
      .map((photo) => ({ found: photo.keterangan })),

  credit(rule, prose, piece) {
    const vague = new Set(rule.words.map(([word]) => word));
    return piece.photos.filter((photo) => {
      const named = (photo.kredit || "").toLowerCase().replace(rule.pattern, "");
      const words = named.match(/[\p{L}\p{N}_.]*[\p{L}\p{N}_]/gu) || [];
      return (photo.kredit || "").trim() && words.every((word) => vague.has(word));
    }).map((photo) => ({ found: photo.kredit }));
  },

  alt(rule, prose, piece) {
    const empty = new Set(rule.words.map(([word]) => word));
    return piece.photos.flatMap((photo) => {
      const alt = (photo.alt || "").split(/\s+/u).filter(Boolean).join(" ");
      const name = (photo.berkas || "").toLowerCase();
      const stem = name.slice(0, Math.max(name.lastIndexOf("."), 0));
      const told = alt.toLowerCase();
      const says = [...alt].length >= rule.number && !empty.has(told) && ![name, stem, stem.replace(/-/g, " ")].includes(told);
      return alt && !says ? [{ found: alt }] : [];
    });
  },

  prompt: (rule, prose, piece) =>
    rule.words.filter(([words]) => piece.body.includes(words)).map(([words]) => ({ found: words })),
};

function lines(rule, prose, know, from) {
  const found = [];
  for (let start = 0; start >= 0 && found.length < know.most; start = prose.text.indexOf("\n", start) + 1 || -1) {
    rule.pattern.lastIndex = start;
    const match = rule.pattern.exec(prose.text);
    if (match && start >= from) found.push({ found: (match[1] || match[0]).trim() });
  }
  return found;
}

function datesAfter(word, weekday, rule, text, months) {
  const found = [];
  const forms = new Set([word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()]);
  for (const form of forms) {
    for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + 1)) {
      rule.pattern.lastIndex = start + form.length;
      const m = rule.pattern.exec(text);
      if (!m) continue;
      const end = rule.pattern.lastIndex;
      let written = text.slice(start, end).replace(/\.+$/, "");
      if (written.includes("(") && !written.includes(")") && text[end] === ")") written += ")";
      const figures = m[3] || m[5];
      let year = Number(m[4] || m[7] || 0);
      if (m[4] && m[4].length === 2) year += year < rule.number ? 2000 : 1900;
      const month = Number(figures || months.get(m[6].toLowerCase()));
      found.push({ start, written, weekday, day: Number(m[1]), month, year });
    }
  }
  return found;
}

function inName(text, match, reach) {
  const end = match.index + match[0].length;
  const before = text.slice(Math.max(match.index - reach, 0), match.index);
  const after = text.slice(end, end + reach);
  const start = Math.max(before.lastIndexOf('"'), before.lastIndexOf("“"));
  const stop = after.search(/["”]/);
  if (start < 0 || stop < 0) return false;
  const inside = before.slice(start + 1) + match[0] + after.slice(0, stop);
  return /^\p{Lu}/u.test(inside) && !/[.,!?\n]/.test(inside);
}

function like(written, right) {
  return /^\p{Lu}/u.test(written) ? right.charAt(0).toUpperCase() + right.slice(1) : right;
}

function isShouted(word, known) {
  const bareWord = word.replace(/^['’-]+|['’-]+$/g, "");
  const upper = bareWord === bareWord.toUpperCase() && bareWord !== bareWord.toLowerCase();
  return bareWord.length > 1 && upper && !/\p{Nd}/u.test(bareWord) && !known.has(bareWord) && !/^[IVXLC]+$/.test(bareWord);
}

function bare(text) {
  return (text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) || []).join(" ");
}
