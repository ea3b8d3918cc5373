import { isRefusal, refuse, type Refusal } from "../refusal.ts";
import { maxCell, maxRows, tableOf, type Table, type TableRecord } from "./table.ts";
import { HostileXml, walkXml, type XmlPiece } from "./xml.ts";
import { openZip } from "./zip.ts";

const part =
  /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/;
/** A sheet has at most so many columns (Excel's own limit is 16,384). */
const maxColumns = 2_000;

type Parts = ReadonlyMap<string, Uint8Array>;

/**
 * Opens the first visible sheet of an Excel file (.xlsx) that has rows under headings. Formulas give the values they were saved with, dates come out as
 * `2026-11-03 09:41:00`, nothing outside the file is looked at. Refuses what is damaged, bursts, or has no rows.
 */
export function openSpreadsheet(bytes: Uint8Array): Table | Refusal {
  const parts = openZip(bytes, (name) => part.test(name));
  if (isRefusal(parts)) return parts;
  try {
    const sheets = visibleSheets(parts).filter((sheet) => parts.has(sheet));
    if (sheets.length === 0) return refuse("damaged");
    const strings = sharedStrings(textOf(parts, "xl/sharedStrings.xml"));
    const dates = dateStyles(textOf(parts, "xl/styles.xml"));
    const from1904 = /date1904="(1|true)"/.test(textOf(parts, "xl/workbook.xml"));
    for (const sheet of sheets) {
      const open = (): Generator<TableRecord> => rowsOf(textOf(parts, sheet), { strings, dates, from1904 });
      const filled = open();
      if (filled.next().done !== true && filled.next().done !== true)
        return tableOf(open(), "short rows fit");
    }
    return refuse("no-rows");
  } catch (error) {
    if (error instanceof HostileXml) return refuse("bomb");
    throw error;
  }
}

function textOf(parts: Parts, name: string): string {
  const bytes = parts.get(name);
  return bytes === undefined ? "" : new TextDecoder("utf-8").decode(bytes).replace(/^\uFEFF/, "");
}

/** Paths of the sheets that are not hidden, in the order of their tabs. */
function visibleSheets(parts: Parts): string[] {
  const targets = new Map<string, string>();
  for (const { id, target } of opened(textOf(parts, "xl/_rels/workbook.xml.rels"), "Relationship", (get) => ({
    id: get("Id"),
    target: get("Target"),
  })))
    targets.set(id, target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  const sheets = opened(textOf(parts, "xl/workbook.xml"), "sheet", (get) => ({
    target: targets.get(get("id")),
    hidden: get("state") !== "" && get("state") !== "visible",
  }));
  return sheets.flatMap(({ target, hidden }) => (target === undefined || hidden ? [] : [target]));
}

function opened<T>(xml: string, name: string, read: (get: (attribute: string) => string) => T): T[] {
  const found: T[] = [];
  for (const piece of walkXml(xml))
    if (piece.t === "open" && piece.name === name)
      found.push(read((attribute) => piece.attributes.get(attribute) ?? ""));
  return found;
}

/** Each shared string, its runs of letters joined; the readings that Japanese puts above words are no words. */
function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = "";
  let inText = false;
  let phonetic = false;
  for (const piece of walkXml(xml)) {
    if (piece.t === "text") text += inText && !phonetic ? piece.text : "";
    else if (piece.name === "t") inText = piece.t === "open";
    else if (piece.name === "rPh") phonetic = piece.t === "open";
    else if (piece.name === "si" && piece.t === "open") text = "";
    else if (piece.name === "si") strings.push(text);
  }
  return strings;
}

/** Which cell styles show a number as a date: the built-in ones and those whose own format has days, months or hours. */
function dateStyles(xml: string): boolean[] {
  const own = new Map<string, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  for (const piece of walkXml(xml)) {
    if (piece.t === "text") continue;
    if (piece.name === "cellXfs") inCells = piece.t === "open";
    if (piece.t !== "open") continue;
    const id = piece.attributes.get("numFmtId") ?? "0";
    if (piece.name === "numFmt") own.set(id, isDateFormat(piece.attributes.get("formatCode") ?? ""));
    if (piece.name === "xf" && inCells) styles.push(own.get(id) ?? isBuiltInDate(Number(id)));
  }
  return styles;
}

function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

function isDateFormat(code: string): boolean {
  return /[dmyhs]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ""));
}

type Book = {
  readonly strings: readonly string[];
  readonly dates: readonly boolean[];
  readonly from1904: boolean;
};

function* rowsOf(xml: string, book: Book): Generator<TableRecord> {
  let row = 0;
  let given = 0;
  let cells: string[] = [];
  let column = -1;
  let cell: { type: string; date: boolean; value: string } | null = null;
  let reading = false;
  for (const piece of walkXml(xml)) {
    if (piece.t === "text") {
      if (reading && cell !== null && cell.value.length <= maxCell) cell.value += piece.text;
    } else if (piece.name === "row" && piece.t === "open") {
      row = Number(piece.attributes.get("r")) || row + 1;
      cells = [];
      column = -1;
    } else if (piece.name === "c" && piece.t === "open") {
      column = columnOf(piece, column + 1);
      cell = {
        type: piece.attributes.get("t") ?? "n",
        date: book.dates[Number(piece.attributes.get("s") ?? 0)] ?? false,
        value: "",
      };
    } else if (piece.name === "v" || piece.name === "t") reading = piece.t === "open";
    else if (piece.name === "c" && cell !== null && column < maxColumns) {
      while (cells.length < column) cells.push("");
      cells[column] = shown(cell, book);
      cell = null;
    } else if (piece.name === "row" && cells.some((one) => one.trim() !== "")) {
      given += 1;
      if (given > maxRows + 2) return;
      yield cells.some((one) => one.length > maxCell) ? { row, why: "cell-too-long" } : { row, cells };
    }
  }
}

function columnOf(piece: XmlPiece & { t: "open" }, next: number): number {
  const letters = /^[A-Z]{1,3}/.exec(piece.attributes.get("r") ?? "")?.[0];
  if (letters === undefined) return next;
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

function shown({ type, date, value }: { type: string; date: boolean; value: string }, book: Book): string {
  if (type === "s") return book.strings[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "true" : "false";
  if (type === "e") return "";
  if (type === "n" && date && value !== "") return dateOf(Number(value), book.from1904) ?? value;
  if (type === "n" && value.length > 15) return String(Number(value));
  return value;
}

/** A serial number of days to a date; whole seconds, since the fraction of a day is not exact. */
function dateOf(serial: number, from1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 1 || serial > 2_958_466) return null;
  const seconds = Math.round((serial + (from1904 ? 1462 : 0) - 25_569) * 86_400);
  const iso = new Date(seconds * 1000).toISOString();
  return iso.endsWith("00:00:00.000Z") ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}
