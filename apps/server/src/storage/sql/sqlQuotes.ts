import type { Language } from "@polku/protocol";
import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { EvidenceStore } from "../evidenceStore.ts";
import type { AppDatabase } from "../tables.ts";
import { notErased } from "./notErased.ts";
import { retag } from "./sqlTags.ts";
import { themeOf, themeTags } from "./tags.ts";

type QuotePart = Pick<
  EvidenceStore,
  "addQuote" | "quotesById" | "quotesOfContacts" | "listQuotes" | "changeQuote" | "themes"
>;

type ThemeCount = { theme: string; count: number };

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

/** A quote's themes as a language names them; as they were given where they have one name. */
export function quoteThemes(language: Language | undefined): RawBuilder<string> {
  if (language === undefined) return sql`"quote"."themes"`;
  return sql`coalesce(json_extract("quote"."textIn", ${`$.${language}.themes`}), "quote"."themes")`;
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
    themes: async (language) =>
      (await isErasing(db)) ? themesOfRows(db, language) : themesOfIndex(db, language),
  };
}

/** While a source is being swept out the index still holds its themes: then the rows tell, which takes longer. */
async function isErasing(db: AppDatabase): Promise<boolean> {
  const one = db.selectFrom("source").select("id").where("erasingAt", "is not", null).limit(1);
  return (await one.executeTakeFirst()) !== undefined;
}

const mostThemes = 500;

async function themesOfRows(db: AppDatabase, language: Language | undefined): Promise<ThemeCount[]> {
  const found = await sql<ThemeCount>`select "theme", count(*) as "count" from (
      select distinct "contact"."id" as "of", "value" as "theme" from "contact", json_each("contact"."themes")
        where ${notErased}
      union
      select "quote"."contactId" as "of", "value" as "theme" from "quote", json_each(${quoteThemes(language)}))
    group by "theme" order by "count" desc, "theme" limit ${mostThemes}`.execute(db);
  return found.rows;
}

/** The tags of themes with how many contacts bear each: read off the index, without a row. */
async function themesOfIndex(db: AppDatabase, language: Language | undefined): Promise<ThemeCount[]> {
  const [first, after] = themeTags;
  const { rows } = await sql<{ term: string; doc: number }>`select "term", "doc" from "contactSearchTerms"
    where "term" >= ${first} and "term" < ${after}`.execute(db);
  const counts = new Map<string, number>();
  for (const { term, doc } of rows) {
    const named = themeOf(term);
    if (named === null || (named.language !== "" && named.language !== (language ?? "fi"))) continue;
    counts.set(named.theme, (counts.get(named.theme) ?? 0) + doc);
  }
  return [...counts]
    .map(([theme, count]) => ({ theme, count }))
    .toSorted((a, b) => b.count - a.count || (a.theme < b.theme ? -1 : 1))
    .slice(0, mostThemes);
}
