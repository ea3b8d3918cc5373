import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

const twoYearsOn = `cast(strftime('%s', "createdAt" / 1000, 'unixepoch', '+24 months') as integer) * 1000`;

/** How long a source's words and its people's keys are kept; that a source is being erased; why something was, and whether its bytes are out of the files. */
const statements = [
  `alter table "source" add column "identityUntil" integer`,
  `alter table "source" add column "erasingAt" integer`,
  `create index "source_erasingAt" on "source" ("erasingAt") where "erasingAt" is not null`,
  `update "source" set "identityUntil" = ${twoYearsOn} where "sample" = 0`,
  `update "source" set "retentionUntil" = ${twoYearsOn} where "sample" = 0 and "retentionUntil" is null`,
  `alter table "tombstone" add column "reason" text not null default 'other'`,
  `alter table "tombstone" add column "sweptAt" integer`,
  `update "tombstone" set "sweptAt" = "erasedAt"`,
  `alter table "rememberedMapping" add column "sourceId" text`,
  `create index "contact_respondentKey" on "contact" ("respondentKey")`,
  `create table "dailyRun" ("name" text not null primary key, "ranAt" integer not null)`,
];

export const privacy: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
