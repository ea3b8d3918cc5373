import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

export const themes: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql
      .raw(
        `create table "theme" ("name" text not null primary key, "under" text, "colour" text) without rowid`,
      )
      .execute(db);
  },
};
