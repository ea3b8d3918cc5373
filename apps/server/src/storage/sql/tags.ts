import { ratingToValence } from "@polku/journey";
import type { Feeling, TriageState } from "../evidenceStore.ts";

/** No text holds it: a private letter, which FTS5 takes for a letter like any other. */
const mark = "\uE000";

const hex = (value: string): string => Buffer.from(value, "utf8").toString("hex");

/** The words of the index that stand for what a contact is, not for what it says. */
export const tag = {
  every: `${mark}a`,
  /** No contact has it. */
  none: `${mark}0`,
  source: (id: string): string => `${mark}s${hex(id)}`,
  channel: (channel: string): string => `${mark}c${hex(channel)}`,
  /** `language` only for themes that have a name in each. */
  theme: (theme: string, language = ""): string => `${mark}t${language}${hex(theme)}`,
  feeling: (feeling: Feeling): string => `${mark}v${{ negative: "n", neutral: "z", positive: "p" }[feeling]}`,
  quoted: `${mark}q`,
  triage: (state: Exclude<TriageState, "unread">): string => `${mark}r${state === "read" ? "r" : "a"}`,
};

/** All tags of themes lie between these two. */
export const themeTags = [`${mark}t`, `${mark}u`] as const;

/** The tags that stand for any of these themes, in a language or as they were given. */
export function themesAsTags(themes: readonly string[], language: string | undefined): string[] {
  const languages = language === undefined ? ["fi", "en"] : [language];
  return themes.flatMap((theme) => [tag.theme(theme), ...languages.map((one) => tag.theme(theme, one))]);
}

/** The theme that a tag of the index names, and the language when it is a name in one only; null for no theme. */
export function themeOf(term: string): { theme: string; language: string } | null {
  const found = /^\uE000t(fi|en)?([0-9a-f]*)$/.exec(term);
  if (found === null) return null;
  return { theme: Buffer.from(found[2] ?? "", "hex").toString("utf8"), language: found[1] ?? "" };
}

/** The band of a valence −2..2 by the bounds of method A6; null for none. */
export function feelingOf(valence: number | null): Feeling | null {
  if (valence === null || !Number.isFinite(valence)) return null;
  if (valence <= -0.5) return "negative";
  return valence >= 0.5 ? "positive" : "neutral";
}

/** What a contact's score says as a valence −2..2; null without one. */
export function scoreOf({ ratingScale, ratingX }: Pick<Tagged, "ratingScale" | "ratingX">): number | null {
  return ratingScale === null ? null : ratingToValence(ratingScale, ratingX);
}

type Tagged = {
  sourceId: string;
  channel: string | null;
  themes: string;
  ratingScale: string | null;
  ratingX: number | null;
};
type TaggingQuote = { valence: number | null; themes: string; textIn?: string | null | undefined };

/** The tags of a contact with its quotes and what somebody did with it, as the index holds them. */
export function tagsOf(
  contact: Tagged,
  quotes: readonly TaggingQuote[] = [],
  triage: TriageState = "unread",
): string {
  const { sourceId, channel, themes } = contact;
  const feelings = [scoreOf(contact), ...quotes.map(({ valence }) => valence)].map(feelingOf);
  return [
    tag.every,
    tag.source(sourceId),
    ...(channel === null ? [] : [tag.channel(channel)]),
    ...listIn(themes).map((theme) => tag.theme(theme)),
    ...new Set(quotes.flatMap(tagsOfThemes)),
    ...new Set(feelings.flatMap((feeling) => (feeling === null ? [] : [tag.feeling(feeling)]))),
    ...(quotes.length === 0 ? [] : [tag.quoted]),
    ...(triage === "unread" ? [] : [tag.triage(triage)]),
  ].join(" ");
}

function tagsOfThemes({ themes, textIn }: TaggingQuote): string[] {
  const own = listIn(themes);
  if (textIn === null || textIn === undefined) return own.map((theme) => tag.theme(theme));
  const words = JSON.parse(textIn) as Record<string, { themes?: string } | undefined>;
  return ["fi", "en"].flatMap((language) => {
    const named = words[language]?.themes;
    return (named === undefined ? own : listIn(named)).map((theme) => tag.theme(theme, language));
  });
}

function listIn(json: string): string[] {
  const list: unknown = JSON.parse(json);
  return Array.isArray(list) ? list.filter((one) => typeof one === "string") : [];
}
