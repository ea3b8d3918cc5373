import { decode, isRefusal } from "@polku/evidence";
import type { JourneyFile } from "@polku/journey";
import type { Language } from "@polku/protocol";
import { Problem } from "../errors.ts";
import { isJourneyTable, readJourneyRows } from "./journeyRows.ts";
import { isMermaid, readMermaid } from "./mermaid.ts";
import { plannedJourneyFile, type PlannedJourney } from "./plannedJourney.ts";
import { readRows } from "./tableFile.ts";

/** Something of a file that was not understood: the row, counted from 1, and its words. */
export type SkippedPart = { readonly row: number; readonly column?: string; readonly text: string };

/** The most touchpoints that a table or a diagram may bring. */
const MOST = 5_000;

/**
 * Reads a table (CSV, XLSX) or a Mermaid journey by what it holds, whatever it is called.
 * @returns null when the file is JSON, which is read elsewhere
 * @throws import.notJourney when it is neither, or holds more than 5,000 touchpoints
 */
export function readPlannedFile(
  taken: { readonly bytes: Uint8Array; readonly name: string },
  lang: Language,
): { file: JourneyFile; skipped: readonly SkippedPart[] } | null {
  const text = decode(taken.bytes).text;
  if (/^\uFEFF?\s*[{[]/.test(text)) return null;
  const { plan, skipped } = isMermaid(text) ? readMermaid(text) : readTable(taken, text);
  if (plan.rows.length === 0) throw new Problem("import.notJourney", { why: "it holds no touchpoint" });
  if (plan.rows.length > MOST)
    throw new Problem("import.notJourney", { why: `it holds more than ${MOST} touchpoints` });
  const title = plan.title || taken.name.replace(/\.[^.]{1,8}$/, "").slice(0, 200);
  return { file: plannedJourneyFile({ ...plan, title }, lang), skipped };
}

function readTable(
  taken: { readonly bytes: Uint8Array; readonly name: string },
  text: string,
): { plan: PlannedJourney; skipped: readonly SkippedPart[] } {
  const table = readRows(taken.bytes, text);
  if (isRefusal(table)) throw new Problem("import.notJourney", { why: table.sentence.replace(/\.$/, "") });
  if (!isJourneyTable(table.headings))
    throw new Problem("import.notJourney", { why: "no column is called Touchpoint or Kohtaamispiste" });
  return readJourneyRows(table.headings, table.rows, "");
}
