import type { SkipReason } from "../contact.ts";

/** One record of the table, or a broken one with the reason; `row` counts from 1, headings included. */
export type TableRecord =
  | { readonly row: number; readonly cells: readonly string[] }
  | { readonly row: number; readonly why: SkipReason };

/** A table opened at its headings; `records` walks the rows below them, once. */
export interface Table {
  /** Trimmed and kept apart: a second "Feedback" is "Feedback (2)", a nameless third column "#3". */
  readonly headings: readonly string[];
  readonly records: Generator<TableRecord>;
}

/** The longest cell, in characters. */
export const maxCell = 64 * 1024;
/** The most rows that are read under the headings. */
export const maxRows = 200_000;

/**
 * A table from its records, the first of which are its headings. In delimited text a row with fewer cells than headings was cut; a spreadsheet only
 * leaves its empty cells out.
 */
export function tableOf(
  records: Generator<TableRecord>,
  short: "short rows are cut" | "short rows fit" = "short rows are cut",
): Table {
  const first = nextCells(records);
  if (first === null) return { headings: [], records };
  const second = nextRecord(records);
  if (second === null) return { headings: keptApart(first), records };
  const fits = short === "short rows fit";
  if ("cells" in second && isSecondHeadingRow(first, second.cells)) {
    return {
      headings: keptApart(joinHeadingRows(first, second.cells)),
      records: fitted(records, first.length, fits),
    };
  }
  return {
    headings: keptApart(first),
    records: fitted(startingWith(second, records), first.length, fits),
  };
}

/** Rows that do not fit the headings become skipped rows; empty cells too many at the end are forgiven. */
function* fitted(records: Iterable<TableRecord>, columns: number, shortFit: boolean): Generator<TableRecord> {
  let rows = 0;
  for (const record of records) {
    rows += 1;
    if (rows > maxRows) {
      yield { row: record.row, why: "too-many-rows" };
      return;
    }
    yield fit(record, columns, shortFit);
  }
}

function fit(record: TableRecord, columns: number, shortFit: boolean): TableRecord {
  if ("why" in record) return record;
  if (record.cells.length < columns && shortFit)
    return {
      row: record.row,
      cells: [...record.cells, ...Array<string>(columns - record.cells.length).fill("")],
    };
  if (record.cells.length < columns) return { row: record.row, why: "too-few-cells" };
  const extra = record.cells.slice(columns);
  if (extra.some((cell) => cell.trim() !== "")) return { row: record.row, why: "too-many-cells" };
  return { row: record.row, cells: record.cells.slice(0, columns) };
}

function* startingWith(first: TableRecord, rest: Generator<TableRecord>): Generator<TableRecord> {
  yield first;
  yield* rest;
}

function nextRecord(records: Generator<TableRecord>): TableRecord | null {
  const next = records.next();
  return next.done === true ? null : next.value;
}

function nextCells(records: Generator<TableRecord>): readonly string[] | null {
  for (let record = nextRecord(records); record !== null; record = nextRecord(records)) {
    if ("cells" in record) return record.cells;
  }
  return null;
}

/** SurveyMonkey writes questions in row 1 and sub-labels in row 2. */
function isSecondHeadingRow(first: readonly string[], second: readonly string[]): boolean {
  if (!/^(respondent id|vastaajan tunnus)$/i.test(first[0]?.trim() ?? "")) return false;
  return second[0]?.trim() === "" && second.some((cell) => /response|vastaus|open-ended/i.test(cell));
}

function joinHeadingRows(first: readonly string[], second: readonly string[]): string[] {
  let question = "";
  return first.map((cell, index) => {
    const label = second[index]?.trim() ?? "";
    if (cell.trim() !== "") question = cell.trim();
    return label === "" || /^(open-ended response|response|vastaus|avoin vastaus)$/i.test(label)
      ? question
      : `${question} – ${label}`;
  });
}

function keptApart(cells: readonly string[]): string[] {
  const seen = new Set<string>();
  return cells.map((cell, index) => {
    const name =
      cell
        .replace(/<[^>]*>/g, "")
        .replace(/\s+/g, " ")
        .trim() || `#${index + 1}`;
    let unique = name;
    for (let n = 2; seen.has(unique); n += 1) unique = `${name} (${n})`;
    seen.add(unique);
    return unique;
  });
}
