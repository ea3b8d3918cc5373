import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

export const personas: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql.raw(`alter table "journey" add column "personas" text`).execute(db);
  },
};
