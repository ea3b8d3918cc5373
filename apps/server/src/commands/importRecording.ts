import { readFile } from "node:fs/promises";
import type { sourceMeta } from "@polku/protocol/http";
import type { z } from "zod";
import { makeId } from "../accounts/secrets.ts";
import type { TakenFile } from "../imports/takeFile.ts";
import type { Actor } from "../policies/actor.ts";
import { keepRecording } from "../recordings/recordings.ts";
import type { Services } from "../services.ts";
import type { NewContact } from "../storage/evidenceStore.ts";
import { importAlone } from "./importAlone.ts";

type Needed = Pick<Services, "db" | "evidence" | "clock" | "privacy" | "rooms">;

/**
 * Takes a recording without a transcript in: a contact that is only heard. The same recording twice adds nothing. Throws
 * `recording.form` or `recording.long`, and keeps nothing then.
 */
export async function importRecording(
  services: Needed,
  actor: Actor,
  taken: TakenFile,
  { meta, peaks }: { meta: z.output<typeof sourceMeta>; peaks: readonly number[] },
): Promise<{ id: string; importId: string }> {
  const bytes = await readFile(taken.file);
  return importAlone(services, actor, {
    taken,
    meta,
    contactOf: ({ collectedTo, collectedFrom }) => heardOnly(taken.hash, collectedTo ?? collectedFrom),
    keep: (contact) => keepRecording(services, { contact, bytes, peaks, by: actor.id }),
  });
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
