import { restoreJourney } from "@polku/journey";
import { makeId } from "../accounts/secrets.ts";
import { Problem } from "../errors.ts";
import type { Version } from "../history/versionStore.ts";
import type { Actor } from "../policies/actor.ts";
import { originFor } from "../rooms/changeOrigin.ts";
import type { Services } from "../services.ts";

/**
 * Brings a journey back to a version, in one change that is on disk when this resolves; whoever has it open sees it as any other change.
 * The state before it is kept as a version first. Throws `journey.full` or what the rooms throw; then only that version was made.
 */
export async function restoreVersion(
  services: Services,
  version: Version,
  by: Actor,
): Promise<{ kept: Version; changed: boolean }> {
  const { history, rooms, clock } = services;
  const file = await history.state(version);
  const kept = await history.keep(version.journeyId, { kind: "before-restore", name: null, by });
  if (kept === undefined) throw new Error("The state before a restoring was not kept.");
  const now = () => new Date(clock.now()).toISOString();
  const result = await rooms.withDocument(version.journeyId, (doc) =>
    restoreJourney({ doc, origin: originFor(by), by: by.id, newId: makeId, now }, file),
  );
  if (!result.ok) throw new Problem("journey.full");
  return { kept, changed: result.value.changed };
}
