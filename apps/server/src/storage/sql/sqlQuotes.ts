import type { Language } from "@polku/protocol";
import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { EvidenceStore } from "../evidenceStore.ts";
import type { AppDatabase } from "../tables.ts";
import { notErased } from "./notErased.ts";

type QuotePart = Pick<EvidenceStore, "addQuote" | "quotesById" | "listQuotes" | "changeQuote" | "themes">;

function facts(db: AppDatabase) {
  return db
    .selectFrom("quote")
    .innerJoin("contact", "contact.id", "quote.contactId")
    .innerJoin("source", (on) =>
      on.onRef("source.id", "=", "quote.sourceId").on("source.erasingAt", "is", null),
    )
    .selectAll("quote")
    .select([
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

/** A quote's themes as a language names them; as they were given where they have one name. */
export function quoteThemes(language: Language | undefined): RawBuilder<string> {
  if (language === undefined) return sql`"quote"."themes"`;
  return sql`coalesce(json_extract("quote"."textIn", ${`$.${language}.themes`}), "quote"."themes")`;
}

/** The part of the store that keeps quotes. */
export function sqlQuotes(db: AppDatabase): QuotePart {
  return {
    addQuote: async (quote) => {
      await db.insertInto("quote").values(quote).execute();
    },
    quotesById: (ids) =>
      facts(db)
        .where(sql<SqlBool>`"quote"."id" in (select "value" from json_each(${JSON.stringify(ids)}))`)
        .orderBy("quote.rowNo", "desc")
        .execute(),
    listQuotes: ({ source, contact, theme, language, before, limit }) => {
      let found = facts(db);
      if (source !== undefined) found = found.where("quote.sourceId", "=", source);
      if (contact !== undefined) found = found.where("quote.contactId", "=", contact);
      if (theme !== undefined)
        found = found.where(
          sql<SqlBool>`exists (select 1 from json_each(${quoteThemes(language)}) where "value" = ${theme})`,
        );
      if (before !== undefined) found = found.where("quote.rowNo", "<", before);
      return found.orderBy("quote.rowNo", "desc").limit(limit).execute();
    },
    changeQuote: async (id, change) => {
      if (Object.keys(change).length === 0) return;
      await db.updateTable("quote").set(change).where("id", "=", id).execute();
    },
    themes: async (language) => {
      const found = await sql<{ theme: string; count: number }>`select "theme", count(*) as "count" from (
          select distinct "contact"."id" as "of", "value" as "theme" from "contact", json_each("contact"."themes")
            where ${notErased}
          union
          select "quote"."contactId" as "of", "value" as "theme" from "quote", json_each(${quoteThemes(language)}))
        group by "theme" order by "count" desc, "theme" limit 500`.execute(db);
      return found.rows;
    },
  };
}
