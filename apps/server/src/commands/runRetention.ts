import type { Services } from "../services.ts";
import { erase } from "./erase.ts";
import { purgeTrash } from "./purgeJourney.ts";

/** Who erases what has been kept long enough: nobody, but the days that a person set. */
const byItself = "retention";

/**
 * Erases the sources whose words have been kept until their day, drops the identities whose day has come, and purges the journeys whose
 * days in the trash are over. Returns how many of each.
 * Takes the rest of what was erased before out of the files too.
 */
export async function runRetention(
  services: Pick<
    Services,
    "db" | "journeys" | "evidence" | "imports" | "clock" | "rooms" | "history" | "privacy" | "firstLooks"
  >,
): Promise<{ erased: number; forgotten: number; purged: number }> {
  const { evidence, clock, privacy } = services;
  const now = clock.now();
  const isDue = (until: number | null | undefined): boolean => typeof until === "number" && until <= now;
  const sources = await evidence.listSources();
  const ended = sources.filter(({ retentionUntil }) => isDue(retentionUntil));
  for (const { id } of ended) await erase(services, byItself, { what: "source", id }, "retention");
  const nameless = sources.filter(
    ({ retentionUntil, identityUntil }) => !isDue(retentionUntil) && isDue(identityUntil),
  );
  for (const { id, contacts } of nameless) {
    await evidence.forgetIdentity(id);
    await evidence.changeSource(id, { identityUntil: null });
    await privacy.accessLog.add({
      who: byItself,
      deed: "retention",
      what: "source",
      thing: id,
      count: contacts,
    });
  }
  const purged = await purgeTrash(services, byItself);
  await privacy.accessLog.prune();
  await privacy.sweep({ whole: true, anyway: nameless.length > 0 });
  return { erased: ended.length, forgotten: nameless.length, purged };
}
