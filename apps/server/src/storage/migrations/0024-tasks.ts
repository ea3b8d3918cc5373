import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

const statements = [
  `create table "task" ("id" text not null primary key, "journeyId" text not null, "thing" text not null, "text" text not null,
    "owner" text, "dueOn" text, "commentId" text, "authorId" text not null, "authorName" text not null, "at" integer not null,
    "doneAt" integer, "doneBy" text)`,
  `create index "task_journey" on "task" ("journeyId", "at")`,
  `alter table "comment" add column "parkedAt" integer`,
];

export const tasks: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
