import { strong, weak } from "./gradation.ts";
import { nominalForms } from "./nominal.ts";
import { verbForms } from "./verb.ts";
import { harmony } from "./vowels.ts";

/**
 * All forms of the dictionary forms a typed Finnish word may come from: those whose own forms hold the word. `nouns` are the nouns among
 * those dictionary forms.
 */
export function paradigms(word: string): { forms: Set<string>; nouns: Set<string> } {
  const forms = new Set<string>([word, ...nominalForms(word), ...verbForms(word)]);
  const nouns = new Set<string>([word]);
  if (word.length < 4) return { forms, nouns };
  for (const base of guesses(word)) {
    const nominal = nominalForms(base);
    if (nominal.includes(word)) {
      nouns.add(base);
      for (const form of nominal) forms.add(form);
    }
    // Only a word that ends like a verb is taken for one: auto is not the imperative of an "autoa" that is not there.
    const verb = endsLikeVerb.test(word) ? verbForms(base) : [];
    if (verb.includes(word)) for (const form of verb) forms.add(form);
  }
  return { forms, nouns };
}

const endsLikeVerb =
  /(n|t|mme|tte|v[aä]t|n[uy]t|neet|t[uy]|ta?[aä]n|[aeiouyäö]si|m[aä]ss[aä]|aa|ää|oo|ee|uu|ii|öö|yy)$/;

const endings =
  /(iden|itten|ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|ksi|tta|ttä|hin|siin|seen|nsa|nsä|mme|nne|ten|jen|en|in|ta|tä|na|nä|ni|si|ja|jä|a|ä|n|t)$/;

function guesses(word: string): Set<string> {
  const stems = new Set<string>([word]);
  // A stem of two letters would be a stem of nearly anything: kissa is not "in a ki".
  for (let length = 1; length <= 5 && word.length - length >= 3; length += 1) {
    if (endings.exec(word.slice(-length))?.[0].length === length) stems.add(word.slice(0, -length));
  }
  const bases = new Set<string>();
  for (const stem of stems)
    for (const base of [...nominalBases(stem), ...verbBases(stem)]) if (base.length >= 3) bases.add(base);
  return bases;
}

/** From an inflection stem back to the dictionary form: ihmise → ihminen, palvelukse → palvelus, asiakkaa → asiakas … */
function nominalBases(stem: string): string[] {
  const cut = (letters: number): string => stem.slice(0, -letters);
  const made = [stem, ...strong(stem), `${stem}i`];
  if (stem.endsWith("se")) made.push(`${cut(2)}nen`);
  if (stem.endsWith("si")) made.push(`${cut(2)}nen`);
  if (stem.endsWith("s")) made.push(`${cut(1)}nen`);
  if (/ks[ei]$/.test(stem)) made.push(`${cut(3)}s`);
  if (/m[ei]$/.test(stem)) made.push(`${cut(2)}n`, ...weak(cut(2)).map((base) => `${base}n`));
  if (/tt[oö]m/.test(stem)) made.push(stem.replace(/tt([oö])m.?$/, "t$1n"));
  if (/[td]e$/.test(stem)) made.push(`${cut(2)}si`, `${cut(2)}s`);
  if (stem.endsWith("t")) made.push(cut(1), `${cut(1)}si`, `${cut(1)}s`);
  if (/(aa|ää|ii)$/.test(stem)) made.push(...weak(cut(1)).map((base) => `${base}s`));
  if (/e[ei]$/.test(stem)) made.push(cut(1), ...weak(cut(1)));
  if (stem.endsWith("e")) made.push(...strong(stem).map((base) => `${base.slice(0, -1)}i`), cut(1));
  if (stem.endsWith("i"))
    made.push(
      ...strong(stem).flatMap((base) => ["a", "ä", "e", "i", ""].map((vowel) => base.slice(0, -1) + vowel)),
    );
  if (/[oö]i$/.test(stem))
    made.push(...strong(cut(1)).flatMap((base) => [base, `${base.slice(0, -1)}a`, `${base.slice(0, -1)}ä`]));
  if (stem.endsWith("ei")) made.push(...strong(cut(1)).map((base) => `${base.slice(0, -1)}i`));
  if (/[aä]i$/.test(stem)) made.push(`${cut(1)}s`);
  return made;
}

/** From a verb's stem back to its infinitive: soita → soittaa, autoi → auttaa, tule → tulla, halua → haluta. */
function verbBases(stem: string): string[] {
  const bare = stem.replace(/(nut|nyt|neet|tiin|ttu|tty|tu|ty|vat|vät|taan|tään|mme|tte|nee|isi|isin)$/, "");
  return [stem, bare].flatMap((part) => {
    const cut = (letters: number): string => part.slice(0, -letters);
    const a = harmony(part);
    const made = strong(part).map((base) => base + a);
    if (/[oö]?i$/.test(part))
      made.push(
        ...strong(part).flatMap((base) => [
          `${base.replace(/[oö]?i$/, "")}${a}${a}`,
          `${base.slice(0, -1)}${a}`,
          `${base}${a}`,
        ]),
      );
    if (part.endsWith("e"))
      made.push(
        ...strong(part).map((base) => `${base.slice(0, -1)}${a}${a}`),
        `${cut(1)}${cut(1).at(-1) ?? ""}${a}`,
        `${cut(1)}t${a}`,
      );
    if (part.endsWith("i")) made.push(`${cut(1)}${cut(1).at(-1) ?? ""}${a}`, `${cut(1)}t${a}`);
    if (part.endsWith("si")) made.push(...weak(cut(2)).map((base) => `${base}t${a}`), `${cut(2)}t${a}${a}`);
    if (/ts[ei]$/.test(part)) made.push(`${cut(3)}t${a}`);
    if (part.endsWith(a)) made.push(...weak(cut(1)).flatMap((base) => [`${base}t${a}`]), `${cut(1)}t${a}`);
    made.push(`${part}d${a}`, `${part}t${a}`);
    return made;
  });
}
