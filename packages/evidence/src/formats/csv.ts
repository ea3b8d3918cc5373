import Papa, { type ParserResult } from "papaparse";
import type { SkipReason } from "../contact.ts";
import { maxCell, tableOf, type Table, type TableRecord } from "./table.ts";

export type Delimiter = ";" | "," | "\t" | "|";

const windowSize = 256 * 1024;

/**
 * Opens a table of delimited text. Rows whose cell count differs from the headings, whose quotes do not close,
 * or with a cell over 64 K characters come out with a reason and the rows after them are read as if nothing had happened.
 * At most 200,000 rows are read.
 */
export function openTable(text: string, delimiter: Delimiter): Table {
  return tableOf(readRecords(withoutSepLine(text), delimiter));
}

/** The delimiter that makes a table of the text, or null when it is prose. `named`: the file is called .csv. */
export function guessDelimiter(text: string, named: boolean): Delimiter | null {
  const sep = /^"?sep=([;,\t|])"?\n/i.exec(text.slice(0, 16))?.[1];
  if (sep === ";" || sep === "," || sep === "\t" || sep === "|") return sep;
  let best: { delimiter: Delimiter; score: number } | null = null;
  for (const delimiter of [";", "\t", ",", "|"] as const) {
    const score = tableLikeness(text, delimiter, named);
    if (score > (best?.score ?? 0)) best = { delimiter, score };
  }
  if (best !== null) return best.delimiter;
  return named ? ";" : null;
}

/** 0 when the text is no table with this delimiter; else more for more columns that agree. */
function tableLikeness(text: string, delimiter: Delimiter, named: boolean): number {
  const rows = sampleRows(text, delimiter);
  const columns = rows[0]?.length ?? 0;
  if (columns < 2) return 0;
  if (rows.length < 2) return named ? columns : 0;
  const body = rows.slice(1);
  const agreeing = body.filter((row) => row.length === columns).length / body.length;
  if (agreeing < (named ? 0.3 : 0.6)) return 0;
  if (!named && readsAsProse(rows, columns)) return 0;
  return agreeing * Math.min(columns, 30);
}

/** Sentences split at their commas: nearly every later cell begins with a space, or headings are whole paragraphs. */
function readsAsProse(rows: readonly string[][], columns: number): boolean {
  const later = rows.flatMap((row) => row.slice(1)).filter((cell) => cell !== "");
  const spaced = later.filter((cell) => cell.startsWith(" ")).length;
  return columns < 4 && later.length > 0 && spaced > later.length * 0.8;
}

function sampleRows(text: string, delimiter: Delimiter): string[][] {
  const rows: string[][] = [];
  for (const record of readRecords(text.slice(0, windowSize), delimiter)) {
    if ("cells" in record) rows.push([...record.cells]);
    if (rows.length >= 50) break;
  }
  return rows;
}

/** Every record in order; blank lines are counted and passed over. */
function* readRecords(text: string, delimiter: Delimiter): Generator<TableRecord> {
  let at = 0;
  let row = 0;
  while (at < text.length) {
    const read = readSome(text, at, delimiter);
    for (const cells of read.rows) {
      row += 1;
      if (cells.length === 1 && cells[0]?.trim() === "") continue;
      if (cells.some((cell) => cell.length > maxCell)) yield { row, why: "cell-too-long" };
      else yield { row, cells };
    }
    at += read.length;
    if (read.broken !== null) {
      row += 1;
      yield { row, why: read.broken };
      at = endOfLine(text, at);
    }
  }
}

/**
 * The next rows from `at`. A quote that does not close would swallow every good row after it, so reading stops in
 * front of a broken record and the caller goes on at the line after.
 */
function readSome(
  text: string,
  at: number,
  delimiter: Delimiter,
): { rows: string[][]; length: number; broken: SkipReason | null } {
  const part = text.slice(at, at + windowSize);
  const toTheEnd = at + part.length >= text.length;
  const result = parse(part, delimiter, 500, !toTheEnd);
  const bad = result.errors.find((error) => error.type === "Quotes")?.row;
  if (bad !== undefined) {
    const before = bad === 0 ? null : parse(part, delimiter, bad, false);
    return { rows: before?.data ?? [], length: before?.meta.cursor ?? 0, broken: "broken-quotes" };
  }
  if (result.data.length === 0) return { rows: [], length: 0, broken: "broken-quotes" };
  return { rows: result.data, length: Math.max(result.meta.cursor, 1), broken: null };
}

function parse(part: string, delimiter: Delimiter, preview: number, ignoreLastRow: boolean): ParserResult {
  // fastMode off: with it the cursor of a previewed parse points behind rows that were not returned.
  return new Papa.Parser({ delimiter, newline: "\n", preview, fastMode: false }).parse(
    part,
    0,
    ignoreLastRow,
  );
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end + 1;
}

function withoutSepLine(text: string): string {
  return text.replace(/^"?sep=[;,\t|]"?\n/i, "");
}
