/* Numbers that belong to one person, as plugins/checks/numbers.py finds them. */

const LENGTHS = { nik: [16, 16], npwp: [15, 16], nisn: [10, 10], bpjs: [11, 13], bank: [10, 16] };
const MOST_GROUPS = 8; // of digits in one number
const REACH = 48; // characters before a number in which a word names it

export function numbersIn(text, know) {
  const forms = know.numbers;
  if (!forms.chain || !forms.labels) return [];
  const chats = [...text.matchAll(forms.chat)].filter((m) => whole(forms.mobile, m[1]));
  const found = chats.map((m) => number("mobile", m[1]));
  for (const match of text.matchAll(forms.chain)) {
    const before = text.slice(Math.max(match.index - REACH, 0), match.index);
    if (!forms.money.test(before) && !whole(forms.amount, match[0])) {
      found.push(...ofChain(match[0], labelOf(before, forms), know));
    }
  }
  return found;
}

/* The digits as one dials them here: 0812… for +62 812… */
export function dialled(text) {
  const digits = text.replace(/\D/g, "");
  return digits.startsWith("62") ? "0" + digits.slice(2).replace(/^0+/, "") : digits;
}

function number(kind, digits) {
  const shown = Math.min(4, Math.max(digits.length - 6, 0));
  const masked = digits.slice(0, shown) + "*".repeat(digits.length - shown - 2) + digits.slice(-2);
  return { kind, digits, masked };
}

function whole(form, text) {
  form.lastIndex = 0;
  const match = form.exec(text);
  return Boolean(match) && match[0].length === text.length;
}

function labelOf(before, forms) {
  const own = before.slice(before.lastIndexOf("\n\n") + 1);
  const found = [...own.matchAll(forms.labels)].map((m) => Object.keys(m.groups).find((name) => m.groups[name]));
  const named = found.filter((label) => label !== "phone");
  const last = named[named.length - 1];
  return !last || (found[found.length - 1] === "phone" && last === "other") ? "" : last;
}

function ofChain(chain, label, know) {
  know.numbers.days.lastIndex = 0;
  const days = know.numbers.days.exec(chain);
  const groups = chain.slice(days ? days[0].length : 0).match(/\d+/g) || [];
  const found = [];
  let at = 0;
  while (at < groups.length) {
    const [kind, count] = longest(groups.slice(at, at + MOST_GROUPS), label, chain, know);
    if (kind) {
      found.push(number(kind, groups.slice(at, at + count).join("")));
      if (label === "bank" || label === "home") label = "";
    }
    at += kind ? count : 1;
  }
  return found;
}

function longest(groups, label, chain, know) {
  for (let count = groups.length; count > 0; count -= 1) {
    const kind = kindOf(groups.slice(0, count), label, chain, know);
    if (kind) return [kind, count];
  }
  return ["", 0];
}

function kindOf(groups, label, chain, know) {
  const digits = groups.join("");
  const size = digits.length;
  if (size < 7 || size > 18 || label === "other" || groups.every((g) => /^(?:19|20)\d\d$/.test(g))) return "";
  if (size === 18) return isNip(digits) ? "nip" : "";
  const dials = groups[0] === "62" || groups[0].length > 2;
  if (dials && whole(know.numbers.mobile, digits)) return "mobile";
  if (label === "home" && size <= 12) return "home";
  const [least, most] = LENGTHS[label] || [1, 0];
  if (least <= size && size <= most) return label;
  if (size === 15 && whole(know.numbers.npwp, chain) && luhn(digits.slice(0, 9))) return "npwp";
  return size === 16 && groups.every((g) => g.length > 1) ? nikKind(digits, know.regions) : "";
}

function nikKind(digits, regions) {
  const day = Number(digits.slice(6, 8));
  if (!((day >= 1 && day <= 31) || (day >= 41 && day <= 71)) || digits.endsWith("0000")) return "";
  const born = [Number(digits.slice(10, 12)), Number(digits.slice(8, 10)), day % 40];
  if (!isDay(born[0] + 1900, born[1], born[2]) && !isDay(born[0] + 2000, born[1], born[2])) return "";
  if (regions.has(digits.slice(0, 4))) return "nik";
  return regions.has(digits.slice(0, 2)) ? "maybe-nik" : "";
}

function isNip(digits) {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number);
  const [began, inMonth] = [digits.slice(8, 12), digits.slice(12, 14)].map(Number);
  const ages = year >= 1930 && year <= 2012 && year + 14 < began && began <= 2050;
  return isDay(year, month, day) && ages && inMonth >= 1 && inMonth <= 12 && "12".includes(digits[14]);
}

function isDay(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function luhn(digits) {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const twice = Number(digit) * (at % 2 ? 2 : 1);
    return total + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return sum % 10 === 0;
}
