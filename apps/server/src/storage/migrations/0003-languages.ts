import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Words that are kept in several languages: JSON by language, what differs from the row itself (`storage/inLanguage.ts`). */
export const languages: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const table of ["source", "contact", "quote"])
      await sql.raw(`alter table "${table}" add column "textIn" text`).execute(db);
  },
};
