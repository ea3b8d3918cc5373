import { type SqlBool, sql } from "kysely";
import type { EvidenceStore } from "../evidenceStore.ts";
import type { AppDatabase } from "../tables.ts";
import { retag } from "./sqlTags.ts";
import { quoteThemes, renameTheme, setTheme, themeFamily, themes } from "./sqlThemes.ts";

type QuotePart = Pick<
  EvidenceStore,
  | "addQuote"
  | "quotesById"
  | "quotesOfContacts"
  | "listQuotes"
  | "changeQuote"
  | "themes"
  | "setTheme"
  | "renameTheme"
>;

function facts(db: AppDatabase) {
  return db
    .selectFrom("quote")
    .innerJoin("contact", "contact.id", "quote.contactId")
    .innerJoin("source", (on) =>
      on.onRef("source.id", "=", "quote.sourceId").on("source.erasingAt", "is", null),
    )
    .leftJoin("recording", "recording.contactId", "quote.contactId")
    .selectAll("quote")
    .select([
      "recording.seconds as soundSeconds",
      // A conversation may be long: it is fetched only where it says when its words were spoken, and can be heard.
      sql<string | null>`case when "recording"."id" is not null then "contact"."thread" end`.as("thread"),
      sql<string | null>`case when "recording"."id" is not null then "contact"."textIn" end`.as(
        "contactTextIn",
      ),
      "source.title as sourceTitle",
      "source.textIn as sourceTextIn",
      "source.kind as kind",
      "source.sample as sample",
      "contact.respondentKey as respondentKey",
      "contact.occurredAt as occurredAt",
      "contact.channel as channel",
      "contact.lang as lang",
    ]);
}

/** The part of the store that keeps quotes. */
export function sqlQuotes(db: AppDatabase): QuotePart {
  return {
    addQuote: (quote) =>
      db.transaction().execute(async (tx) => {
        await tx.insertInto("quote").values(quote).execute();
        await retag(tx, [quote.contactId]);
      }),
    quotesById: (ids) =>
      facts(db)
        .where(sql<SqlBool>`"quote"."id" in (select "value" from json_each(${JSON.stringify(ids)}))`)
        .orderBy("quote.rowNo", "desc")
        .execute(),
    quotesOfContacts: (ids) =>
      facts(db)
        .where(sql<SqlBool>`"quote"."contactId" in (select "value" from json_each(${JSON.stringify(ids)}))`)
        .orderBy("quote.rowNo", "desc")
        .execute(),
    listQuotes: async ({ source, contact, theme, language, before, limit }) => {
      let found = facts(db);
      if (source !== undefined) found = found.where("quote.sourceId", "=", source);
      if (contact !== undefined) found = found.where("quote.contactId", "=", contact);
      if (theme !== undefined)
        found = found.where(
          sql<SqlBool>`exists (select 1 from json_each(${quoteThemes(language)}) where "value" in
            (select "value" from json_each(${JSON.stringify(await themeFamily(db, theme))})))`,
        );
      if (before !== undefined) found = found.where("quote.rowNo", "<", before);
      return found.orderBy("quote.rowNo", "desc").limit(limit).execute();
    },
    changeQuote: async (id, change) => {
      if (Object.keys(change).length === 0) return;
      await db.transaction().execute(async (tx) => {
        const changed = await tx
          .updateTable("quote")
          .set(change)
          .where("id", "=", id)
          .returning("contactId")
          .execute();
        await retag(
          tx,
          changed.map(({ contactId }) => contactId),
        );
      });
    },
    themes: (language) => themes(db, language),
    setTheme: (row) => setTheme(db, row),
    renameTheme: (asked) => renameTheme(db, asked),
  };
}
