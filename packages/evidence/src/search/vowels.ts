/** "a" or "ä": what a Finnish word's endings take, by the last vowel that decides (sähköposti → a, käyttäjä → ä). */
export function harmony(word: string): "a" | "ä" {
  const deciding = word.match(/[aouäöy]/g)?.at(-1) ?? "ä";
  return /[aou]/.test(deciding) ? "a" : "ä";
}
