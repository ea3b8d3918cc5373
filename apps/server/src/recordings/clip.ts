import type { QuoteFactsRow } from "../storage/evidenceStore.ts";

type Heard = Pick<
  QuoteFactsRow,
  "text" | "start" | "end" | "clipFrom" | "clipTo" | "soundSeconds" | "thread"
>;
type Cue = readonly [place: number, startS: number, endS: number];
type Turn = {
  speaker: string;
  text: string;
  from: number;
  startS?: number;
  endS?: number;
  cues?: readonly Cue[];
};

/** Words of a clip while they are spoken; from and to in seconds from the start of the clip. */
export type Caption = { from: number; to: number; speaker: string; text: string };

/** The stretch of a recording that a quote is, in seconds, and its words as they come. */
export type Clip = { from: number; to: number; captions: Caption[] };

/** Speech begins a little before the word is recognised. */
const breathS = 0.2;
const shortestS = 0.3;

/**
 * Where a quote is to be heard: the stretch that a person has set, else the one in which the transcript places its words. Null when its
 * contact has no recording, or nothing tells when the words were spoken.
 */
export function clipOf(quote: Heard): Clip | null {
  const { soundSeconds } = quote;
  if (soundSeconds === null || soundSeconds === undefined) return null;
  const spoken = spokenIn(quote);
  const first = spoken[0];
  const last = spoken.at(-1);
  const from = quote.clipFrom ?? (first === undefined ? null : Math.max(0, first.from - breathS));
  const to = quote.clipTo ?? (last === undefined ? null : last.to + breathS);
  if (from === null || to === null || from >= soundSeconds) return null;
  const end = Math.min(soundSeconds, Math.max(to, from + shortestS));
  // A person who sets a stretch knows better than the transcript when the words come: they then run evenly over it.
  const isSet = typeof quote.clipFrom === "number" && typeof quote.clipTo === "number";
  const captions = isSet ? spread(spoken, end - from) : spoken.map((caption) => within(caption, from, end));
  return { from: round(from), to: round(end), captions };
}

function within(caption: Caption, start: number, end: number): Caption {
  const inside = (at: number): number => round(Math.min(Math.max(at, start), end) - start);
  return { ...caption, from: inside(caption.from), to: inside(caption.to) };
}

function spread(captions: readonly Caption[], seconds: number): Caption[] {
  const letters = captions.reduce((sum, { text }) => sum + text.length, 0);
  let said = 0;
  return captions.map((caption) => {
    const from = (said / letters) * seconds;
    said += caption.text.length;
    return { ...caption, from: round(from), to: round((said / letters) * seconds) };
  });
}

const round = (seconds: number): number => Math.round(seconds * 1000) / 1000;

/** The words of a quote, line by line, each where the transcript has it: inside a line time runs evenly over the letters. */
function spokenIn({ thread, start, end, text }: Heard): Caption[] {
  if (thread === null || thread === undefined) return [];
  const turns = JSON.parse(thread) as Turn[];
  return turns.flatMap((turn) =>
    linesOf(turn).flatMap((line) => {
      const from = Math.max(start, line.from);
      const to = Math.min(end, line.to);
      const words = text.slice(from - start, to - start).trim();
      if (from >= to || words === "") return [];
      const at = (place: number): number =>
        line.startS + ((place - line.from) / (line.to - line.from)) * (line.endS - line.startS);
      return [{ from: at(from), to: at(to), speaker: turn.speaker, text: words }];
    }),
  );
}

type Line = { from: number; to: number; startS: number; endS: number };

/** The timed lines of a turn, with their places in the contact's text; none where no time is known. */
function linesOf({ from, text, startS, endS, cues }: Turn): Line[] {
  if (startS === undefined || endS === undefined) return [];
  const timed = cues ?? [[0, startS, endS] as const];
  return timed.map(([place, begins, ends], n) => ({
    from: from + place,
    to: from + Math.min(text.length, timed[n + 1]?.[0] ?? text.length),
    startS: begins,
    endS: ends,
  }));
}
