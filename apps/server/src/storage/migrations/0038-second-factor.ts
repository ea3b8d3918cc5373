import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** A second factor of an account, and the codes for whoever has lost it. */
const statements = [
  `create table "secondFactor" ("userId" text not null primary key, "secret" blob not null, "createdAt" integer not null,
    "confirmedAt" integer, "lastCounter" integer not null) without rowid`,
  `create table "recoveryCode" ("userId" text not null, "codeHash" text not null, "usedAt" integer,
    primary key ("userId", "codeHash")) without rowid`,
];

export const secondFactor: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
