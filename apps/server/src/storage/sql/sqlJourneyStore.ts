import type { JourneyStore } from "../journeyStore.ts";
import type { AppDatabase } from "../tables.ts";

/** The journeys of `app.db`. */
export function sqlJourneyStore(db: AppDatabase): JourneyStore {
  return {
    add: async (journey) => {
      await db.insertInto("journey").values(journey).execute();
    },
    find: (id) =>
      db
        .selectFrom("journey")
        .selectAll()
        .where("id", "=", id)
        .where("deletedAt", "is", null)
        .executeTakeFirst(),
    list: () =>
      db
        .selectFrom("journey")
        .selectAll()
        .where("deletedAt", "is", null)
        .orderBy("changedAt", "desc")
        .orderBy("id")
        .execute(),
    findTrashed: (id) =>
      db
        .selectFrom("journey")
        .selectAll()
        .where("id", "=", id)
        .where("deletedAt", "is not", null)
        .executeTakeFirst(),
    listTrashed: () =>
      db
        .selectFrom("journey")
        .selectAll()
        .where("deletedAt", "is not", null)
        .orderBy("deletedAt", "desc")
        .orderBy("id")
        .execute(),
    change: async (id, change) => {
      if (Object.keys(change).length === 0) return;
      await db.updateTable("journey").set(change).where("id", "=", id).execute();
    },
  };
}
