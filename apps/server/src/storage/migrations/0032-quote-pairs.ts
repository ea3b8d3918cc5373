import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What somebody said and what they did, joined by a person; which is which the quotes say themselves. It goes with either of them. */
export const quotePairs: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`create table "quotePair" (
      "one" text not null references "quote" ("id") on delete cascade,
      "other" text not null references "quote" ("id") on delete cascade,
      "by" text not null, "at" integer not null, primary key ("one", "other")) without rowid`.execute(db);
    await sql`create index "quotePairOther" on "quotePair" ("other")`.execute(db);
  },
};
