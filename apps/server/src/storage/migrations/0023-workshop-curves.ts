import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

const statements = [
  `create table "workshopStroke" ("workshopId" text not null, "stepId" text not null, "drawerId" text not null,
    "touchpointId" text not null, "v" real not null,
    primary key ("workshopId", "stepId", "drawerId", "touchpointId")) without rowid`,
  `create table "workshopHeard" ("workshopId" text not null, "stepId" text not null, "hearerId" text not null,
    "quoteId" text not null, primary key ("workshopId", "stepId", "hearerId", "quoteId")) without rowid`,
  `create table "workshopCurve" ("workshopId" text not null, "stepId" text not null, "drawers" integer not null,
    "points" text not null, primary key ("workshopId", "stepId")) without rowid`,
  `alter table "workshopDraft" add column "v" real`,
  `alter table "workshopNote" add column "v" real`,
];

export const workshopCurves: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
