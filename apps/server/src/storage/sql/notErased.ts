import { type SqlBool, sql } from "kysely";

/** Contacts of a source that is being erased are gone for everyone, though their rows may still be there. */
export const notErased = sql<SqlBool>`"contact"."sourceId" not in
  (select "id" from "source" where "erasingAt" is not null)`;
