import type { ChangedTheme, Language, ThemeChange } from "@polku/protocol";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import type { ListedTheme } from "../storage/themeTree.ts";
import { tellQuotesChanged } from "./tellQuotesChanged.ts";

/**
 * Names a theme otherwise, or makes it one with another that has this name; sets under which theme it stands, and its colour. Throws
 * `theme.unknown` or `theme.nesting`.
 */
export async function changeTheme(
  services: Pick<Services, "evidence" | "rooms">,
  { theme, name = theme, under, colour }: ThemeChange,
  language: Language,
): Promise<ChangedTheme> {
  const { evidence } = services;
  const all = await evidence.themes(language);
  const before = all.find((one) => one.theme === theme);
  if (before === undefined) throw new Problem("theme.unknown");
  if (under !== undefined && under !== null) checkPlace(all, theme, name, under);
  const answer = { theme: name, contacts: before.count, quotes: 0 };
  if (name !== theme) {
    const { contacts, quoteIds } = await evidence.renameTheme({ from: theme, to: name, language });
    tellQuotesChanged(services, quoteIds);
    Object.assign(answer, { contacts, quotes: quoteIds.length });
  }
  if (under !== undefined || colour !== undefined) {
    const now = (await evidence.themes(language)).find((one) => one.theme === name);
    await evidence.setTheme({
      name,
      under: under === undefined ? (now?.under ?? null) : under,
      colour: colour === undefined ? (now?.colour ?? null) : colour,
    });
  }
  return answer;
}

/** One level: nothing stands under itself, under what stands under another, or under another while others stand under it. */
function checkPlace(all: readonly ListedTheme[], theme: string, name: string, under: string): void {
  const upper = all.find((one) => one.theme === under);
  if (upper === undefined) throw new Problem("theme.unknown");
  const hasOthers = all.some((one) => one.under === theme || one.under === name);
  if (under === theme || under === name || upper.under !== undefined || hasOthers)
    throw new Problem("theme.nesting");
}
