import {
  cutSound,
  joinStretches,
  readSound,
  secondsOf,
  silenceSound,
  type Sound,
  soundTypes,
  type Stretch,
  writeSound,
} from "@polku/evidence/sound";
import { makeId } from "../accounts/secrets.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import type { RecordingRow } from "../storage/recordingTable.ts";
import { addRecording, findRecording, removeRecording, replaceSound } from "../storage/sql/sqlRecordings.ts";

type Needed = Pick<Services, "db" | "clock" | "privacy">;

const mostHours = 4;

/** What a recording is made of: the file as it came, and how loud it is where the sender has looked. */
export type NewRecording = {
  contact: { id: string; sourceId: string };
  bytes: Uint8Array;
  peaks: readonly number[];
  by: string;
};

/**
 * Keeps the sound of a contact: written anew from its packets or samples, so that nothing else of the file is kept, and encrypted.
 * Throws `recording.form`, `recording.long`, `recording.there`.
 */
export async function keepRecording(services: Needed, asked: NewRecording): Promise<RecordingRow> {
  const { db, clock, privacy } = services;
  const sound = readSound(asked.bytes);
  if (sound === null) throw new Problem("recording.form");
  const seconds = secondsOf(sound);
  if (seconds > mostHours * 3600) throw new Problem("recording.long", { hours: String(mostHours) });
  const bytes = writeSound(sound);
  const file = await privacy.media.write("sound", bytes);
  const row: RecordingRow = {
    id: makeId(),
    contactId: asked.contact.id,
    sourceId: asked.contact.sourceId,
    file,
    form: sound.form,
    bytes: bytes.length,
    seconds,
    peaks: JSON.stringify(asked.peaks),
    silenced: "[]",
    createdBy: asked.by,
    createdAt: clock.now(),
  };
  try {
    if (!(await addRecording(db, row))) throw new Problem("recording.there");
  } finally {
    privacy.media.settled(file);
  }
  return row;
}

/** Throws `recording.unknown`. */
export async function mustFindRecording({ db }: Pick<Services, "db">, id: string): Promise<RecordingRow> {
  const row = await findRecording(db, id);
  if (row === undefined) throw new Problem("recording.unknown");
  return row;
}

/** What a browser is told that a recording is. */
export function typeOf({ form }: Pick<RecordingRow, "form">): string {
  return form === "wav" ? soundTypes.wav : soundTypes.opus;
}

async function soundOf({ privacy }: Pick<Services, "privacy">, row: RecordingRow): Promise<Sound> {
  const sound = readSound(await privacy.media.read(row.file, row.bytes));
  if (sound === null) throw new Problem("recording.unknown");
  return sound;
}

/** The bytes of one stretch of a recording, and nothing beside. Throws `recording.place`. */
export async function cutRecording(
  services: Pick<Services, "privacy">,
  row: RecordingRow,
  stretch: Stretch,
): Promise<Uint8Array> {
  const cut = cutSound(await soundOf(services, row), stretch);
  if (cut === null) throw new Problem("recording.place", { seconds: row.seconds.toFixed(1) });
  return writeSound(cut);
}

/**
 * Takes the sound of some stretches away for good: a new file is written without it, then the old one and its key are destroyed, so that
 * older backups cannot be heard either. Throws `recording.unknown`, `recording.place`, `recording.changed`.
 */
export async function silenceRecording(
  services: Needed,
  id: string,
  stretches: readonly Stretch[],
): Promise<RecordingRow> {
  const { db, privacy } = services;
  const row = await mustFindRecording(services, id);
  if (stretches.some(({ from }) => from >= row.seconds))
    throw new Problem("recording.place", { seconds: row.seconds.toFixed(1) });
  const already = JSON.parse(row.silenced) as Stretch[];
  const within = stretches.map(({ from, to }) => ({ from, to: Math.min(to, row.seconds) }));
  const silenced = joinStretches([...already, ...within]);
  const bytes = writeSound(silenceSound(await soundOf(services, row), within));
  const file = await privacy.media.write("sound", bytes);
  const peaks = JSON.stringify(quietPeaks(JSON.parse(row.peaks) as number[], row.seconds, silenced));
  const change = { file, bytes: bytes.length, peaks, silenced: JSON.stringify(silenced) };
  try {
    if (!(await replaceSound(db, row, change))) throw new Problem("recording.changed");
  } finally {
    privacy.media.settled(file);
  }
  await privacy.removeLostMedia();
  return { ...row, ...change };
}

/** How loud it is once some stretches are silent; a part that only touches one counts as silent. */
export function quietPeaks(
  peaks: readonly number[],
  seconds: number,
  silenced: readonly Stretch[],
): number[] {
  const part = seconds / peaks.length;
  return peaks.map((peak, n) =>
    silenced.some(({ from, to }) => n * part < to && (n + 1) * part > from) ? 0 : peak,
  );
}

/** Takes a recording away; the words of its contact stay. Throws `recording.unknown`. */
export async function takeRecordingAway(services: Needed, id: string): Promise<RecordingRow> {
  const row = await mustFindRecording(services, id);
  await removeRecording(services.db, id);
  await services.privacy.removeLostMedia();
  return row;
}
