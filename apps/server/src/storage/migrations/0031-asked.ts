import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** The questions of a survey beside what was answered. */
export const asked: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql.raw(`alter table "contact" add column "asked" text`).execute(db);
  },
};
