import type { ContactTurn } from "@polku/protocol";

/** A part of a recording, in seconds from its start. */
export type Stretch = { readonly from: number; readonly to: number };

type Thread = readonly ContactTurn[] | null;
/** Words of a contact that are timed together: their place in its text, and from when to when they are spoken. */
type Line = { readonly start: number; readonly end: number } & Stretch;

function linesOf(thread: Thread): Line[] {
  return (thread ?? []).flatMap(({ from, text, startS, endS, cues }) => {
    if (startS === undefined || endS === undefined) return [];
    const timed = cues ?? [[0, startS, endS] as const];
    return timed.map(([place, begins, ends], n) => ({
      start: from + place,
      end: from + Math.min(text.length, timed[n + 1]?.[0] ?? text.length),
      from: begins,
      to: ends,
    }));
  });
}

/** Whether the transcript tells when its words were spoken. */
export function isSpoken(thread: Thread): boolean {
  return linesOf(thread).length > 0;
}

/** The words that are spoken in a stretch, as a place in the text: of lines that lie in it at least by half; null when there are none. */
export function wordsIn(thread: Thread, stretch: Stretch): { start: number; end: number } | null {
  const lines = linesOf(thread);
  const shared = ({ from, to }: Line): number => Math.min(to, stretch.to) - Math.max(from, stretch.from);
  const whole = lines.filter((line) => shared(line) >= (line.to - line.from) / 2);
  // A stretch inside one long line is said in that line.
  const around = lines.filter((line) => shared(line) >= (stretch.to - stretch.from) / 2);
  const spoken = whole.length > 0 ? whole : around;
  const first = spoken[0];
  const last = spoken.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}

/** The second in which the words at a place of the text are spoken; null when nothing tells. */
export function secondAt(thread: Thread, place: number): { at: number } | null {
  const line = linesOf(thread).findLast(({ start }) => start <= place) ?? linesOf(thread)[0];
  if (!line) return null;
  const part = Math.min(1, Math.max(0, (place - line.start) / Math.max(1, line.end - line.start)));
  return { at: line.from + part * (line.to - line.from) };
}
