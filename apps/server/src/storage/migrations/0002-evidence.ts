import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

const statements = [
  `create table "source" ("id" text not null primary key, "kind" text not null, "title" text not null, "fileName" text,
    "fileHash" text, "sample" integer not null, "collectedFrom" integer, "collectedTo" integer, "invited" integer,
    "responded" integer, "samplingNote" text, "purpose" text, "consentBasis" text not null, "retentionUntil" integer,
    "createdBy" text not null, "createdAt" integer not null)`,
  `create index "source_fileHash" on "source" ("fileHash")`,
  `create table "sourceImport" ("id" text not null primary key,
    "sourceId" text not null references "source" ("id") on delete cascade, "fileName" text not null,
    "state" text not null, "read" integer not null, "kept" integer not null, "duplicates" integer not null,
    "skippedCount" integer not null, "skipped" text not null, "reason" text, "warnings" text not null,
    "createdAt" integer not null, "endedAt" integer)`,
  `create index "sourceImport_sourceId" on "sourceImport" ("sourceId")`,
  `create table "contact" ("rowNo" integer primary key autoincrement, "id" text not null unique,
    "sourceId" text not null references "source" ("id"), "hash" text not null, "externalId" text, "occurredAt" integer,
    "respondentKey" text, "lang" text not null, "text" text not null, "ratingScale" text, "ratingX" real,
    "channel" text, "themes" text not null, "thread" text)`,
  `create unique index "contact_sourceId_hash" on "contact" ("sourceId", "hash")`,
  `create index "contact_occurredAt" on "contact" ("occurredAt")`,
  // Not folding ä to a: in Finnish they are different letters (sääri and saari).
  `create virtual table "contactSearch" using fts5("stems", tokenize = "unicode61 remove_diacritics 0")`,
  `create virtual table "contactSearchTerms" using fts5vocab("contactSearch", 'row')`,
  `create table "term" ("stem" text not null primary key) without rowid`,
  `create table "quote" ("rowNo" integer primary key autoincrement, "id" text not null unique,
    "contactId" text not null references "contact" ("id"), "sourceId" text not null, "start" integer not null,
    "end" integer not null, "text" text not null, "speaker" text not null, "valence" real, "vBy" text,
    "themes" text not null, "manner" text not null, "moment" text, "personaId" text, "by" text not null,
    "createdAt" integer not null, "withdrawnAt" integer)`,
  `create index "quote_contactId" on "quote" ("contactId")`,
  `create index "quote_sourceId" on "quote" ("sourceId")`,
  `create table "tombstone" ("id" text not null primary key, "what" text not null, "erasedAt" integer not null,
    "by" text not null)`,
];

export const evidenceTables: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
