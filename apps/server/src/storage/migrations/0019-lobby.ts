import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

const statements = [
  `alter table "shareLink" add column "lobby" integer not null default 0`,
  // Both are null for those who came in by a link before there was a lobby: they are in.
  `alter table "member" add column "waitsSince" integer`,
  `alter table "member" add column "removedAt" integer`,
];

export const lobby: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
