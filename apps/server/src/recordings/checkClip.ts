import { Problem } from "../errors.ts";
import { recordingOf } from "../storage/sql/sqlRecordings.ts";
import type { AppDatabase } from "../storage/tables.ts";

/** Throws `recording.unknown` or `recording.place` when a stretch is none of the contact's recording. */
export async function checkClip(
  db: AppDatabase,
  contactId: string,
  clip: { from: number; to: number } | null | undefined,
): Promise<void> {
  if (clip === undefined || clip === null) return;
  const recording = await recordingOf(db, contactId);
  if (recording === undefined) throw new Problem("recording.unknown");
  if (clip.from >= recording.seconds)
    throw new Problem("recording.place", { seconds: recording.seconds.toFixed(1) });
}
