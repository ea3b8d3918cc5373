import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

export const exposure: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql
      .raw(
        `create table "exposure" ("personId" text not null primary key, "since" integer not null) without rowid`,
      )
      .execute(db);
  },
};
