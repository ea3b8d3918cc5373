import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** The sound of a contact, and the stretch of it that a quote is. */
const statements = [
  `create table "recording" ("id" text not null primary key, "contactId" text not null unique references "contact" ("id"),
    "sourceId" text not null, "file" text not null unique, "form" text not null, "bytes" integer not null,
    "seconds" real not null, "peaks" text not null, "silenced" text not null, "createdBy" text not null,
    "createdAt" integer not null)`,
  `create index "recording_sourceId" on "recording" ("sourceId")`,
  `alter table "quote" add column "clipFrom" real`,
  `alter table "quote" add column "clipTo" real`,
];

export const recordings: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
