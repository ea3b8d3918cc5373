import { readFile } from "node:fs/promises";
import { z } from "zod";
import { keepRecording } from "../recordings/recordings.ts";
import type { Services } from "../services.ts";
import type { QuoteFactsRow } from "../storage/evidenceStore.ts";
import { recordingOf } from "../storage/sql/sqlRecordings.ts";

const folder = new URL("./sounds/", import.meta.url);

const time = z.number().min(0);
const shape = z.object({
  notice: z.string(),
  sounds: z.record(
    z.string(),
    z.object({ file: z.string(), peaks: z.array(z.number()), spoken: z.array(z.tuple([time, time])) }),
  ),
});

type Needed = Pick<Services, "db" | "clock" | "privacy" | "evidence">;
type Turn = { text: string; from: number };

/**
 * Gives the sample calls their sound, and their quotes the stretch in which they are said; what is there already stays. `contactOf` tells
 * the library's id for a transcript of the demo.
 */
export async function keepDemoSounds(
  services: Needed,
  by: string,
  contactOf: (transcriptId: string) => string | undefined,
): Promise<void> {
  const { sounds } = shape.parse(JSON.parse(await readFile(new URL("sounds.json", folder), "utf8")));
  for (const [transcriptId, { file, peaks, spoken }] of Object.entries(sounds)) {
    const contact = await services.evidence.findContact(contactOf(transcriptId) ?? "");
    if (contact === undefined || (await recordingOf(services.db, contact.id)) !== undefined) continue;
    const bytes = await readFile(new URL(file, folder));
    await keepRecording(services, { contact, bytes, peaks, by });
    const turns = JSON.parse(contact.thread ?? "[]") as Turn[];
    for (const quote of await services.evidence.listQuotes({ contact: contact.id, limit: 1000 }))
      await services.evidence.changeQuote(quote.id, heardAt(quote, turns, spoken));
  }
}

/** When the words of a quote are heard: inside a turn time runs evenly over the letters. */
function heardAt(
  { start, end }: Pick<QuoteFactsRow, "start" | "end">,
  turns: readonly Turn[],
  spoken: readonly (readonly [number, number])[],
): { clipFrom?: number; clipTo?: number } {
  const at = (place: number, turn: Turn, [from, to]: readonly [number, number]): number =>
    from + Math.min(1, Math.max(0, (place - turn.from) / turn.text.length)) * (to - from);
  const heard = turns.flatMap((turn, n) => {
    const times = spoken[n];
    const touches = turn.from < end && turn.from + turn.text.length > start;
    return times === undefined || !touches ? [] : [[at(start, turn, times), at(end, turn, times)] as const];
  });
  const first = heard[0];
  const last = heard.at(-1);
  return first === undefined || last === undefined
    ? {}
    : { clipFrom: Math.max(0, first[0] - 0.2), clipTo: last[1] + 0.3 };
}
