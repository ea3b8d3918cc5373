import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Rules hold the team's words, links hold ids only; both go with what they point at. */
const statements = [
  `create table "routingRule" ("id" text not null primary key,
    "journeyId" text not null references "journey" ("id") on delete cascade, "touchpointId" text not null,
    "words" text, "theme" text, "channel" text, "queue" text, "createdBy" text not null, "createdAt" integer not null)`,
  `create table "suggestedLink" ("contactId" text not null references "contact" ("id") on delete cascade,
    "journeyId" text not null references "journey" ("id") on delete cascade, "touchpointId" text not null, "ruleId" text not null,
    "state" text not null, "by" text, "at" integer not null,
    primary key ("journeyId", "touchpointId", "contactId")) without rowid`,
  `create index "suggestedLink_contact" on "suggestedLink" ("contactId")`,
];

export const intake: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
