import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

const statements = [
  `create table "comment" ("id" text not null primary key, "journeyId" text not null, "threadId" text not null,
    "thing" text not null, "authorId" text not null, "authorName" text not null, "text" text not null,
    "at" integer not null, "editedAt" integer, "resolvedAt" integer, "resolvedBy" text)`,
  `create index "comment_journey" on "comment" ("journeyId", "threadId", "at")`,
  `create table "commentMention" ("commentId" text not null, "personId" text not null, "seenAt" integer,
    primary key ("commentId", "personId")) without rowid`,
];

export const comments: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
