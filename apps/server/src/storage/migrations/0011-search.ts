import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

const place = `cast(case when "occurredAt" is null then "rowNo"
  else min(max("occurredAt" / 60000, 5260000), 134217727) * 67108864 + ("rowNo" % 67108864) end as integer)`;

const band = (feeling: string): string =>
  `case when ${feeling} <= -0.5 then 'vn' when ${feeling} >= 0.5 then 'vp' when ${feeling} is not null then 'vz' end`;

const score = `case "ratingScale"
  when 'nps' then "ratingX" - 7 when 'stars5' then "ratingX" - 3 when 'csat5' then "ratingX" - 3
  when 'csat7' then ("ratingX" - 4) / 1.5 when 'ces7' then ("ratingX" - 4) / 1.5 when 'ces7_effort' then (4 - "ratingX") / 1.5
  when 'percent' then ("ratingX" - 50) / 25 when 'thumb' then "ratingX" * 2 - 1
  when 'smiley4' then "ratingX" - 2.5 end`;

const tag = (name: string): string => `' ' || char(57344) || ${name}`;

const tags = `char(57344) || 'a' || ${tag(`'s' || hex("sourceId")`)}
  || coalesce(${tag(`'c' || hex("channel")`)}, '') || coalesce(${tag(band(`(${score})`))}, '')
  || coalesce((select group_concat(${tag(`'t' || hex("value")`)}, '') from json_each("contact"."themes")), '')
  || coalesce((select group_concat(distinct ${tag(band(`"valence"`))}) from "quote" where "contactId" = "contact"."id"), '')
  || coalesce((select group_concat(${tag(`'t' || hex("value")`)}, '') from "quote", json_each("quote"."themes")
    where "contactId" = "contact"."id" and "textIn" is null), '')
  || coalesce((select group_concat(${tag(`'t' || "language" || hex("theme"."value")`)}, '') from "quote",
    (select 'fi' as "language" union select 'en'),
    json_each(coalesce(json_extract("quote"."textIn", '$.' || "language" || '.themes'), "quote"."themes")) as "theme"
    where "contactId" = "contact"."id" and "textIn" is not null), '')
  || case when exists (select 1 from "quote" where "contactId" = "contact"."id") then ${tag(`'q'`)} else '' end`;

const before = [
  `create unique index "contact_place" on "contact" (${place})`,
  `create table "contactTriage" ("contactId" text not null primary key references "contact" ("id") on delete cascade,
    "state" text not null, "by" text not null, "at" integer not null) without rowid`,
  `create table "savedSearch" ("id" text not null primary key, "name" text not null, "search" text not null,
    "by" text not null, "createdAt" integer not null)`,
  `alter table "term" add column "back" text not null default ''`,
  `create index "term_back" on "term" ("back")`,
  `drop table "contactSearchTerms"`,
  `alter table "contactSearch" rename to "contactSearchOld"`,
  // Not folding ä to a: in Finnish they are different letters (sääri and saari).
  `create virtual table "contactSearch" using fts5("stems", "tags", tokenize = "unicode61 remove_diacritics 0")`,
  `create virtual table "contactSearchTerms" using fts5vocab("contactSearch", 'row')`,
  `insert into "contactSearch" ("rowid", "stems", "tags") select ${place}, "contactSearchOld"."stems", ${tags}
    from "contactSearchOld" cross join "contact" on "rowNo" = "contactSearchOld"."rowid" order by 1`,
  `drop table "contactSearchOld"`,
];

const stemsAtOnce = 5_000;

/** The index in the order of what was said, with a tag for every filter; stems backwards too; what was read, and searches that were kept. */
export const search: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of before) await sql.raw(statement).execute(db);
    let after = "";
    for (;;) {
      const { rows } = await sql<{ stem: string }>`select "stem" from "term" where "stem" > ${after}
        order by "stem" limit ${stemsAtOnce}`.execute(db);
      const last = rows.at(-1);
      if (last === undefined) return;
      const pairs = JSON.stringify(rows.map(({ stem }) => [stem, Array.from(stem).toReversed().join("")]));
      await sql`update "term" set "back" = "value" ->> 1 from json_each(${pairs}) where "stem" = "value" ->> 0`.execute(
        db,
      );
      after = last.stem;
    }
  },
};
