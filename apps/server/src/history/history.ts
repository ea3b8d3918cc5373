import { createHash } from "node:crypto";
import { exportJourney } from "@polku/journey";
import type { Logger } from "pino";
import { makeId } from "../accounts/secrets.ts";
import type { Clock } from "../clock.ts";
import { makeTurns } from "../inTurn.ts";
import type { Actor } from "../policies/actor.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { AppDatabase } from "../storage/tables.ts";
import { type Activity, openActivity } from "./activity.ts";
import { sqlVersionStore, type Version, type VersionKind, type VersionStore } from "./versionStore.ts";

/** Versions of journeys: kept by people with a name, by the clock without one, and before each restoring. */
export type History = VersionStore & {
  activity: Activity;
  /**
   * Keeps the journey as it stands. An automatic version of a state that is already kept as the newest is left out; then the answer is
   * `undefined`.
   */
  keep(journeyId: string, wanted: Wanted): Promise<Version | undefined>;
  close(): Promise<void>;
};

type Wanted =
  | { kind: Extract<VersionKind, "auto"> }
  | { kind: Exclude<VersionKind, "auto">; name: string | null; by: Pick<Actor, "id" | "name"> };

type Deps = { db: AppDatabase; rooms: Rooms; clock: Clock; logger: Logger };

export function openHistory({ db, rooms, clock, logger }: Deps): History {
  const store = sqlVersionStore(db);
  const activity = openActivity(db, clock, logger);
  const inTurn = makeTurns();

  async function keep(journeyId: string, wanted: Wanted): Promise<Version | undefined> {
    const before = await store.latest(journeyId);
    const { file, doings } = await rooms.readDocument(journeyId, (doc) => ({
      file: exportJourney(doc),
      doings: activity.take(journeyId),
    }));
    try {
      const json = JSON.stringify(file);
      const hash = createHash("sha256").update(json).digest("hex");
      if (wanted.kind === "auto" && before?.stateHash === hash) {
        activity.giveBack(journeyId, doings);
        return undefined;
      }
      // Two versions of one journey never share a moment: their order is their moment.
      const at = Math.max(clock.now(), (before?.at ?? 0) + 1);
      const { name, by } = wanted.kind === "auto" ? { name: null, by: null } : wanted;
      const version = { id: makeId(), journeyId, at, kind: wanted.kind, name, by: by && namedOf(by) };
      return await store.add(version, { json, hash }, doings);
    } catch (error) {
      activity.giveBack(journeyId, doings);
      throw error;
    }
  }

  return {
    ...store,
    activity,
    keep: (journeyId, wanted) => inTurn(journeyId, () => keep(journeyId, wanted)),
    close: () => activity.close(),
  };
}

function namedOf({ id, name }: Pick<Actor, "id" | "name">): { id: string; name: string } {
  return { id, name };
}
