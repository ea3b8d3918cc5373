import { sql } from "kysely";
import { backwards, place } from "../place.ts";
import type { AppDatabase } from "../tables.ts";
import { notErased } from "./notErased.ts";

/** What a picture shows, as it is kept: the stems of the words are what the index holds of them. */
export type Caption = { text: string; lang: string; stems: readonly string[] };

/** Done, or there is no such contact, or words of a quote would be gone: these. */
export type Reworded = { is: "done" } | { is: "unknown" } | { is: "quoted"; words: string };

/** Writes what a picture shows otherwise, in the index too, and moves its quotes to where their words stand now; all of it or nothing. */
export function reword(
  db: AppDatabase,
  contactId: string,
  { text, lang, stems }: Caption,
): Promise<Reworded> {
  return db.transaction().execute(async (tx): Promise<Reworded> => {
    const contact = await tx
      .selectFrom("contact")
      .innerJoin("picture", "picture.contactId", "contact.id")
      .select(place.as("place"))
      .where("contact.id", "=", contactId)
      .where(notErased)
      .executeTakeFirst();
    if (contact === undefined) return { is: "unknown" };
    const quotes = await tx
      .selectFrom("quote")
      .select(["id", "text", "start"])
      .where("contactId", "=", contactId)
      .execute();
    for (const quote of quotes) {
      const start = nearest(text, quote.text, quote.start);
      if (start === null) return { is: "quoted", words: quote.text };
      const end = start + quote.text.length;
      await tx.updateTable("quote").set({ start, end }).where("id", "=", quote.id).execute();
    }
    await tx.updateTable("contact").set({ text, lang }).where("id", "=", contactId).execute();
    await sql`update "contactSearch" set "stems" = ${stems.join(" ")}
      where "rowid" = cast(${contact.place} as integer)`.execute(tx);
    await sql`insert or ignore into "term" ("stem", "back") select "value" ->> 0, "value" ->> 1
      from json_each(${JSON.stringify(stems.map((stem) => [stem, backwards(stem)]))})`.execute(tx);
    return { is: "done" };
  });
}

/** Where words stand in a text nearest to a place; null when they do not. */
function nearest(text: string, words: string, at: number): number | null {
  const [after, before] = [text.indexOf(words, at), text.lastIndexOf(words, at)];
  if (after < 0 || before < 0) return after < 0 && before < 0 ? null : Math.max(after, before);
  return after - at < at - before ? after : before;
}
