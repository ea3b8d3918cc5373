import type { Language } from "@polku/protocol";
import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { EvidenceStore } from "../evidenceStore.ts";
import type { QuoteRow, ThemeRow } from "../evidenceTables.ts";
import { place } from "../place.ts";
import type { AppDatabase } from "../tables.ts";
import {
  afterRenaming,
  familyOf,
  type ListedTheme,
  listThemes,
  parentsIn,
  renamedIn,
  renamedInLanguage,
} from "../themeTree.ts";
import { notErased } from "./notErased.ts";
import { retag } from "./sqlTags.ts";
import { tag, themeOf, themesAsTags, themeTags } from "./tags.ts";

type ThemeCount = { theme: string; count: number };
type Renaming = Parameters<EvidenceStore["renameTheme"]>[0];

/** A quote's themes as a language names them; as they were given where they have one name. */
export function quoteThemes(language: Language | undefined): RawBuilder<string> {
  if (language === undefined) return sql`"quote"."themes"`;
  return sql`coalesce(json_extract("quote"."textIn", ${`$.${language}.themes`}), "quote"."themes")`;
}

/** A theme and those that stand under it. */
export async function themeFamily(db: AppDatabase, theme: string): Promise<string[]> {
  return familyOf(await db.selectFrom("theme").selectAll().where("under", "=", theme).execute(), theme);
}

/** Every theme with how many contacts bear it or one under it, the commonest first. */
export async function themes(db: AppDatabase, language: Language | undefined): Promise<ListedTheme[]> {
  const rows = await db.selectFrom("theme").selectAll().execute();
  const gone = await db.selectFrom("source").select("id").where("erasingAt", "is not", null).execute();
  // While a source is being swept out the index still holds its themes: then the rows tell, which takes longer.
  const counts = await (gone.length > 0 ? themesOfRows(db, language) : themesOfIndex(db, language));
  const together = new Map<string, number>();
  for (const parent of parentsIn(rows)) {
    const without = gone.map(({ id }) => tag.source(id));
    together.set(parent, await bearing(db, themesAsTags(familyOf(rows, parent), language), without));
  }
  return listThemes(counts, rows, together);
}

function quoted(tags: readonly string[]): string {
  return tags.map((one) => `"${one}"`).join(" OR ");
}

/** How many contacts have one of these tags and none of those. */
async function bearing(
  db: AppDatabase,
  tags: readonly string[],
  without: readonly string[] = [],
): Promise<number> {
  const match = without.length === 0 ? quoted(tags) : `(${quoted(tags)}) NOT (${quoted(without)})`;
  const { rows } = await sql<{
    n: number;
  }>`select count(*) as "n" from "contactSearch" where "contactSearch" match ${match}`.execute(db);
  return rows[0]?.n ?? 0;
}

async function themesOfRows(db: AppDatabase, language: Language | undefined): Promise<ThemeCount[]> {
  const found = await sql<ThemeCount>`select "theme", count(*) as "count" from (
      select distinct "contact"."id" as "of", "value" as "theme" from "contact", json_each("contact"."themes")
        where ${notErased}
      union
      select "quote"."contactId" as "of", "value" as "theme" from "quote", json_each(${quoteThemes(language)}))
    group by "theme"`.execute(db);
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
  return [...counts].map(([theme, count]) => ({ theme, count }));
}

export async function setTheme(db: AppDatabase, row: ThemeRow): Promise<void> {
  if (row.under === null && row.colour === null)
    await db.deleteFrom("theme").where("name", "=", row.name).execute();
  else await db.replaceInto("theme").values(row).execute();
}

/**
 * Names a theme otherwise in contacts and quotes, in the index, in saved searches and in what the team made of it. Contacts without quotes
 * change in one statement: they may be a hundred thousand. Those with quotes are tagged anew one by one.
 */
export async function renameTheme(
  db: AppDatabase,
  asked: Renaming,
): Promise<{ contacts: number; quoteIds: string[] }> {
  const { from, to, language } = asked;
  return db.transaction().execute(async (tx) => {
    const contacts = await bearing(tx, themesAsTags([from], language));
    const isThere = (await bearing(tx, themesAsTags([to], language))) > 0;
    const quotes = await renameInQuotes(tx, asked);
    await renameInContacts(tx, asked);
    await retag(tx, [...new Set(quotes.map(({ contactId }) => contactId))]);
    await sql`update "savedSearch" set "search" = json_set("search", '$.theme', ${to})
      where json_extract("search", '$.theme') = ${from}`.execute(tx);
    const rows = afterRenaming(await tx.selectFrom("theme").selectAll().execute(), { from, to, isThere });
    await tx.deleteFrom("theme").execute();
    if (rows.length > 0) await tx.insertInto("theme").values(rows).execute();
    return { contacts, quoteIds: quotes.map(({ id }) => id) };
  });
}

async function renameInQuotes(
  tx: AppDatabase,
  { from, to, language }: Renaming,
): Promise<Pick<QuoteRow, "id" | "contactId">[]> {
  const holds = (themes: RawBuilder<string>): RawBuilder<SqlBool> =>
    sql`exists (select 1 from json_each(${themes}) where "value" = ${from})`;
  const found = await tx
    .selectFrom("quote")
    .where(sql<SqlBool>`(${holds(quoteThemes(undefined))} or ${holds(quoteThemes(language))})`)
    .select(["id", "contactId", "themes", "textIn"])
    .execute();
  for (const { id, themes: own, textIn } of found)
    await tx
      .updateTable("quote")
      .set({ themes: renamedIn(own, from, to), textIn: renamedInLanguage(textIn, { from, to, language }) })
      .where("id", "=", id)
      .execute();
  return found;
}

async function renameInContacts(tx: AppDatabase, { from, to }: Renaming): Promise<void> {
  const [old, now] = [tag.theme(from), tag.theme(to)];
  const found = await sql<{
    id: string;
    place: number;
    attached: number;
  }>`select "contact"."id", ${place} as "place",
      exists (select 1 from "quote" where "quote"."contactId" = "contact"."id") as "attached"
    from "contactSearch" cross join "contact" on ${place} = "contactSearch"."rowid"
    where "contactSearch" match ${`"${old}"`}
      and exists (select 1 from json_each("contact"."themes") where "value" = ${from})`.execute(tx);
  const ids = JSON.stringify(found.rows.map(({ id }) => id));
  await sql`update "contact" set "themes" = (select json_group_array("name") from
      (select case "value" when ${from} then ${to} else "value" end as "name", min("key") as "at"
        from json_each("contact"."themes") group by 1 order by 2))
    where "id" in (select "value" from json_each(${ids}))`.execute(tx);
  const places = JSON.stringify(found.rows.flatMap(({ place: at, attached }) => (attached ? [] : at)));
  await sql`update "contactSearch" set "tags" = trim(case instr(' ' || "tags" || ' ', ${` ${now} `}) when 0
      then replace(' ' || "tags" || ' ', ${` ${old} `}, ${` ${now} `})
      else replace(' ' || "tags" || ' ', ${` ${old} `}, ' ') end)
    where "rowid" in (select cast("value" as integer) from json_each(${places}))`.execute(tx);
  await retag(
    tx,
    found.rows.flatMap(({ id, attached }) => (attached ? id : [])),
  );
}

/** Forgets what the team made of themes that nobody bears any more: their names may be words of what was erased. */
export async function forgetUnborne(db: AppDatabase): Promise<void> {
  const rows = await db.selectFrom("theme").selectAll().execute();
  for (const { name } of rows)
    if ((await bearing(db, themesAsTags(familyOf(rows, name), undefined))) === 0)
      await db.deleteFrom("theme").where("name", "=", name).execute();
}
