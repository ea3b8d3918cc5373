import { sql } from "kysely";
import type { AppDatabase } from "../tables.ts";
import { takeMediaOfSource } from "./sqlMedia.ts";

const rowsInSlice = 1_000;

/** Drops the keys by which a source's people are known again, its outside ids, the names in its conversations, their voices and their pictures; the words stay. */
export async function forgetIdentity(db: AppDatabase, sourceId: string): Promise<void> {
  await takeMediaOfSource(db, sourceId);
  let after: number | null = 0;
  while (after !== null) {
    const slice: { rows: { last: number | null }[] } = await sql<{ last: number | null }>`
      select max("rowNo") as "last" from (select "rowNo" from "contact"
        where "sourceId" = ${sourceId} and "rowNo" > ${after} order by "rowNo" limit ${rowsInSlice})`.execute(
      db,
    );
    const last: number | null = slice.rows[0]?.last ?? null;
    if (last !== null)
      await sql`update "contact" set "respondentKey" = null, "externalId" = null,
        "thread" = case when "thread" is not null then
          (select json_group_array(case
              when "turn"."value" -> '$.letter.to' is null then json_remove("turn"."value", '$.name')
              else json_set(json_remove("turn"."value", '$.name'), '$.letter.to',
                (select json_group_array(json_remove("one"."value", '$.name'))
                  from json_each("turn"."value", '$.letter.to') as "one")) end) from json_each("contact"."thread") as "turn") end
        where "sourceId" = ${sourceId} and "rowNo" > ${after} and "rowNo" <= ${last}`.execute(db);
    after = last;
  }
}
