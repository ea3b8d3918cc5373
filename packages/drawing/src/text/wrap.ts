import { textWidth } from "./measure.ts";
import type { Font } from "./measure.ts";

const ELLIPSIS = "…";
const SOFT_HYPHEN = "\u00AD";
const CONSONANT = /[bcdfghjklmnpqrstvwxzšž]/i;
const VOWEL = /[aeiouyåäö]/i;

/**
 * Text in lines no wider than `width` px: greedy by words, at most `maxLines`, the last ending in … when
 * something is left. A word wider than a line, as Finnish makes them, breaks with a hyphen between syllables.
 */
export function wrapText(text: string, font: Font, width: number, maxLines = Infinity): string[] {
  const lines: string[] = [];
  for (const paragraph of text.replaceAll("\r\n", "\n").split("\n")) {
    lines.push(...wrapParagraph(paragraph, font, width, maxLines + 1 - lines.length));
    if (lines.length > maxLines) break;
  }
  while (lines.length > 0 && lines[lines.length - 1] === "") lines.pop();
  if (lines.length <= maxLines) return lines;
  const kept = lines.slice(0, maxLines);
  const last = kept.pop();
  return last === undefined ? [] : [...kept, ellipsize(`${last}${ELLIPSIS}`, font, width)];
}

/** One line of text, cut with … where it is wider than `width` px. */
export function ellipsize(text: string, font: Font, width: number): string {
  if (textWidth(text, font) <= width) return text;
  const characters = Array.from(text.endsWith(ELLIPSIS) ? text.slice(0, -1) : text);
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (textWidth(cut(characters, middle), font) <= width) low = middle;
    else high = middle - 1;
  }
  return cut(characters, low);
}

function cut(characters: readonly string[], count: number): string {
  return `${characters.slice(0, count).join("").trimEnd()}${ELLIPSIS}`;
}

function wrapParagraph(paragraph: string, font: Font, width: number, enough: number): string[] {
  const words = paragraph.split(/[ \t]+/).filter((word) => word !== "");
  if (words.length === 0) return [""];
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    if (lines.length >= enough) break;
    const joined = line === "" ? clean(word) : `${line} ${clean(word)}`;
    if (textWidth(joined, font) <= width) {
      line = joined;
      continue;
    }
    const parts = breakWord(word, font, width, line);
    if (parts.joins) line = `${line} ${parts.first}`;
    if (line !== "") lines.push(line);
    lines.push(...parts.middle);
    line = parts.last;
  }
  lines.push(line);
  return lines;
}

function clean(word: string): string {
  return word.replaceAll(SOFT_HYPHEN, "");
}

interface BrokenWord {
  /** Whether `first` goes on the line already begun. */
  readonly joins: boolean;
  readonly first: string;
  readonly middle: readonly string[];
  readonly last: string;
}

/** Lays a word that does not fit beside `line`: on a line of its own, or in hyphenated pieces when no line holds it. */
function breakWord(word: string, font: Font, width: number, line: string): BrokenWord {
  if (textWidth(clean(word), font) <= width) {
    return { joins: false, first: "", middle: [], last: clean(word) };
  }
  const room = line === "" ? 0 : width - textWidth(`${line} `, font);
  const begun = pieceFor(word, font, room, false);
  const pieces: string[] = [];
  let rest = begun === null ? word : begun.rest;
  while (textWidth(clean(rest), font) > width) {
    const piece = pieceFor(rest, font, width, true);
    if (piece === null) break;
    pieces.push(piece.text);
    rest = piece.rest;
  }
  return { joins: begun !== null, first: begun?.text ?? "", middle: pieces, last: clean(rest) };
}

/** The longest beginning of a word that fits with its hyphen; with `must`, cut anywhere if no syllable ends in time. */
function pieceFor(word: string, font: Font, room: number, must: boolean) {
  const letters = Array.from(word);
  let best = 0;
  let anywhere = 1;
  for (let end = 1; end < letters.length; end += 1) {
    const text = hyphenated(letters, end);
    if (textWidth(text, font) > room) break;
    anywhere = end;
    if (isBreak(letters, end)) best = end;
  }
  const end = best > 0 ? best : must && letters.length > 1 ? anywhere : 0;
  return end === 0 ? null : { text: hyphenated(letters, end), rest: letters.slice(end).join("") };
}

function hyphenated(letters: readonly string[], end: number): string {
  const text = clean(letters.slice(0, end).join(""));
  return /[-\u2010-\u2014/]$/.test(text) ? text : `${text}-`;
}

/** After a hyphen or a soft one, and before a consonant and vowel, as Finnish syllables begin; never one letter alone. */
function isBreak(letters: readonly string[], end: number): boolean {
  const before = letters[end - 1] ?? "";
  if (before === "-" || before === SOFT_HYPHEN || before === "/") return true;
  const next = letters[end] ?? "";
  const after = letters[end + 1] ?? "";
  return end >= 2 && letters.length - end >= 2 && CONSONANT.test(next) && VOWEL.test(after);
}
