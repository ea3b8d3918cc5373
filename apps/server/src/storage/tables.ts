import type { Kysely } from "kysely";
import type { PrivacyTables } from "./accessLogTables.ts";
import type { CommentTables } from "./commentTables.ts";
import type { EvidenceTables } from "./evidenceTables.ts";
import type { HistoryTables } from "./historyTables.ts";
import type { ImageTables } from "./imageTables.ts";
import type { IntakeTables } from "./intakeTables.ts";
import type { MemberTables } from "./memberTables.ts";
import type { ParticipantTables } from "./participantTables.ts";
import type { TaskTables } from "./taskTables.ts";
import type { WorkshopTables } from "./workshopTables.ts";

/** Moments are ms since 1970; a `…Hash` is lower-case hex; `journeyId` "*" stands for every journey. */
export type JourneyRow = {
  id: string;
  title: string;
  lang: string;
  createdBy: string;
  createdAt: number;
  changedAt: number;
  archivedAt: number | null;
  deletedAt: number | null;
  /** The journey whose future state it is; null for a journey of its own. */
  futureOf: string | null;
  /** 0–3, as in the document. */
  level: number;
  /** Where its stages and touchpoints lead, as in the document: a JSON list of `{stageId, journeyId}` and `{touchpointId, journeyId}`. */
  below: string;
  /** Its personas, as in the document: a JSON list; null until they were read once. */
  personas: string | null;
};

export type ShareLinkRow = {
  id: string;
  journeyId: string;
  role: string;
  secretHash: string;
  passwordHash: string | null;
  expiresAt: number | null;
  createdBy: string;
  createdAt: number;
  revokedAt: number | null;
  uses: number;
  /** 1: who comes by it waits until somebody lets them in. */
  lobby: number;
};

type MemberRow = {
  journeyId: string;
  userId: string;
  role: string;
  linkId: string;
  joinedAt: number;
  /** Since when they wait in the lobby; null when they are in. */
  waitsSince: number | null;
  /** When they were shown out; no link to this journey lets them in again. */
  removedAt: number | null;
};

export type ApiTokenRow = {
  id: string;
  name: string;
  tokenHash: string;
  role: string;
  journeyId: string;
  createdAt: number;
  revokedAt: number | null;
};

type SignInLinkRow = { tokenHash: string; createdAt: number; usedAt: number | null };

type CommandReceiptRow = {
  journeyId: string;
  commandId: string;
  actorId: string;
  result: string;
  createdAt: number;
};

/** What the sign-in library keeps; we only read it. */
type UserRow = {
  id: string;
  name: string;
  email: string;
  emailVerified: number;
  image: string | null;
  createdAt: string;
  updatedAt: string;
  kind: string;
  colour: string;
};

type CoreTables = {
  journey: JourneyRow;
  shareLink: ShareLinkRow;
  member: MemberRow;
  apiToken: ApiTokenRow;
  signInLink: SignInLinkRow;
  commandReceipt: CommandReceiptRow;
  user: UserRow;
};

/** Every table of `app.db`. A new noun adds its own `…Tables` type here and a migration in `migrations/`. */
export type AppTables = CoreTables &
  EvidenceTables &
  PrivacyTables &
  HistoryTables &
  MemberTables &
  ParticipantTables &
  WorkshopTables &
  IntakeTables &
  TaskTables &
  ImageTables &
  CommentTables;

export type AppDatabase = Kysely<AppTables>;
