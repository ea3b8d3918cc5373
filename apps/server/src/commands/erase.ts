import type { EraseReason } from "@polku/protocol";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import type { Erasable, Erased } from "../storage/tombstone.ts";
import { tellErased, tellQuotesChanged } from "./tellQuotesChanged.ts";

type Needed = Pick<Services, "evidence" | "imports" | "clock" | "rooms" | "privacy">;

/**
 * Erases a source, a contact, a quote or a person. Nobody finds a word of it once the transaction has committed; then its key is
 * destroyed, open windows are told, and when the promise resolves its bytes are out of the files (of a large database: within
 * a day). An import into an erased source is stopped first. Throws `source.unknown`, `contact.unknown`, `quote.unknown` or `person.unknown`.
 */
export async function erase(
  services: Needed,
  who: string,
  thing: Erasable,
  reason: EraseReason,
): Promise<Erased> {
  const { evidence, imports, clock, privacy } = services;
  if (thing.what === "source") await imports.cancelSource(thing.id);
  const tombstone = { ...thing, erasedAt: clock.now(), by: who, reason };
  const gone = await evidence.erase(tombstone);
  if (gone === undefined) throw new Problem(`${thing.what}.unknown`);
  privacy.tombstones.add([tombstone]);
  if (thing.what === "source") privacy.keys.destroy(thing.id);
  // What was said stays when only its quote goes: nobody need look at the whole library anew.
  if (thing.what === "quote") tellQuotesChanged(services, gone.quoteIds);
  else tellErased(services, gone.quoteIds);
  const count = thing.what === "quote" ? 1 : gone.contacts;
  await privacy.accessLog.add({ who, deed: "erased", what: thing.what, thing: thing.id, count });
  // A quote is taken away often, and its words stay in its contact: what is left of it goes with the next sweep, within a day.
  if (thing.what !== "quote") await privacy.sweep();
  return gone;
}
