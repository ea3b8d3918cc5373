import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

export const levels: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql.raw(`alter table "journey" add column "level" integer not null default 1`).execute(db);
    await sql.raw(`alter table "journey" add column "below" text not null default '[]'`).execute(db);
  },
};
