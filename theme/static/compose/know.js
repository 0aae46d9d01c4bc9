/* aturan.json with its patterns made ready. A browser that does not know one leaves its rule
   to the gate. */

export function prepare(data) {
  const gate = data.aturan;
  return {
    ...data,
    forbidden: new RegExp(data.terlarang, "gu"),
    slips: pattern(data.rapikan.kekeliruan, "gsu") || /(?!)/g,
    pairs: pattern(data.rapikan.petik, "gsu") || /(?!)/g,
    blanks: gate.blanks.map((form) => pattern(form, "gu")).filter(Boolean),
    numbers: Object.fromEntries(gate.numbers.map(([name, form]) => [name, numberPattern(name, form)])),
    regions: new Set(gate.regions),
    rules: gate.rules.map(ready).filter((rule) => rule.pattern !== null),
    most: gate.most,
    longest: gate.longest,
    reach: gate.reach,
  };
}

function ready(rule) {
  const data = rule.data;
  const flags = (/^line/.test(data.kind) ? "my" : "g") + (data.ignore_case ? "iu" : "u");
  const sticky = data.kind === "weekday" ? "yiu" : flags;
  return { ...rule, ...data, pattern: data.pattern ? pattern(data.pattern, sticky) : undefined };
}

function numberPattern(name, form) {
  return pattern(form, { chain: "gu", chat: "gu", labels: "giu", money: "iu" }[name] || "yu");
}

function pattern(form, flags) {
  try {
    return new RegExp(form, flags);
  } catch {
    return null;
  }
}
