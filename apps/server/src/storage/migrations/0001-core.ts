import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** The tables of the sign-in library, in the shape its own schema asks for. */
const signInTables = [
  `create table "user" ("id" text not null primary key, "name" text not null, "email" text not null unique,
    "emailVerified" integer not null, "image" text, "createdAt" date not null, "updatedAt" date not null,
    "kind" text not null, "colour" text not null)`,
  `create table "session" ("id" text not null primary key, "expiresAt" date not null, "token" text not null unique,
    "createdAt" date not null, "updatedAt" date not null, "ipAddress" text, "userAgent" text,
    "userId" text not null references "user" ("id") on delete cascade)`,
  `create table "account" ("id" text not null primary key, "accountId" text not null, "providerId" text not null,
    "userId" text not null references "user" ("id") on delete cascade, "accessToken" text, "refreshToken" text,
    "idToken" text, "accessTokenExpiresAt" date, "refreshTokenExpiresAt" date, "scope" text, "password" text,
    "createdAt" date not null, "updatedAt" date not null)`,
  `create table "verification" ("id" text not null primary key, "identifier" text not null, "value" text not null,
    "expiresAt" date not null, "createdAt" date not null, "updatedAt" date not null)`,
  `create index "session_userId_idx" on "session" ("userId")`,
  `create index "account_userId_idx" on "account" ("userId")`,
  `create index "verification_identifier_idx" on "verification" ("identifier")`,
];

async function journeyTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("journey")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("lang", "text", (c) => c.notNull())
    .addColumn("createdBy", "text", (c) => c.notNull())
    .addColumn("createdAt", "integer", (c) => c.notNull())
    .addColumn("changedAt", "integer", (c) => c.notNull())
    .addColumn("archivedAt", "integer")
    .addColumn("deletedAt", "integer")
    .execute();
  await db.schema
    .createTable("commandReceipt")
    .addColumn("journeyId", "text", (c) => c.notNull())
    .addColumn("commandId", "text", (c) => c.notNull())
    .addColumn("actorId", "text", (c) => c.notNull())
    .addColumn("result", "text", (c) => c.notNull())
    .addColumn("createdAt", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("commandReceipt_pk", ["journeyId", "actorId", "commandId"])
    .execute();
}

async function rightsTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("shareLink")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("journeyId", "text", (c) => c.notNull())
    .addColumn("role", "text", (c) => c.notNull())
    .addColumn("secretHash", "text", (c) => c.notNull().unique())
    .addColumn("passwordHash", "text")
    .addColumn("expiresAt", "integer")
    .addColumn("createdBy", "text", (c) => c.notNull())
    .addColumn("createdAt", "integer", (c) => c.notNull())
    .addColumn("revokedAt", "integer")
    .addColumn("uses", "integer", (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable("member")
    .addColumn("journeyId", "text", (c) => c.notNull())
    .addColumn("userId", "text", (c) => c.notNull())
    .addColumn("role", "text", (c) => c.notNull())
    .addColumn("linkId", "text", (c) => c.notNull())
    .addColumn("joinedAt", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("member_pk", ["userId", "journeyId", "linkId"])
    .execute();
  await db.schema
    .createTable("apiToken")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("tokenHash", "text", (c) => c.notNull().unique())
    .addColumn("role", "text", (c) => c.notNull())
    .addColumn("journeyId", "text", (c) => c.notNull())
    .addColumn("createdAt", "integer", (c) => c.notNull())
    .addColumn("revokedAt", "integer")
    .execute();
  await db.schema
    .createTable("signInLink")
    .addColumn("tokenHash", "text", (c) => c.primaryKey())
    .addColumn("createdAt", "integer", (c) => c.notNull())
    .addColumn("usedAt", "integer")
    .execute();
  await db.schema.createIndex("shareLink_journeyId").on("shareLink").column("journeyId").execute();
}

export const coreTables: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of signInTables) await sql.raw(statement).execute(db);
    await journeyTables(db);
    await rightsTables(db);
  },
};
