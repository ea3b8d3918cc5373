import type { Scale } from "./scales.ts";
import { dayOrder, readMoment } from "./moment.ts";
import { guessScale } from "./score.ts";

/** Which column says what, by heading. Columns that are not named here are not kept (minimise at import). */
export interface ColumnMapping {
  /** One or more columns of the customer's own words; several become answers with their question. */
  readonly words: readonly string[];
  readonly person?: string;
  readonly moment?: string;
  readonly score?: { readonly column: string; readonly scale: Scale };
  readonly channel?: string;
  readonly externalId?: string;
  readonly themes?: string;
  readonly language?: string;
  /** How `3/11/2026` is read; asked from a person when `ambiguousDates`. */
  readonly dayFirst?: boolean;
}

export interface MappingGuess {
  readonly mapping: ColumnMapping;
  /** True when the dates could be day first or month first and nothing in the sample tells. */
  readonly ambiguousDates: boolean;
}

type Column = { heading: string; name: string; values: string[]; filled: string[] };

const hints = {
  externalId:
    /^(#|id|response id|respondent id|ticket id|vastauksen id|vastaus ?id|vastaaja ?id|vastaustunnus|vastauksen tunnus|vastaajan tunnus|tunniste|case id|review link|external ?id|row id|nro)$/,
  person:
    /(e-?mail|sähköposti|customer ?(id|number|no)|asiakasnumero|asiakasnro|asiakas ?id|asiakastunnus|^respondent( ?id)?$|^vastaaja( ?id)?$|^asiakas$|^customer$|^user ?id$|phone|puhelinnumero|^puhelin$|^requester( id)?$|^name$|^nimi$|^author$)/,
  moment:
    /(timestamp|aikaleima|date|pvm|päivämäärä|päiväys|^päivä$|^aika$|ajankohta|submitted|submit|created|vastattu|vastausaika|lähetetty|^time$|ajanhetki)/,
  channel: /^(channel|kanava|via|source|yhteydenottokanava|contact channel|asiointikanava)$/,
  themes: /^(themes?|teemat?|tags?|aihe|aiheet|category|kategoria|topics?|luokka|tunnisteet)$/,
  language: /^(language|kieli|lang|reviewer language|vastauskieli)$/,
  words:
    /(palaut|komment|avoin|vapaa|miksi|perustel|^text$|teksti|^open|^said$|kerro|sana|feedback|comment|why|verbatim|review text|open-ended|tell us|what|mitä|mikä|message|viesti|description|kuvaus|vastaus|answer|improve|parant|reason)/,
  notWords:
    /(agent|user agent|browser|ip address|network id|device|subject line|status|url|link|response type|developer reply|tila$)/,
} as const;

/** Guesses the mapping of a table from its headings (English, Finnish) and a sample of its rows. */
export function guessMapping(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): MappingGuess {
  const columns = headings.map((heading, index) => columnOf(heading, index, rows));
  const taken = new Set<string>();
  const take = (column: Column | undefined): string | undefined => {
    if (column !== undefined) taken.add(column.heading);
    return column?.heading;
  };
  const free = (column: Column): boolean => !taken.has(column.heading);
  const named = (hint: RegExp): Column | undefined =>
    columns.find((column) => free(column) && hint.test(column.name));

  const externalId = take(
    columns.find((column) => hints.externalId.test(column.name) && allDifferent(column)),
  );
  const moment = take(bestMoment(columns.filter(free)));
  const scored = columns.filter(free).find((column) => guessScale(column.heading, column.filled) !== null);
  const scale = scored && guessScale(scored.heading, scored.filled);
  const score = scored && scale ? { column: scored.heading, scale } : undefined;
  take(scored);
  const channel = take(named(hints.channel));
  const themes = take(named(hints.themes));
  const language = take(named(hints.language));
  const words = wordColumns(columns.filter(free));
  for (const column of words) taken.add(column.heading);
  const person = take(
    columns.find((column) => free(column) && hints.person.test(column.name) && column.filled.length > 0),
  );
  const mapping = {
    words: words.map((column) => column.heading),
    ...(externalId !== undefined && { externalId }),
    ...(moment !== undefined && { moment }),
    ...(score !== undefined && { score }),
    ...(channel !== undefined && { channel }),
    ...(themes !== undefined && { themes }),
    ...(language !== undefined && { language }),
    ...(person !== undefined && { person }),
  };
  return withDayOrder(
    mapping,
    columns.find((column) => column.heading === moment),
  );
}

/** Headings a mapping names that the table does not have; empty when it fits. */
export function missingColumns(mapping: ColumnMapping, headings: readonly string[]): string[] {
  const { words, person, moment, score, channel, externalId, themes, language } = mapping;
  const named = [...words, person, moment, score?.column, channel, externalId, themes, language];
  return named.filter((name): name is string => name !== undefined && !headings.includes(name));
}

function columnOf(heading: string, index: number, rows: readonly (readonly string[])[]): Column {
  const values = rows.map((row) => (row[index] ?? "").trim());
  return {
    heading,
    name: heading
      .toLowerCase()
      .replaceAll("_", " ")
      .replace(/ \(\d+\)$/, ""),
    values,
    filled: values.filter((value) => value !== ""),
  };
}

function allDifferent(column: Column): boolean {
  return column.filled.length > 0 && new Set(column.filled).size === column.filled.length;
}

/** A moment is a column whose values are dates; the heading decides between several, and submitting before starting. */
function bestMoment(columns: readonly Column[]): Column | undefined {
  const dates = columns.filter(
    (column) => share(column.filled, (value) => readMoment(value) !== null) >= 0.6,
  );
  return (
    dates.find((column) => /(submi|lähetetty|end date|vastattu|vastausaika)/.test(column.name)) ??
    dates.find((column) => hints.moment.test(column.name)) ??
    dates[0] ??
    columns.find((column) => column.filled.length === 0 && /(timestamp|aikaleima)/.test(column.name))
  );
}

/** Columns of sentences: hinted ones that hold letters, else the one with the longest values. */
function wordColumns(columns: readonly Column[]): Column[] {
  const prose = columns.filter((column) => isProse(column) && !hints.notWords.test(column.name));
  const hinted = prose.filter((column) => hints.words.test(column.name) && !hints.person.test(column.name));
  if (hinted.length > 0) return hinted;
  const longest = prose.toSorted((a, b) => meanLength(b) - meanLength(a))[0];
  return longest === undefined ? [] : [longest];
}

function isProse(column: Column): boolean {
  if (column.filled.length === 0) return false;
  const sentences = share(
    column.filled,
    (value) => /\p{L}{2,}/u.test(value) && !/^\S+@\S+$/.test(value) && readMoment(value) === null,
  );
  const distinct = new Set(column.filled).size;
  const options = distinct <= 6 && column.filled.length > 20 && meanLength(column) < 25;
  return sentences >= 0.5 && !options;
}

function meanLength(column: Column): number {
  return column.filled.reduce((sum, value) => sum + value.length, 0) / Math.max(column.filled.length, 1);
}

function share(values: readonly string[], is: (value: string) => boolean): number {
  return values.length === 0 ? 0 : values.filter(is).length / values.length;
}

function withDayOrder(mapping: ColumnMapping, moment: Column | undefined): MappingGuess {
  const order = moment === undefined ? "sure" : dayOrder(moment.filled);
  if (order === "sure") return { mapping, ambiguousDates: false };
  return {
    mapping: { ...mapping, dayFirst: order !== "month-first" },
    ambiguousDates: order === "ambiguous",
  };
}
