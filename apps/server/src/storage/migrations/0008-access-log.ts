import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Rows are added, never changed; they go only from the old end, as far as `accessLogEnd` says. */
const statements = [
  `create table "accessLog" ("seq" integer primary key, "at" integer not null, "who" text not null, "deed" text not null,
    "what" text not null, "thing" text not null, "count" integer, "before" text not null, "hash" text not null)`,
  `create index "accessLog_at" on "accessLog" ("at")`,
  `create table "accessLogEnd" ("one" integer primary key check ("one" = 1), "seq" integer not null)`,
  `insert into "accessLogEnd" values (1, 0)`,
  `create trigger "accessLog_unchanged" before update on "accessLog"
    begin select raise(abort, 'the access log is never changed'); end`,
  `create trigger "accessLog_kept" before delete on "accessLog"
    when old."seq" > (select "seq" from "accessLogEnd")
    begin select raise(abort, 'the access log is kept for 12 months'); end`,
];

export const accessLog: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
