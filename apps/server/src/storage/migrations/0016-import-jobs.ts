import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What an import that has not ended needs to be gone on with after a restart; it goes when the import ends, or with its source. */
const statements = [
  `create table "importJob" ("importId" text not null primary key references "sourceImport" ("id") on delete cascade,
    "job" text not null, "starts" integer not null default 0) without rowid`,
];

export const importJobs: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
