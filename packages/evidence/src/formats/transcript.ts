import { parseText } from "media-captions";
import { layOut, type Contact, type Cue, type Speaker, type Turn } from "../contact.ts";
import { refuse, type Refusal } from "../refusal.ts";
import { guessSpeakers } from "../speakers.ts";
import { namedEntities } from "./markedText.ts";

/** A stretch of speech: who (when the file says), what, from and to in seconds. */
export interface SpokenTurn {
  readonly name?: string;
  readonly text: string;
  readonly startS: number;
  readonly endS: number;
  /** Its lines, when there are several: place in the text, and from when to when each is spoken. */
  readonly cues?: readonly Cue[];
}

/** A pause that parts two paragraphs of speech when the file names no speakers, in seconds. */
const paragraphPause = 2;

/**
 * Reads a WebVTT or SubRip transcript. Zoom (`Name: words`) and Teams (`<v Name>words`) name their speakers; the
 * lines of one speaker in a row are one turn. Refuses when nothing in it is timed.
 */
export async function readTranscript(text: string, type: "vtt" | "srt"): Promise<SpokenTurn[] | Refusal> {
  const cues = await cuesOf(text, type);
  const spoken = cues.flatMap((cue) =>
    voices(cue.text).map((voice) => ({ ...voice, startS: cue.startTime, endS: cue.endTime })),
  );
  const heard = spoken.filter((part) => part.text !== "");
  if (heard.length === 0) return refuse("no-cues");
  const named = heard.some((part) => part.name !== undefined) ? heard : namesBeforeColons(heard);
  return merged(named);
}

/** The whole conversation as one contact; `roles` say who is the customer, else they are guessed. */
export function conversation(
  turns: readonly SpokenTurn[],
  roles?: Readonly<Record<string, Speaker>>,
): Contact {
  const guess = guessSpeakers(turns);
  const { text, thread } = layOut(
    turns.map((turn) => ({
      ...turn,
      speaker: (turn.name && (roles?.[turn.name] ?? guess[turn.name])) || "other",
    })),
  );
  const person = onlyCustomer(thread);
  return { row: 1, text, occurredAt: null, timed: false, themes: [], thread, ...(person && { person }) };
}

function onlyCustomer(thread: readonly Turn[]): string | undefined {
  const names = new Set(thread.filter((turn) => turn.speaker === "customer").map((turn) => turn.name));
  const [name] = names;
  return names.size === 1 ? name : undefined;
}

async function cuesOf(
  text: string,
  type: "vtt" | "srt",
): Promise<{ startTime: number; endTime: number; text: string }[]> {
  try {
    const { cues } = await parseText(text, { type, strict: false, errors: false });
    return cues.filter((cue) => Number.isFinite(cue.startTime) && Number.isFinite(cue.endTime));
  } catch {
    return []; // an unreadable transcript is refused by its name: no timed lines
  }
}

/** Teams puts one or more `<v Name>…</v>` in a cue; the closing tag may be missing. */
function voices(cue: string): { name?: string; text: string }[] {
  const parts = cue.split(/<v(?:\.[^\s>]+)*\s+([^>]+)>/);
  const found: { name?: string; text: string }[] = [];
  if (parts[0] !== undefined && plain(parts[0]) !== "") found.push({ text: plain(parts[0]) });
  for (let i = 1; i + 1 < parts.length; i += 2) {
    const name = plain(parts[i] ?? "");
    found.push({ ...(name !== "" && { name }), text: plain(parts[i + 1] ?? "") });
  }
  return found;
}

function plain(marked: string): string {
  return namedEntities(marked.replace(/<[^>]*>/g, ""))
    .replace(/\s+/g, " ")
    .trim();
}

/** Zoom writes `Maija M: words`. Words before a colon are a name when they look like one or come back. */
function namesBeforeColons<T extends { text: string }>(parts: readonly T[]): (T & { name?: string })[] {
  const prefix = (text: string): string | undefined =>
    /^([\p{L}\p{N}][^:<>]{0,59}?):\s/u.exec(text)?.[1]?.trim();
  const times = new Map<string, number>();
  for (const part of parts) {
    const name = prefix(part.text);
    if (name !== undefined) times.set(name, (times.get(name) ?? 0) + 1);
  }
  const isName = (name: string): boolean =>
    (times.get(name) ?? 0) >= 2 || /^\p{Lu}[\p{L}'’-]*( [\p{Lu}\d(][\p{L}\d'’.()-]*){0,4}$/u.test(name);
  let speaking: string | undefined;
  return parts.map((part) => {
    const name = prefix(part.text);
    const starts = name !== undefined && isName(name);
    if (starts) speaking = name;
    const text = starts ? part.text.slice(part.text.indexOf(":") + 1).trim() : part.text;
    return { ...part, text, ...(speaking !== undefined && { name: speaking }) };
  });
}

function merged(parts: readonly SpokenTurn[]): SpokenTurn[] {
  const turns: SpokenTurn[] = [];
  for (const part of parts) {
    const last = turns.at(-1);
    const goesOn =
      last !== undefined &&
      last.name === part.name &&
      (part.name !== undefined || part.startS - last.endS < paragraphPause);
    if (goesOn)
      turns[turns.length - 1] = {
        ...last,
        text: `${last.text} ${part.text}`,
        endS: Math.max(last.endS, part.endS),
        cues: [...(last.cues ?? [cueAt(0, last)]), cueAt(last.text.length + 1, part)],
      };
    else turns.push(part);
  }
  return turns;
}

function cueAt(place: number, { startS, endS }: SpokenTurn): Cue {
  return [place, startS, endS];
}
