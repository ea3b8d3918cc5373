import type { ThemeEntry } from "@polku/protocol";

/** Themes in the order they are shown: each followed by those that stand under it. */
export function asTree(themes: readonly ThemeEntry[]): ThemeEntry[] {
  const isShown = (name: string | undefined): boolean => themes.some(({ theme }) => theme === name);
  return themes
    .filter(({ under }) => !isShown(under))
    .flatMap((one) => [one, ...themes.filter(({ under }) => under === one.theme)]);
}

/** The themes that one may stand under: at the top, not itself; none while others stand under it. */
export function placesFor(theme: string, all: readonly ThemeEntry[]): string[] {
  if (all.some(({ under }) => under === theme)) return [];
  return all.filter((one) => one.under === undefined && one.theme !== theme).map((one) => one.theme);
}
