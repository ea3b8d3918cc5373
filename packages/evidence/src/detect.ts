import { decode, type DecodedText } from "./decode.ts";
import { guessDelimiter, type Delimiter } from "./formats/csv.ts";
import { refuse, type Refusal } from "./refusal.ts";
import { soundFormat } from "./soundFormat.ts";

/** What a file is, by its content; its name only breaks ties. */
export interface Detected extends DecodedText {
  readonly kind: "csv" | "vtt" | "srt" | "text";
  /** Only for `csv`. */
  readonly delimiter?: Delimiter;
}

/** The largest file that is read, in bytes (50 MB; trust S5). */
export const maxFileBytes = 50 * 1024 * 1024;

/** Bytes and a name to what the file is and its text, or a named refusal. Never throws. */
export function detect(bytes: Uint8Array, fileName: string): Detected | Refusal {
  if (bytes.length === 0) return refuse("empty");
  if (bytes.length > maxFileBytes) return refuse("too-large");
  const signature = refusalBySignature(bytes);
  if (signature !== null) return signature;
  const decoded = decode(bytes);
  if (decoded.text.trim() === "") return refuse("empty");
  if (looksBinary(decoded.text)) return refuse("binary");
  return kindOf(decoded, fileName);
}

function kindOf(decoded: DecodedText, fileName: string): Detected | Refusal {
  const start = decoded.text.slice(0, 4096).trimStart();
  if (/^WEBVTT(?=[ \t\n]|$)/.test(start)) return { ...decoded, kind: "vtt" };
  if (/^\d+\n\d{1,2}:\d{2}:\d{2}[,.]\d{1,3} --> /.test(start)) return { ...decoded, kind: "srt" };
  if (/^(\d{1,2}:)?\d{1,2}:\d{2}[,.]\d{1,3} --> /.test(start)) return { ...decoded, kind: "srt" };
  if (start.startsWith("{\\rtf")) return refuse("document");
  if (/^<(\?xml|!doctype|html|svg)/i.test(start)) return refuse("markup");
  if (/^[[{]/.test(start) && isJson(decoded.text)) return refuse("json");
  const named = /\.(csv|tsv|tab)$/i.test(fileName);
  const delimiter = guessDelimiter(decoded.text, named);
  return delimiter === null ? { ...decoded, kind: "text" } : { ...decoded, kind: "csv", delimiter };
}

function isJson(text: string): boolean {
  const lines = text.trim().split("\n", 2);
  return parses(text) || (lines.length === 2 && lines.every(parses));
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const signatures: readonly [string, Refusal["refused"]][] = [
  ["%PDF-", "pdf"],
  ["\x89PNG", "image"],
  ["\xFF\xD8\xFF", "image"],
  ["GIF8", "image"],
  ["BM\x00", "image"],
  ["OggS", "video"],
  ["\x1AE\xDF\xA3", "video"],
  ["\xD0\xCF\x11\xE0", "spreadsheet"],
  ["\x1F\x8B", "zip"],
  ["7z\xBC\xAF", "zip"],
  ["Rar!", "zip"],
  ["MZ\x90", "binary"],
  ["\x7FELF", "binary"],
  ["SQLite format 3", "binary"],
];

function refusalBySignature(bytes: Uint8Array): Refusal | null {
  const head = latin(bytes.subarray(0, 16));
  if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) return refuse(insideZip(bytes));
  if (soundFormat(bytes) !== null) return refuse("audio");
  if (head.startsWith("RIFF")) return refuse(head.slice(8, 12) === "AVI " ? "video" : "image");
  if (head.slice(4, 8) === "ftyp") return refuse("video");
  const found = signatures.find(([magic]) => head.startsWith(magic));
  return found === undefined ? null : refuse(found[1]);
}

function insideZip(bytes: Uint8Array): Refusal["refused"] {
  const names = latin(bytes.subarray(0, 8192)) + latin(bytes.subarray(Math.max(0, bytes.length - 8192)));
  if (names.includes("xl/") || names.includes("opendocument.spreadsheet")) return "spreadsheet";
  if (names.includes("word/") || names.includes("opendocument.text")) return "document";
  return "zip";
}

function latin(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function looksBinary(text: string): boolean {
  const sample = text.slice(0, 100_000);
  if (sample.includes("\0")) return true;
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what is looked for
  const controls = sample.match(/[\x01-\x08\x0B\x0E-\x1F\x7F\uFFFD]/g)?.length ?? 0;
  return controls > sample.length * 0.02;
}
