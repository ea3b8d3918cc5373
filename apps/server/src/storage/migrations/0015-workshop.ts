import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

const statements = [
  `create table "workshop" ("id" text not null primary key, "journeyId" text not null, "title" text not null,
    "steps" text not null, "stepId" text not null, "timer" text not null, "contents" integer not null,
    "startedBy" text not null, "startedAt" integer not null, "endedAt" integer)`,
  // One at a time in a journey.
  `create unique index "workshop_open" on "workshop" ("journeyId") where "endedAt" is null`,
  `create table "workshopDraft" ("id" text not null primary key, "workshopId" text not null, "stepId" text not null,
    "authorId" text not null, "authorName" text not null, "text" text not null)`,
  `create index "workshopDraft_step" on "workshopDraft" ("workshopId", "stepId", "authorId")`,
  `create table "workshopNote" ("id" text not null primary key, "workshopId" text not null, "stepId" text not null,
    "place" integer not null, "text" text not null, "byName" text, "isHuman" integer)`,
  `create index "workshopNote_step" on "workshopNote" ("workshopId", "stepId", "place")`,
  `create table "workshopDot" ("workshopId" text not null, "stepId" text not null, "voterId" text not null,
    "voterName" text not null, "thing" text not null, "dots" integer not null,
    primary key ("workshopId", "stepId", "voterId", "thing")) without rowid`,
  `create table "workshopTally" ("workshopId" text not null, "stepId" text not null, "voters" integer not null,
    "results" text not null, primary key ("workshopId", "stepId")) without rowid`,
  `create table "workshopReveal" ("workshopId" text not null, "stepId" text not null,
    primary key ("workshopId", "stepId")) without rowid`,
];

export const workshop: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
