import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * What is summed over a whole library is read off indexes: how many contacts a source has, from when to when, and their scores. Moments alone
 * are asked of the full-text index since its rows are in their order.
 */
const statements = [
  `create index "contact_sourceId_occurredAt" on "contact" ("sourceId", "occurredAt")`,
  `create index "contact_score" on "contact" ("sourceId", "ratingScale", "ratingX", "occurredAt") where "ratingX" is not null`,
  `drop index "contact_occurredAt"`,
];

export const librarySums: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
