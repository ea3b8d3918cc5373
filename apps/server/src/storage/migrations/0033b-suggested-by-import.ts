import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** How many links the rules suggested for what an import brought. */
export const suggestedByImport: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql.raw(`alter table "sourceImport" add column "suggested" integer not null default 0`).execute(db);
  },
};
