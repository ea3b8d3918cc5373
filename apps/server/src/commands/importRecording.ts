import { readFile } from "node:fs/promises";
import type { sourceMeta } from "@polku/protocol/http";
import type { z } from "zod";
import { makeId } from "../accounts/secrets.ts";
import type { TakenFile } from "../imports/takeFile.ts";
import type { Actor } from "../policies/actor.ts";
import { keepRecording } from "../recordings/recordings.ts";
import type { Services } from "../services.ts";
import type { NewContact } from "../storage/evidenceStore.ts";
import { newSource } from "./importFile.ts";

type Needed = Pick<Services, "db" | "evidence" | "clock" | "privacy">;

/**
 * Takes a recording without a transcript in: a contact that is only heard, in the source of that title and kind or a new one. The same
 * recording twice adds nothing. Throws `recording.form` or `recording.long`, and keeps nothing then.
 */
export async function importRecording(
  services: Needed,
  actor: Actor,
  taken: TakenFile,
  { meta, peaks }: { meta: z.output<typeof sourceMeta>; peaks: readonly number[] },
): Promise<{ id: string; importId: string }> {
  const { evidence, clock } = services;
  const bytes = await readFile(taken.file);
  const now = clock.now();
  const title = meta.title ?? taken.fileName;
  const known = await evidence.knownSource(taken.hash, title, meta.kind);
  const source = known ?? newSource(actor, taken, { ...meta, title }, now);
  if (known === undefined) await evidence.addSource(source);
  const contact = heardOnly(taken.hash, source.collectedTo ?? source.collectedFrom);
  const { kept } = await evidence.keepContacts(source.id, [contact]);
  try {
    if (kept === 1)
      await keepRecording(services, {
        contact: { id: contact.id, sourceId: source.id },
        bytes,
        peaks,
        by: actor.id,
      });
  } catch (error) {
    // Nothing was in it yet that anybody could miss.
    const what =
      known === undefined
        ? ({ what: "source", id: source.id } as const)
        : ({ what: "contact", id: contact.id } as const);
    await evidence.erase({ ...what, erasedAt: now, by: actor.id, reason: "mistake" });
    throw error;
  }
  const importId = makeId();
  await evidence.addImport({
    id: importId,
    sourceId: source.id,
    fileName: taken.fileName,
    state: "done",
    read: 1,
    kept,
    duplicates: 1 - kept,
    skippedCount: 0,
    skipped: "[]",
    reason: null,
    warnings: "[]",
    createdAt: now,
    endedAt: now,
  });
  return { id: source.id, importId };
}

function heardOnly(hash: string, occurredAt: number | null): NewContact {
  return {
    id: makeId(),
    hash,
    externalId: null,
    occurredAt,
    respondentKey: null,
    lang: "",
    text: "",
    ratingScale: null,
    ratingX: null,
    channel: null,
    themes: "[]",
    thread: null,
    stems: [],
  };
}
