import type { Language } from "@polku/protocol";
import type { QuoteRow } from "./evidenceTables.ts";
import type { FoundContact, QuoteFactsRow, SourceSummary } from "./evidenceStore.ts";

/** What a text kept in several languages says in each: the row's own columns that differ there. */
export type TextIn<Columns> = Partial<Record<Language, Partial<Columns>>>;

type QuoteWords = Pick<QuoteFactsRow, "text" | "start" | "end" | "themes">;
type ContactWords = Pick<FoundContact, "text" | "thread" | "asked">;
type SourceWords = Pick<SourceSummary, "title" | "samplingNote">;

/** Write the column `textIn`. */
export function writeQuoteTextIn(words: TextIn<QuoteWords>): string {
  return JSON.stringify(words);
}

export function writeContactTextIn(words: TextIn<ContactWords>): string {
  return JSON.stringify(words);
}

export function writeSourceTextIn(words: TextIn<SourceWords>): string {
  return JSON.stringify(words);
}

function wordsIn<Columns>(
  textIn: string | null | undefined,
  language: Language,
): Partial<Columns> | undefined {
  if (textIn === null || textIn === undefined) return undefined;
  const words: TextIn<Columns> = JSON.parse(textIn) as TextIn<Columns>;
  return words[language];
}

/** A quote as its reader's language has it; as it was said where it is kept in one language only. */
export function quoteInLanguage(quote: QuoteFactsRow, language: Language): QuoteFactsRow {
  const sourceTitle = wordsIn<SourceWords>(quote.sourceTextIn, language)?.title ?? quote.sourceTitle;
  const words = wordsIn<QuoteWords>(quote.textIn, language);
  const thread = wordsIn<ContactWords>(quote.contactTextIn, language)?.thread ?? quote.thread;
  return { ...quote, sourceTitle, thread, ...words, lang: words === undefined ? quote.lang : language };
}

/** The names of a quote's themes in a language, JSON; as they were given where they have one name. */
export function quoteThemes(
  { textIn, themes }: Pick<QuoteRow, "textIn" | "themes">,
  language: Language | undefined,
): string {
  return (language === undefined ? undefined : wordsIn<QuoteWords>(textIn, language)?.themes) ?? themes;
}

/** A contact in its reader's language; places in its text are places in that text. */
export function contactInLanguage(contact: FoundContact, language: Language): FoundContact {
  const words = wordsIn<ContactWords>(contact.textIn, language);
  return words === undefined ? contact : { ...contact, ...words, lang: language };
}

export function sourceInLanguage(source: SourceSummary, language: Language): SourceSummary {
  return { ...source, ...wordsIn<SourceWords>(source.textIn, language) };
}

/** A quote's words in its languages without the names of its themes there. */
export function withoutThemes(textIn: string | null | undefined): string | null {
  if (textIn === null || textIn === undefined) return null;
  const words = JSON.parse(textIn) as TextIn<QuoteWords>;
  const kept = Object.entries(words).map(([language, { themes: _themes, ...rest }]) => [language, rest]);
  return JSON.stringify(Object.fromEntries(kept));
}
