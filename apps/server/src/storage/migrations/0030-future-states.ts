import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

export const futureStates: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql.raw(`alter table "journey" add column "futureOf" text`).execute(db);
  },
};
