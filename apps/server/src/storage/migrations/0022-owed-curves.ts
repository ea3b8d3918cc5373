import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

export const owedCurves: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql.raw(`alter table "participantConsent" add column "owed" text`).execute(db);
  },
};
