import { layOut, type Contact, type Speaker } from "../contact.ts";
import { guessSpeakers } from "../speakers.ts";

/** A paragraph of plain text, with who says it when the text marks it (`H:`, `Asiakas:`). */
export interface Paragraph {
  readonly name?: string;
  readonly text: string;
}

/** Plain text to paragraphs; a line `Name: words` whose name comes at least twice begins a speaker's turn. */
export function readParagraphs(text: string): Paragraph[] {
  const names = speakersOf(text);
  return names.size >= 1 ? spokenParagraphs(text, names) : plainParagraphs(text);
}

/** The whole text as one contact. */
export function monologue(
  paragraphs: readonly (Paragraph & { readonly startS?: number })[],
  roles?: Readonly<Record<string, Speaker>>,
): Contact {
  const guess = guessSpeakers(paragraphs);
  const { text, thread } = layOut(
    paragraphs.map((part) => ({
      ...part,
      speaker: (part.name && (roles?.[part.name] ?? guess[part.name])) || "other",
    })),
  );
  return { row: 1, text, occurredAt: null, timed: false, themes: [], thread };
}

const turnStart = /^[ \t]*([\p{Lu}][\p{L}\d .'’-]{0,39}?)[ \t]?:[ \t]+(?=\S)/u;

function speakersOf(text: string): Set<string> {
  const times = new Map<string, number>();
  for (const line of text.split("\n")) {
    const name = turnStart.exec(line)?.[1];
    if (name !== undefined) times.set(name, (times.get(name) ?? 0) + 1);
  }
  const returning = [...times].filter(([, count]) => count >= 2).map(([name]) => name);
  return new Set(returning.length > 0 && returning.length <= 12 ? returning : []);
}

function spokenParagraphs(text: string, names: ReadonlySet<string>): Paragraph[] {
  const turns: { name?: string; text: string }[] = [];
  for (const line of text.split("\n")) {
    const found = turnStart.exec(line);
    const name = found?.[1];
    if (found !== null && name !== undefined && names.has(name))
      turns.push({ name, text: line.slice(found[0].length).trim() });
    else continueTurn(turns, line.trim());
  }
  return turns.filter((turn) => turn.text !== "");
}

function continueTurn(turns: { name?: string; text: string }[], line: string): void {
  const last = turns.at(-1);
  if (last === undefined) turns.push({ text: line });
  else if (line !== "") last.text = last.text === "" ? line : `${last.text} ${line}`;
}

function plainParagraphs(text: string): Paragraph[] {
  return text
    .split(/\n[ \t]*\n+/)
    .map((part) => ({ text: part.replace(/[ \t]+/g, " ").trim() }))
    .filter((part) => part.text !== "");
}
