/** As one looks for a name: without regard to capitals and to accents that the language does not count as letters of their own. */
function folded(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^äöå]/g, (letter) => letter.normalize("NFD").replace(/\p{M}/gu, ""));
}

/** Whether a journey is meant by these words: all of them are in its name, in any order, as far as they have been typed. */
export function isCalled(title: string, words: string): boolean {
  const name = folded(title);
  return folded(words)
    .split(/\s+/)
    .every((word) => name.includes(word));
}
