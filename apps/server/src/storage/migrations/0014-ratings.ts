import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** How a second person rated a quote without seeing the first rating; it goes with the quote. */
export const ratings: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`create table "quoteRating" (
      "quoteId" text not null references "quote" ("id") on delete cascade, "by" text not null,
      "valence" real not null, "at" integer not null, primary key ("quoteId", "by"))`.execute(db);
  },
};
