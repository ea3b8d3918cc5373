import type { sourceMeta } from "@polku/protocol/http";
import type { z } from "zod";
import type { TakenFile } from "../imports/takeFile.ts";
import { suggestLinks } from "../intake/suggestLinks.ts";
import type { Actor } from "../policies/actor.ts";
import type { Services } from "../services.ts";
import type { NewContact } from "../storage/evidenceStore.ts";
import type { SourceRow } from "../storage/evidenceTables.ts";
import { newImport, sourceFor } from "./importFile.ts";

/** A file that is one contact, a recording or a picture, with what a person told of it. */
type Alone = {
  taken: TakenFile;
  meta: z.output<typeof sourceMeta>;
  contactOf: (source: SourceRow) => NewContact;
  /** Keeps what is heard or seen of it. */
  keep: (contact: { id: string; sourceId: string }) => Promise<unknown>;
};

/**
 * Takes in a file that is one contact: into the source of that title and kind, or a new one. The same file twice adds nothing. Throws what
 * `keep` throws, and keeps nothing then. Answers the source, and an import that has ended.
 */
export async function importAlone(
  services: Pick<Services, "evidence" | "clock" | "db" | "rooms">,
  actor: Actor,
  { taken, meta, contactOf, keep }: Alone,
): Promise<{ id: string; importId: string }> {
  const { evidence, clock } = services;
  const now = clock.now();
  const { source, isNew } = await sourceFor(evidence, actor, taken, meta, now);
  const contact = contactOf(source);
  const { kept } = await evidence.keepContacts(source.id, [contact]);
  try {
    if (kept === 1) await keep({ id: contact.id, sourceId: source.id });
  } catch (error) {
    // Nothing was in it yet that anybody could miss.
    const what = isNew
      ? ({ what: "source", id: source.id } as const)
      : ({ what: "contact", id: contact.id } as const);
    await evidence.erase({ ...what, erasedAt: now, by: actor.id, reason: "mistake" });
    throw error;
  }
  const suggested = kept === 1 && meta.suggest ? await suggestLinks(services, [contact]) : 0;
  const row = newImport(taken, source, now);
  const ended = { state: "done", read: 1, kept, duplicates: 1 - kept, suggested, endedAt: now };
  await evidence.addImport({ ...row, ...ended });
  return { id: source.id, importId: row.id };
}
