import { gunzip, gzip } from "node:zlib";
import { promisify } from "node:util";
import { type JourneyFile, readJourneyFile } from "@polku/journey";
import type { JourneyVersionRow } from "../storage/historyTables.ts";
import type { AppDatabase } from "../storage/tables.ts";
import { type Doing, mergeDoings } from "./people.ts";
import { versionsToThin } from "./thinning.ts";

export const versionKinds = ["auto", "named", "before-restore"] as const;
export type VersionKind = (typeof versionKinds)[number];

/** What is told of a version; its state is read apart. */
export type Version = {
  id: string;
  journeyId: string;
  at: number;
  kind: VersionKind;
  name: string | null;
  by: { id: string; name: string } | null;
  people: Doing[];
};

const pack = promisify(gzip);
const unpack = promisify(gunzip);
const told = ["id", "journeyId", "at", "kind", "name", "byId", "byName", "people"] as const;

function toVersion(row: Pick<JourneyVersionRow, (typeof told)[number]>): Version {
  const { id, journeyId, at, name, byId, byName } = row;
  const kind = versionKinds.find((one) => one === row.kind) ?? "auto";
  const by = byId === null ? null : { id: byId, name: byName ?? "" };
  return { id, journeyId, at, kind, name, by, people: JSON.parse(row.people) as Doing[] };
}

/** The versions of journeys in `app.db`. */
export type VersionStore = {
  /** Newest first. */
  list(journeyId: string): Promise<Version[]>;
  find(journeyId: string, id: string): Promise<Version | undefined>;
  latest(journeyId: string): Promise<(Version & { stateHash: string }) | undefined>;
  /** The version just before another one. */
  before(version: Version): Promise<Version | undefined>;
  /** The journey as it was. */
  state(version: Version): Promise<JourneyFile>;
  /** Keeps a version and the people since the one before; `taken` are those who are not written down yet. */
  add(
    version: Omit<Version, "people">,
    state: { json: string; hash: string },
    taken: readonly Doing[],
  ): Promise<Version>;
  name(version: Version, name: string): Promise<void>;
  /** Removes automatic versions that stand too close for their age; who did something then is told by the next that stays. */
  thin(journeyId: string, now: number): Promise<void>;
};

export function sqlVersionStore(db: AppDatabase): VersionStore {
  const ofJourney = (journeyId: string) =>
    db.selectFrom("journeyVersion").select(told).where("journeyId", "=", journeyId);

  async function remove(version: Version): Promise<void> {
    await db.transaction().execute(async (trx) => {
      const next = await trx
        .selectFrom("journeyVersion")
        .select(["id", "people"])
        .where("journeyId", "=", version.journeyId)
        .where("at", ">", version.at)
        .orderBy("at")
        .executeTakeFirst();
      if (next !== undefined) {
        const people = mergeDoings(version.people, JSON.parse(next.people) as Doing[]);
        await trx
          .updateTable("journeyVersion")
          .set({ people: JSON.stringify(people) })
          .where("id", "=", next.id)
          .execute();
      }
      await trx.deleteFrom("journeyVersion").where("id", "=", version.id).execute();
    });
  }

  const find: VersionStore["find"] = async (journeyId, id) => {
    const row = await ofJourney(journeyId).where("id", "=", id).executeTakeFirst();
    return row === undefined ? undefined : toVersion(row);
  };

  return {
    find,
    list: async (journeyId) =>
      (await ofJourney(journeyId).orderBy("at", "desc").orderBy("id").execute()).map(toVersion),
    latest: async (journeyId) => {
      const row = await ofJourney(journeyId)
        .select("stateHash")
        .orderBy("at", "desc")
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? undefined : { ...toVersion(row), stateHash: row.stateHash };
    },
    before: async ({ journeyId, at }) => {
      const row = await ofJourney(journeyId)
        .where("at", "<", at)
        .orderBy("at", "desc")
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? undefined : toVersion(row);
    },
    state: async ({ id }) => {
      const { state } = await db
        .selectFrom("journeyVersion")
        .select("state")
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      const read = readJourneyFile(JSON.parse((await unpack(state)).toString("utf8")));
      if (!read.ok) throw new Error(`A version cannot be read: ${read.field} ${read.code}`);
      return read.value;
    },
    add: async (version, { json, hash }, taken) => {
      const state = await pack(json);
      const { id, journeyId, at, kind, name, by } = version;
      return db.transaction().execute(async (trx) => {
        const written = await trx
          .selectFrom("journeyActivity")
          .select(["actorId as id", "name", "edits", "firstAt", "lastAt"])
          .where("journeyId", "=", journeyId)
          .execute();
        const people = mergeDoings(written, taken);
        await trx
          .insertInto("journeyVersion")
          .values({
            id,
            journeyId,
            at,
            kind,
            name,
            stateHash: hash,
            state,
            byId: by?.id ?? null,
            byName: by?.name ?? null,
            people: JSON.stringify(people),
          })
          .execute();
        await trx.deleteFrom("journeyActivity").where("journeyId", "=", journeyId).execute();
        return { ...version, people };
      });
    },
    name: async ({ id }, name) => {
      await db.updateTable("journeyVersion").set({ name, kind: "named" }).where("id", "=", id).execute();
    },
    thin: async (journeyId, now) => {
      const automatic = await ofJourney(journeyId).where("kind", "=", "auto").execute();
      for (const id of versionsToThin(automatic, now)) {
        const version = await find(journeyId, id);
        if (version !== undefined) await remove(version);
      }
    },
  };
}
