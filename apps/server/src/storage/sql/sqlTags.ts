import { sql } from "kysely";
import type { TriageState } from "../evidenceStore.ts";
import type { AppDatabase } from "../tables.ts";
import { place } from "../place.ts";
import { tagsOf } from "./tags.ts";

/** Writes the tags of contacts anew, after something was done with them: a quote, a theme, a feeling, read or set aside. */
export async function retag(tx: AppDatabase, contactIds: readonly string[]): Promise<void> {
  for (const id of contactIds) {
    const contact = await tx
      .selectFrom("contact")
      .leftJoin("contactTriage", "contactTriage.contactId", "contact.id")
      .where("contact.id", "=", id)
      .select(["sourceId", "channel", "themes", "ratingScale", "ratingX", "contactTriage.state"])
      .select(place.as("place"))
      .executeTakeFirst();
    if (contact === undefined) continue;
    const quotes = await tx
      .selectFrom("quote")
      .where("contactId", "=", id)
      .select(["valence", "themes", "textIn"])
      .execute();
    const tags = tagsOf(contact, quotes, triageOf(contact.state));
    await sql`update "contactSearch" set "tags" = ${tags} where "rowid" = cast(${contact.place} as integer)`.execute(
      tx,
    );
  }
}

export function triageOf(state: string | null | undefined): TriageState {
  return state === "read" || state === "aside" ? state : "unread";
}

/** Keeps what somebody did with contacts; those that are not there are passed over. `at` in ms since 1970. */
export async function setTriage(
  db: AppDatabase,
  { ids, state, by, at }: { ids: readonly string[]; state: TriageState; by: string; at: number },
): Promise<string[]> {
  return db.transaction().execute(async (tx) => {
    const there = await tx
      .selectFrom("contact")
      .innerJoin("source", (on) =>
        on.onRef("source.id", "=", "contact.sourceId").on("source.erasingAt", "is", null),
      )
      .where("contact.id", "in", [...ids])
      .select("contact.id")
      .execute();
    const known = there.map(({ id }) => id);
    if (known.length === 0) return [];
    if (state === "unread") await tx.deleteFrom("contactTriage").where("contactId", "in", known).execute();
    else
      await tx
        .insertInto("contactTriage")
        .values(known.map((contactId) => ({ contactId, state, by, at })))
        .onConflict((same) => same.column("contactId").doUpdateSet({ state, by, at }))
        .execute();
    await retag(tx, known);
    return known;
  });
}
