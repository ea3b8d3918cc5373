import { decode, type DecodedText } from "./decode.ts";
import { guessDelimiter, type Delimiter } from "./formats/csv.ts";
import { looksLikeMail, looksLikeMailbox } from "./formats/mail.ts";
import { ticketKind } from "./formats/tickets.ts";
import { looksLikeChat } from "./formats/whatsApp.ts";
import { refuse, type Refusal } from "./refusal.ts";
import { soundFormat } from "./soundFormat.ts";

/** Kinds of files that are read. Those in a ZIP and mails are read from `bytes`, the others from `text`. */
export const fileKinds = [
  "csv",
  "xlsx",
  "vtt",
  "srt",
  "text",
  "docx",
  "eml",
  "mbox",
  "whatsapp",
  "zendesk",
  "intercom",
  "qdpx",
] as const;
export type FileKind = (typeof fileKinds)[number];

/** What a file is, by its content; its name only breaks ties. */
export interface Detected extends DecodedText {
  readonly kind: FileKind;
  /** Only for `csv`. */
  readonly delimiter?: Delimiter;
  readonly bytes: Uint8Array;
}

/** The largest file that is read, in bytes (50 MB; trust S5). */
export const maxFileBytes = 50 * 1024 * 1024;

/** Bytes and a name to what the file is and its text, or a named refusal. Never throws. */
export function detect(bytes: Uint8Array, fileName: string): Detected | Refusal {
  if (bytes.length === 0) return refuse("empty");
  if (bytes.length > maxFileBytes) return refuse("too-large");
  const packed = packedKind(bytes);
  if (packed !== null) return packed;
  const signature = refusalBySignature(bytes);
  if (signature !== null) return signature;
  const decoded = decode(bytes);
  if (decoded.text.trim() === "") return refuse("empty");
  if (looksBinary(decoded.text)) return refuse("binary");
  const kind = kindOf(decoded, fileName);
  return "refused" in kind ? kind : { ...decoded, ...kind, bytes };
}

type Kind = Pick<Detected, "kind" | "delimiter">;

function kindOf(decoded: DecodedText, fileName: string): Kind | Refusal {
  const start = decoded.text.slice(0, 4096).trimStart();
  if (/^WEBVTT(?=[ \t\n]|$)/.test(start)) return { kind: "vtt" };
  if (/^\d+\n\d{1,2}:\d{2}:\d{2}[,.]\d{1,3} --> /.test(start)) return { kind: "srt" };
  if (/^(\d{1,2}:)?\d{1,2}:\d{2}[,.]\d{1,3} --> /.test(start)) return { kind: "srt" };
  if (start.startsWith("{\\rtf")) return refuse("document");
  if (/^<(\?xml|!doctype|html|svg)/i.test(start)) return refuse("markup");
  if (/^(\[\s*)?\{\s*"|^\[\s*\]/.test(start)) return jsonKind(decoded.text);
  if (/^[[{]/.test(start) && parses(decoded.text)) return refuse("json");
  if (looksLikeMailbox(decoded.text)) return { kind: "mbox" };
  if (looksLikeMail(decoded.text)) return { kind: "eml" };
  if (looksLikeChat(decoded.text)) return { kind: "whatsapp" };
  const named = /\.(csv|tsv|tab)$/i.test(fileName);
  const delimiter = guessDelimiter(decoded.text, named);
  return delimiter === null ? { kind: "text" } : { kind: "csv", delimiter };
}

function jsonKind(text: string): Kind | Refusal {
  const kind = ticketKind(text);
  return kind === null ? refuse("json") : { kind };
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What a ZIP holds, told from its beginning alone; null when the bytes are no ZIP. */
function packedKind(bytes: Uint8Array): Detected | Refusal | null {
  const head = latin(bytes.subarray(0, 16));
  if (!head.startsWith("PK\x03\x04") && !head.startsWith("PK\x05\x06")) return null;
  const inside = insideZip(bytes);
  const packed = { text: "", encoding: "utf-8", warnings: [], bytes } as const;
  const method = (bytes[8] ?? 0) | ((bytes[9] ?? 0) << 8);
  if (inside.kind !== undefined && (method === 0 || method === 8)) return { ...packed, kind: inside.kind };
  return refuse(inside.refused);
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
  if (soundFormat(bytes) !== null) return refuse("audio");
  if (head.startsWith("RIFF")) return refuse(head.slice(8, 12) === "AVI " ? "video" : "image");
  if (head.slice(4, 8) === "ftyp") return refuse("video");
  const found = signatures.find(([magic]) => head.startsWith(magic));
  return found === undefined ? null : refuse(found[1]);
}

type Inside = { refused: "spreadsheet" | "document" | "zip"; kind?: "xlsx" | "docx" | "qdpx" };

function insideZip(bytes: Uint8Array): Inside {
  const names = latin(bytes.subarray(0, 65_536)) + latin(bytes.subarray(Math.max(0, bytes.length - 65_536)));
  if (names.includes("opendocument.spreadsheet")) return { refused: "spreadsheet" };
  if (names.includes("opendocument.text")) return { refused: "document" };
  if (names.includes("xl/")) return { refused: "spreadsheet", kind: "xlsx" };
  if (names.includes("word/")) return { refused: "document", kind: "docx" };
  if (/\.qde/i.test(names)) return { refused: "zip", kind: "qdpx" };
  return { refused: "zip" };
}

function latin(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 4096)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 4096)));
  return parts.join("");
}

function looksBinary(text: string): boolean {
  const sample = text.slice(0, 100_000);
  if (sample.includes("\0")) return true;
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what is looked for
  const controls = sample.match(/[\x01-\x08\x0B\x0E-\x1F\x7F\uFFFD]/g)?.length ?? 0;
  return controls > sample.length * 0.02;
}
