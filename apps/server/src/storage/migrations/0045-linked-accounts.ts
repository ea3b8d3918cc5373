import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What the provider calls somebody, so that they see which of their accounts is linked. Nobody is found by it. */
export const linkedAccounts: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql.raw(`alter table "oidcIdentity" add column "account" text`).execute(db);
  },
};
