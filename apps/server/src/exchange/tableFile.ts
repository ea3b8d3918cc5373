import { isRefusal, openSpreadsheet, openTable, type Refusal } from "@polku/evidence";
import writeXlsxFile from "write-excel-file/node";
import { csvCell } from "../http/csvCell.ts";

/** What `csvCell` puts an apostrophe before, with it. */
// oxlint-disable-next-line no-control-regex -- NUL is one of the characters that start a formula
const MARKED = /^'+[=+\-@\t\r\u0000]/;

/** An apostrophe that is part of the words gets one more, so that reading takes the right one away. */
function marked(text: string): string {
  return MARKED.test(text) ? `'${text}` : text;
}

/** Rows as CSV that Excel opens right: UTF-8 with its mark, `;` between. A row is filled up to the width of the first. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const width = rows[0]?.length ?? 0;
  const line = (row: readonly string[]): string =>
    Array.from({ length: width }, (_, i) => csvCell(marked(row[i] ?? ""))).join(";");
  return `\uFEFF${rows.map(line).join("\r\n")}\r\n`;
}

/** Rows as a spreadsheet: every cell is text, so that nothing is taken for a formula, a date or a number. */
export async function writeSpreadsheet(
  rows: readonly (readonly string[])[],
  sheet: string,
): Promise<Uint8Array> {
  const width = rows[0]?.length ?? 0;
  const data = rows.map((row, r) =>
    Array.from({ length: width }, (_, i) => ({
      type: String,
      value: row[i] ?? "",
      wrap: true,
      alignVertical: "top" as const,
      ...(r === 0 ? { fontWeight: "bold" as const } : {}),
    })),
  );
  const columns = Array.from({ length: width }, (_, i) => ({ width: i === 0 ? 8 : 24 }));
  return writeXlsxFile(data, { sheet, columns, stickyRowsCount: 1 }).toBuffer();
}

export type ReadRows = {
  readonly headings: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
};

/** Reads delimited text or a spreadsheet as rows under headings; a refusal says why it is neither. */
export function readRows(bytes: Uint8Array, text: string): ReadRows | Refusal {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const table = isZip ? openSpreadsheet(bytes) : openTable(text.replace(/^\uFEFF/, ""), delimiterOf(text));
  if (isRefusal(table)) return table;
  const rows: { row: number; cells: readonly string[] }[] = [];
  for (const record of table.records)
    if ("cells" in record) rows.push({ row: record.row, cells: record.cells.map(withoutMark) });
  return { headings: table.headings, rows };
}

/** The apostrophe before what looks like a formula is not part of the words. */
function withoutMark(cell: string): string {
  return MARKED.test(cell) ? cell.slice(1) : cell;
}

function delimiterOf(text: string): ";" | "," | "\t" {
  const first = text.split(/\r?\n/, 1)[0] ?? "";
  if (first.includes("\t")) return "\t";
  return first.includes(";") ? ";" : ",";
}
