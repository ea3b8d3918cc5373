/** Kinds of personal data that are found in words. */
export const personalDataKinds = [
  "email",
  "iban",
  "personalId",
  "card",
  "businessId",
  "ip",
  "phone",
  "plate",
  "address",
  "name",
] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

const everyKind: ReadonlySet<PersonalDataKind> = new Set(personalDataKinds);

export interface PersonalDataFound {
  readonly kind: PersonalDataKind;
  readonly from: number;
  readonly to: number;
}

type Rule = { kind: PersonalDataKind; pattern: RegExp; holds?: (found: string) => boolean };

/** In order: what an earlier rule took is not looked at again. Checksums keep order numbers, times and prices whole. */
const rules: readonly Rule[] = [
  {
    kind: "email",
    pattern: /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){0,5}\.\p{L}{2,24}/gu,
  },
  { kind: "iban", pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?\b/g, holds: isIban },
  { kind: "personalId", pattern: /\b\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]\b/gi, holds: isPersonalId },
  { kind: "card", pattern: /\b\d(?:[ -]?\d){12,18}\b/g, holds: isCard },
  { kind: "businessId", pattern: /\b\d{7}-\d\b/g, holds: isBusinessId },
  {
    kind: "ip",
    pattern: /\b(?:\d{1,3}\.){3}\d{1,3}\b/g,
    holds: (found) => found.split(".").every((part) => Number(part) <= 255),
  },
  {
    kind: "phone",
    pattern: /(?<![\d.,:/-])(?:(?:\+|00)\d{1,3}|\(?0[1-9]\)?)(?:[ -]?\(?\d\)?){5,12}(?![\d:])/g,
    holds: isPhone,
  },
  { kind: "plate", pattern: /\b\p{Lu}{2,3}-\d{2,3}\b/gu },
  {
    kind: "address",
    pattern:
      /(?<![\p{L}\d])\p{Lu}[\p{L}-]{1,40}(?:katu|kadun|kadulla|tie|tien|tiellä|kuja|kujan|kujalla|polku|polulla|raitti|väylä|väylän|kaari|rinne|ranta|bulevardi|gatan|gata|vägen|väg|gränden|stigen|stranden)\s\d{1,4}(?:\s?\p{L}(?![\p{L}]))?(?:\s\d{1,3}(?!\d))?(?:,?\s\d{5}(?:\s\p{Lu}\p{L}+)?)?/gu,
  },
  {
    kind: "address",
    pattern:
      /(?<![\p{L}\d])\d{1,4}[a-z]?\s(?:\p{Lu}[\p{L}'’-]{1,30}\s){1,3}(?:Street|St\.|Road|Rd\.|Avenue|Ave\.|Lane|Drive|Square)(?![\p{L}])/gu,
  },
  {
    kind: "name",
    pattern:
      /(?<=\b(?:nimeni on|my name is|terv\.|terveisin,?|kind regards,?|best regards,?)\s{1,3})\p{Lu}[\p{L}'’-]{1,30}(?:[ ]\p{Lu}[\p{L}'’-]{1,30}){0,2}/gu,
  },
];

/**
 * Finds mail addresses, IBANs, Finnish personal and business ids, cards, IP addresses, phones, plates, street addresses
 * and self-given names; `names` are people known from the file (authors, speakers), found in their inflected forms too.
 * In order of place, without overlaps.
 */
export function findPersonalData(text: string, names: readonly string[] = []): PersonalDataFound[] {
  const found: PersonalDataFound[] = [];
  const free = (from: number, to: number): boolean =>
    found.every((other) => to <= other.from || from >= other.to);
  for (const { kind, pattern, holds } of [...rules, ...nameRules(names)]) {
    for (const match of text.matchAll(pattern)) {
      const to = match.index + match[0].length;
      if (match[0] !== "" && (holds === undefined || holds(match[0])) && free(match.index, to))
        found.push({ kind, from: match.index, to });
    }
  }
  return found.toSorted((a, b) => a.from - b.from);
}

/** Replaces what was found of these kinds by its kind in brackets: `[email]`. Masking what is masked changes nothing. */
export function maskPersonalData(
  text: string,
  names: readonly string[] = [],
  kinds: ReadonlySet<PersonalDataKind> = everyKind,
): string {
  const masked = maskOnce(text, names, kinds);
  // What stood glued to a masked piece may only now be seen: a@b.fi4111111111111111.
  return masked === text ? text : maskPersonalData(masked, names, kinds);
}

function maskOnce(text: string, names: readonly string[], kinds: ReadonlySet<PersonalDataKind>): string {
  let masked = "";
  let at = 0;
  for (const { kind, from, to } of findPersonalData(text, names).filter((found) => kinds.has(found.kind))) {
    masked += `${text.slice(at, from)}[${kind}]`;
    at = to;
  }
  return masked + text.slice(at);
}

/** Names of the file's people, each word of them and its Finnish inflections: -nen → -se-, else the stem and up to five letters. */
function nameRules(names: readonly string[]): Rule[] {
  const words = new Set(
    names
      .flatMap((name) => name.split(/[^\p{L}'’-]+/u))
      .filter((word) => word.length >= 3 && /^\p{Lu}/u.test(word)),
  );
  return [...words].slice(0, 200).map((word) => ({
    kind: "name",
    pattern: new RegExp(String.raw`(?<!\p{L})${inflected(word)}(?!\p{L})`, "gu"),
  }));
}

function inflected(word: string): string {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  if (word.endsWith("nen")) return `${escaped.slice(0, -3)}(?:nen|s\\p{Ll}{1,6})`;
  return `${escaped}\\p{Ll}{0,5}`;
}

function isIban(found: string): boolean {
  const code = found.replaceAll(" ", "");
  if (code.startsWith("FI") && code.length !== 18) return false;
  let rest = 0;
  for (const letter of code.slice(4) + code.slice(0, 4)) {
    const value = /\d/.test(letter) ? letter : String(letter.charCodeAt(0) - 55);
    for (const digit of value) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}

function isPersonalId(found: string): boolean {
  const code = found.toUpperCase();
  const day = Number(code.slice(0, 2));
  const month = Number(code.slice(2, 4));
  const check = "0123456789ABCDEFHJKLMNPRSTUVWXY"[Number(code.slice(0, 6) + code.slice(7, 10)) % 31];
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 && check === code[10];
}

function isCard(found: string): boolean {
  const digits = Array.from(found.replace(/\D/g, "")).toReversed().map(Number);
  const sum = digits.reduce(
    (total, digit, place) => total + (place % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2),
    0,
  );
  return sum % 10 === 0 && new Set(digits).size > 1;
}

function isBusinessId(found: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2];
  const rest = weights.reduce((sum, weight, place) => sum + weight * Number(found[place]), 0) % 11;
  return rest !== 1 && (rest === 0 ? 0 : 11 - rest) === Number(found[8]);
}

function isPhone(found: string): boolean {
  const digits = found.replace(/\D/g, "").length;
  return digits >= 7 && digits <= 15;
}
