import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** The picture of a contact. */
const statements = [
  `create table "picture" ("id" text not null primary key, "contactId" text not null unique references "contact" ("id"),
    "sourceId" text not null, "file" text not null unique, "type" text not null, "bytes" integer not null,
    "width" integer not null, "height" integer not null, "createdBy" text not null, "createdAt" integer not null)`,
  `create index "picture_sourceId" on "picture" ("sourceId")`,
];

export const pictures: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
