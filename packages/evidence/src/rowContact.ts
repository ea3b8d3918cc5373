import { readChannel } from "./channel.ts";
import type { ColumnMapping } from "./columns.ts";
import { layOut, type Asked, type Contact, type SkippedRow } from "./contact.ts";
import type { TableRecord } from "./formats/table.ts";
import { namedEntities } from "./formats/markedText.ts";
import { knownExport, type ExportName } from "./knownExports.ts";
import { readMoment } from "./moment.ts";
import { readScore } from "./score.ts";

/**
 * Makes the function that turns a record into a contact by the mapping. A row with neither words nor a score says
 * nothing and is skipped; a score outside its scale or an unreadable date is left empty, the words are kept.
 */
export function rowReader(
  headings: readonly string[],
  mapping: ColumnMapping,
): (record: TableRecord) => Contact | SkippedRow {
  const places = new Map(headings.map((heading, index) => [heading, index]));
  const known = knownExport(headings)?.name;
  // Columns of a service desk or a store are no questions that somebody was asked.
  const asked = known !== undefined && NOT_ASKED.has(known) ? undefined : askedIn(mapping);
  // Zendesk writes its tags apart by spaces; elsewhere a theme may be two words.
  const betweenThemes = known === "zendesk-csv" ? /[\s;,|]+/ : /[;,|]/;
  return (record) => {
    if ("why" in record) return record;
    const cell = (name: string | undefined): string => {
      const place = name === undefined ? undefined : places.get(name);
      return place === undefined ? "" : (record.cells[place] ?? "").trim();
    };
    const contact = contactOf(record.row, mapping, cell, betweenThemes);
    return asked === undefined || "why" in contact ? contact : { ...contact, asked };
  };
}

const NOT_ASKED: ReadonlySet<ExportName> = new Set(["zendesk-csv", "freshdesk", "google-play"]);

function askedIn({ words, score }: ColumnMapping): Asked | undefined {
  const question = words.length === 1 ? words[0] : undefined;
  if (question === undefined && score === undefined) return undefined;
  return { ...(question !== undefined && { words: question }), ...(score && { score: score.column }) };
}

function contactOf(
  row: number,
  mapping: ColumnMapping,
  cell: (name: string | undefined) => string,
  betweenThemes: RegExp,
): Contact | SkippedRow {
  const words = spoken(mapping, cell);
  const rating = mapping.score && readScore(cell(mapping.score.column), mapping.score.scale);
  if (words.text === "" && rating === undefined) return { row, why: "no-words-no-score" };
  const moment = readMoment(cell(mapping.moment), mapping.dayFirst);
  const externalId = cell(mapping.externalId);
  const person = cell(mapping.person);
  const channel = readChannel(cell(mapping.channel));
  const lang = readLanguage(cell(mapping.language));
  return {
    row,
    text: words.text,
    occurredAt: moment?.iso ?? null,
    timed: moment?.timed ?? false,
    themes: readThemes(cell(mapping.themes), betweenThemes),
    ...(words.thread && { thread: words.thread }),
    ...(externalId !== "" && { externalId }),
    ...(person !== "" && { person }),
    ...(rating && { rating }),
    ...(channel !== undefined && { channel }),
    ...(lang !== undefined && { lang }),
  };
}

/** One words column is plain text; several are answers, each with its question. */
function spoken(mapping: ColumnMapping, cell: (name: string) => string): Pick<Contact, "text" | "thread"> {
  const answers = mapping.words
    .map((question) => ({ question, text: stripTags(cell(question)) }))
    .filter((answer) => answer.text !== "");
  const [only] = answers;
  if (mapping.words.length <= 1 || only === undefined) return { text: only?.text ?? "" };
  return layOut(answers.map((answer) => ({ ...answer, speaker: "customer" })));
}

/** Typeform leaves HTML in answers. Only tags that are really tags go: `a < b` stays. */
function stripTags(text: string): string {
  const bare = text.replace(/<\/?(?:p|br|b|i|em|strong|div|span|a|ul|ol|li)(?:\s[^<>]*)?\/?>/gi, " ");
  return bare === text
    ? text.trim()
    : namedEntities(bare)
        .replace(/[ \t]{2,}/g, " ")
        .trim();
}

function readThemes(text: string, between: RegExp): string[] {
  const themes = text
    .split(between)
    .map((theme) => theme.trim().slice(0, 80))
    .filter((theme) => theme !== "");
  return [...new Set(themes)].slice(0, 20);
}

function readLanguage(text: string): string | undefined {
  const found = /^([a-z]{2})(?:[-_][a-z]{2,4})?$/i.exec(text)?.[1]?.toLowerCase();
  if (found !== undefined) return found;
  if (/^(suomi|finnish)/i.test(text)) return "fi";
  return /^(english|englanti)/i.test(text) ? "en" : undefined;
}
