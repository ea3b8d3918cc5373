import type { Actor } from "../policies/actor.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { tellQuotesChanged } from "./tellQuotesChanged.ts";

/**
 * Erases a source and everything a customer said in it, from the files too, and empties its quotes in every open map. An import into it is stopped first.
 */
export async function eraseSource(
  services: Pick<Services, "evidence" | "imports" | "clock" | "rooms">,
  actor: Actor,
  id: string,
): Promise<{ contacts: number; quotes: number }> {
  await services.imports.cancelSource(id);
  const gone = await services.evidence.eraseSource(id, { erasedAt: services.clock.now(), by: actor.id });
  if (gone === undefined) throw new Problem("source.unknown");
  tellQuotesChanged(services, gone.quoteIds);
  return { contacts: gone.contacts, quotes: gone.quoteIds.length };
}
