import type { ThemeRow } from "./evidenceTables.ts";

/** A theme with how many contacts bear it or one under it. */
export type ListedTheme = {
  theme: string;
  count: number;
  /** The theme it stands under. */
  under?: string | undefined;
  colour?: string | undefined;
};

const mostThemes = 500;

/** A theme and those that stand under it. */
export function familyOf(rows: readonly ThemeRow[], theme: string): string[] {
  return [theme, ...rows.flatMap(({ name, under }) => (under === theme ? name : []))];
}

/** Themes with what the team made of them; `together` counts the contacts of those that have others under them. */
export function listThemes(
  counts: readonly { theme: string; count: number }[],
  rows: readonly ThemeRow[],
  together: ReadonlyMap<string, number>,
): ListedTheme[] {
  const own = new Map(counts.map(({ theme, count }) => [theme, count]));
  for (const [theme, count] of together) if (count > 0) own.set(theme, count);
  return [...own]
    .map(([theme, count]): ListedTheme => {
      const row = rows.find(({ name }) => name === theme);
      return { theme, count, under: row?.under ?? undefined, colour: row?.colour ?? undefined };
    })
    .toSorted((a, b) => b.count - a.count || (a.theme < b.theme ? -1 : 1))
    .slice(0, mostThemes);
}

/** The themes that others stand under. */
export function parentsIn(rows: readonly ThemeRow[]): string[] {
  return [...new Set(rows.flatMap(({ under }) => under ?? []))];
}

/**
 * What the team made of its themes after `from` has become `to`. A theme that is there already keeps its own place and colour; a new name
 * takes over those of the old one. What stood under the old one goes with it, and never two deep.
 */
export function afterRenaming(
  rows: readonly ThemeRow[],
  { from, to, isThere }: { from: string; to: string; isThere: boolean },
): ThemeRow[] {
  const [before, target] = [from, to].map((theme) => rows.find(({ name }) => name === theme));
  const own = target ?? (before && !isThere ? { ...before, name: to } : undefined);
  const upper = own?.under === from || own?.under === to ? null : (own?.under ?? null);
  const rest = rows
    .filter(({ name }) => name !== from && name !== to)
    .map((row) => (row.under === from ? { ...row, under: upper ?? to } : row));
  return own === undefined ? rest : [...rest, { ...own, under: upper }];
}

/** A list of themes, JSON, in which one is named otherwise; each stands in it once. */
export function renamedIn(json: string, from: string, to: string): string {
  const themes: unknown = JSON.parse(json);
  const list = Array.isArray(themes) ? themes.filter((one) => typeof one === "string") : [];
  return JSON.stringify([...new Set(list.map((one) => (one === from ? to : one)))]);
}

/** A quote's texts by language, JSON, in which a theme is named otherwise in one of them. */
export function renamedInLanguage(
  textIn: string | null | undefined,
  { from, to, language }: { from: string; to: string; language?: string | undefined },
): string | null {
  if (textIn === null || textIn === undefined) return null;
  if (language === undefined) return textIn;
  const words = JSON.parse(textIn) as Record<string, { themes?: string } | undefined>;
  const own = words[language];
  if (own?.themes === undefined) return textIn;
  return JSON.stringify({ ...words, [language]: { ...own, themes: renamedIn(own.themes, from, to) } });
}
