import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

export const broughtPlaces: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql.raw(`alter table "workshop" add column "brought" text`).execute(db);
  },
};
