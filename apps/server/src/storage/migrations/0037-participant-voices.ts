import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** To which text about their voice a participant agreed, and by what their answer is known when it is sent again. */
export const participantVoices: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql.raw(`alter table "participantConsent" add column "soundVersion" text`).execute(db);
    await sql.raw(`alter table "participantConsent" add column "answerHash" text`).execute(db);
    await sql
      .raw(`create index "participantConsent_answer" on "participantConsent" ("linkId", "answerHash")`)
      .execute(db);
  },
};
