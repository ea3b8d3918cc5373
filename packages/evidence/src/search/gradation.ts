/** Finnish consonant gradation at the last consonants before the final vowels: kortti → korti, pankki → panki, hinta → hinna. */

const weakening: readonly [string, string][] = [
  ["kk", "k"],
  ["pp", "p"],
  ["tt", "t"],
  ["nk", "ng"],
  ["nt", "nn"],
  ["mp", "mm"],
  ["lt", "ll"],
  ["rt", "rr"],
  ["ht", "hd"],
];

const shape = /^(.*?)([bcdfghjklmnpqrstvwxz]*)([aeiouyäöå]+)$/;

/** The weak grades of a vowel stem; itself when nothing weakens, as before two vowels (nopea, vapaa). */
export function weak(stem: string): string[] {
  const found = shape.exec(stem);
  if (!found) return [stem];
  const [, before = "", consonants = "", vowels = ""] = found;
  if (vowels.length > 1 && !vowels.endsWith("i")) return [stem];
  for (const [strongPart, weakPart] of weakening) {
    if (consonants.endsWith(strongPart))
      return [before + consonants.slice(0, -strongPart.length) + weakPart + vowels];
  }
  return single(before, consonants, vowels) ?? [stem];
}

function single(before: string, consonants: string, vowels: string): string[] | null {
  if (before === "") return null;
  const rest = consonants.slice(0, -1);
  if (/[st]$/.test(rest)) return null;
  if (consonants.endsWith("p")) return [before + rest + "v" + vowels];
  if (consonants.endsWith("t")) return [before + rest + "d" + vowels];
  if (consonants.endsWith("k"))
    return [before + rest + vowels, before + rest + "v" + vowels, before + rest + "j" + vowels];
  return null;
}

/** Stems that may be the strong grade of a weak one, itself included. */
export function strong(stem: string): string[] {
  const found = shape.exec(stem);
  if (!found) return [stem];
  const [, before = "", consonants = "", vowels = ""] = found;
  const made = new Set([stem]);
  for (const [strongPart, weakPart] of weakening) {
    if (!consonants.endsWith(weakPart) || consonants.endsWith(strongPart)) continue;
    made.add(before + consonants.slice(0, -weakPart.length) + strongPart + vowels);
  }
  if (consonants.endsWith("v")) made.add(before + consonants.slice(0, -1) + "p" + vowels);
  if (consonants.endsWith("d")) made.add(before + consonants.slice(0, -1) + "t" + vowels);
  if (/^[lrh]?$/.test(consonants) && before !== "") made.add(before + consonants + "k" + vowels);
  if (vowels.length >= 2) made.add(`${before}${consonants}${vowels.slice(0, -1)}k${vowels.slice(-1)}`);
  return [...made];
}
