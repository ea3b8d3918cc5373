import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

const statements = [
  `create table "journeyVersion" ("id" text not null primary key, "journeyId" text not null, "at" integer not null,
    "kind" text not null, "name" text, "byId" text, "byName" text, "people" text not null, "stateHash" text not null,
    "state" blob not null)`,
  `create index "journeyVersion_journeyId_at" on "journeyVersion" ("journeyId", "at")`,
  `create table "journeyActivity" ("journeyId" text not null, "actorId" text not null, "name" text not null,
    "edits" integer not null, "firstAt" integer not null, "lastAt" integer not null,
    primary key ("journeyId", "actorId")) without rowid`,
];

export const history: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
