import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

export const images: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql
      .raw(
        `create table "journeyImage" ("journeyId" text not null, "id" text not null, "type" text not null, "bytes" blob not null,
          "size" integer not null, "createdBy" text not null, "createdAt" integer not null, primary key ("journeyId", "id"))`,
      )
      .execute(db);
  },
};
