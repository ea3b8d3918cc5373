import type { Exposure } from "@polku/protocol";
import { sql } from "kysely";
import type { Clock } from "../clock.ts";
import type { AppDatabase } from "../storage/tables.ts";

type Deps = { readonly db: AppDatabase; readonly clock: Clock };

/** The first moment of the month of `now` in UTC; ms since 1970. */
export function monthOf(now: number): number {
  const day = new Date(now);
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), 1);
}

/** Shows a person's own name to the others from now on, or takes it away at once. */
export async function showExposure({ db, clock }: Deps, personId: string, isShown: boolean): Promise<void> {
  if (isShown)
    await db
      .insertInto("exposure")
      .values({ personId, since: clock.now() })
      .onConflict((clash) => clash.doNothing())
      .execute();
  else await db.deleteFrom("exposure").where("personId", "=", personId).execute();
}

/**
 * The customers whom each of these people has read or heard since `from`: what the access log says of contacts, recordings and clips, each
 * customer once. Who was erased since counts for nobody.
 */
async function customersMet(db: AppDatabase, from: number) {
  const { rows } = await sql<{ who: string; customers: number }>`
    with "met" as (
      select "who", case "what"
        when 'contact' then "thing"
        when 'recording' then (select "contactId" from "recording" where "id" = "thing")
        when 'quote' then (select "contactId" from "quote" where "id" = "thing")
      end as "contactId"
      from "accessLog"
      where "at" >= ${from} and "deed" in ('saw', 'heard') and "who" in (select "personId" from "exposure")
    )
    select "who", count(distinct coalesce("respondentKey", "contact"."id")) as "customers"
    from "met" join "contact" on "contact"."id" = "met"."contactId"
    group by "who"`.execute(db);
  return new Map(rows.map(({ who, customers }) => [who, customers]));
}

/** Members who chose to be shown and still work here, with how many customers they met this month; the most first. */
export async function readExposure({ db, clock }: Deps, askerId: string): Promise<Exposure> {
  const from = monthOf(clock.now());
  const met = await customersMet(db, from);
  const shown = await db
    .selectFrom("exposure")
    .innerJoin("user", "user.id", "exposure.personId")
    .leftJoin("workspaceMember", "workspaceMember.userId", "exposure.personId")
    .select(["user.id", "user.name"])
    .where((e) =>
      e.or([
        e("user.kind", "=", "owner"),
        e.and([e("workspaceMember.userId", "is not", null), e("workspaceMember.suspendedAt", "is", null)]),
      ]),
    )
    .execute();
  const people = shown
    .map(({ id, name }) => ({ name, customers: met.get(id) ?? 0, isMe: id === askerId }))
    .toSorted((a, b) => b.customers - a.customers || (a.name < b.name ? -1 : 1));
  const choice = await db
    .selectFrom("exposure")
    .select("personId")
    .where("personId", "=", askerId)
    .executeTakeFirst();
  return { since: new Date(from).toISOString().slice(0, 10), isShown: choice !== undefined, people };
}
