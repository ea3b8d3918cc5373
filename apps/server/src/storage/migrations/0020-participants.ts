import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

const statements = [
  `create table "participantLink" ("id" text not null primary key, "journeyId" text not null, "secretHash" text not null unique,
    "asks" text not null, "sourceId" text not null, "createdBy" text not null, "createdAt" integer not null, "revokedAt" integer)`,
  `create index "participantLink_journey" on "participantLink" ("journeyId", "createdAt")`,
  // That somebody agreed, to which text and when; never who they are or what they said.
  `create table "participantConsent" ("contactId" text not null primary key, "linkId" text not null, "textVersion" text not null,
    "lang" text not null, "at" integer not null) without rowid`,
  `create index "participantConsent_link" on "participantConsent" ("linkId")`,
];

export const participants: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
