import { isRefusal, refuse, type Refusal } from "../refusal.ts";
import { tidyLines } from "./markedText.ts";
import { readParagraphs, type Paragraph } from "./text.ts";
import { HostileXml, walkXml } from "./xml.ts";
import { openZip } from "./zip.ts";

/** What was deleted with tracking on, instructions of fields, and what stands twice for older programs are no words. */
const unread = new Set(["del", "delText", "instrText", "Fallback", "pPr", "rPr", "moveFrom"]);

/** A stretch of a document; a Teams transcript knows when it was said, in seconds. */
export type WrittenTurn = Paragraph & { readonly startS?: number };

/**
 * Reads a Word document (.docx): a Teams transcript by its paragraphs `Name   0:03` and words, an interview by its `H:` and `M:`, else paragraphs.
 * Only the text inside the file is read: links, linked pictures and linked files are never followed.
 */
export function readWordDocument(bytes: Uint8Array): WrittenTurn[] | Refusal {
  const parts = openZip(bytes, (name) => name === "word/document.xml");
  if (isRefusal(parts)) return parts;
  const xml = parts.get("word/document.xml");
  if (xml === undefined) return refuse("damaged");
  try {
    const paragraphs = paragraphsOf(new TextDecoder("utf-8").decode(xml));
    if (paragraphs.length === 0) return refuse("no-words");
    return teamsTurns(paragraphs) ?? readParagraphs(paragraphs.map(tidyLines).join("\n\n"));
  } catch (error) {
    if (error instanceof HostileXml) return refuse("bomb");
    throw error;
  }
}

function paragraphsOf(xml: string): string[] {
  const paragraphs: string[] = [];
  let text = "";
  let inText = false;
  let skipping = 0;
  for (const piece of walkXml(xml)) {
    if (piece.t === "text") {
      if (inText && skipping === 0) text += piece.text;
      continue;
    }
    const opens = piece.t === "open";
    if (unread.has(piece.name)) skipping += opens ? 1 : -1;
    else if (piece.name === "t") inText = opens;
    else if (opens && (piece.name === "br" || piece.name === "cr") && skipping === 0) text += "\n";
    else if (opens && piece.name === "tab" && skipping === 0) text += "\t";
    else if (!opens && piece.name === "p") {
      if (text.trim() !== "") paragraphs.push(text.normalize("NFC"));
      text = "";
    }
  }
  return paragraphs;
}

const teamsHead = /^\s*(\p{L}[^\n\t]{0,79}?)(?:\s{2,}|\t)(?:(\d{1,2}):)?(\d{1,2}):(\d{2})\s*\n/u;

/** Null when this is no transcript of Teams. */
function teamsTurns(paragraphs: readonly string[]): WrittenTurn[] | null {
  const turns = paragraphs.flatMap((paragraph) => {
    const head = teamsHead.exec(paragraph);
    if (head === null) return [];
    const [whole, name = "", hours = "0", minutes = "0", seconds = "0"] = head;
    const startS = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    const text = tidyLines(paragraph.slice(whole.length)).replaceAll("\n", " ");
    return text === "" ? [] : [{ name: name.trim(), text, startS }];
  });
  return turns.length >= 2 && turns.length >= paragraphs.length * 0.5 ? turns : null;
}
