import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

const statements = [
  `create table "workspaceMember" ("userId" text not null primary key references "user" ("id") on delete cascade,
    "role" text not null, "joinedAt" integer not null, "invitedBy" text not null, "suspendedAt" integer) without rowid`,
  `create table "invitation" ("id" text not null primary key, "secretHash" text not null unique, "role" text not null,
    "email" text, "createdBy" text not null, "createdAt" integer not null, "expiresAt" integer not null,
    "usedAt" integer, "usedBy" text, "revokedAt" integer)`,
  `create table "credential" ("userId" text not null primary key references "user" ("id") on delete cascade,
    "passwordHash" text not null, "changedAt" integer not null) without rowid`,
  `create table "oidcIdentity" ("issuer" text not null, "subject" text not null,
    "userId" text not null references "user" ("id") on delete cascade, "createdAt" integer not null,
    primary key ("issuer", "subject")) without rowid`,
];

export const members: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
