import {
  type ColumnMapping,
  detect,
  fileHash,
  isRefusal,
  missingColumns,
  openTable,
  type ReadingChoices,
} from "@polku/evidence";
import { columnMapping, type previewMeta } from "@polku/protocol/http";
import type { z } from "zod";
import { Problem } from "../errors.ts";
import type { TakenFile } from "../imports/takeFile.ts";
import { refusalProblem } from "../imports/imports.ts";

type Given = z.output<typeof previewMeta>;

/** How a person wants a file read, as the reader takes it: without the keys that are there but undefined. */
export function choicesOf({ mapping, speakers, dayFirst }: Given): ReadingChoices {
  return {
    ...(mapping && { mapping: withoutUndefined(mapping) }),
    ...(speakers && { speakers }),
    ...(dayFirst !== undefined && { dayFirst }),
  };
}

/**
 * The headings of a CSV file, told from its beginning; empty for anything else: a spreadsheet is opened in the import process only. Throws the `Problem` of a file that is not what it
 * says, so that it is refused before it is taken in.
 */
export function headingsOf(taken: TakenFile): readonly string[] {
  const seen = detect(taken.head, taken.fileName);
  if (isRefusal(seen)) throw new Problem(refusalProblem(seen.refused));
  return seen.kind === "csv" ? openTable(seen.text, seen.delimiter ?? ";").headings : [];
}

/** Throws `import.mapping` when the mapping names columns that the table does not have. */
export function checkMapping(mapping: ColumnMapping | undefined, headings: readonly string[]): void {
  if (mapping === undefined || headings.length === 0) return;
  const missing = missingColumns(mapping, headings);
  if (missing.length > 0)
    throw new Problem("import.mapping", { columns: missing.map((name) => `"${name}"`).join(", ") });
}

/** What tables of the same headings have in common. */
export function headingsHash(headings: readonly string[]): string {
  return fileHash(new TextEncoder().encode(JSON.stringify(headings)));
}

/** A mapping as it was remembered; one of an older shape is forgotten. */
export function readMapping(json: string | undefined): ColumnMapping | undefined {
  if (json === undefined) return undefined;
  const read = columnMapping.safeParse(JSON.parse(json));
  return read.success ? withoutUndefined(read.data) : undefined;
}

function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}
