import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

export const rememberedMappings: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`create table "rememberedMapping" ("headingsHash" text not null primary key, "mapping" text not null,
      "changedAt" integer not null)`.execute(db);
  },
};
