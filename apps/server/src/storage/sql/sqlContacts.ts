import { sql } from "kysely";
import type { EvidenceStore, NewContact } from "../evidenceStore.ts";
import type { AppDatabase } from "../tables.ts";
import { backwards, placeOf } from "../place.ts";
import { tagsOf } from "./tags.ts";

/** Keeps contacts, their index entries and their stems in one transaction. */
export function keepContacts(
  db: AppDatabase,
  sourceId: string,
  given: readonly NewContact[],
): ReturnType<EvidenceStore["keepContacts"]> {
  if (given.length === 0) return Promise.resolve({ kept: 0, duplicates: 0, erased: [] });
  return db.transaction().execute(async (tx) => {
    const erased = await erasedAmong(tx, sourceId, given);
    const contacts = given.filter(({ id }) => !erased.includes(id));
    if (contacts.length === 0) return { kept: 0, duplicates: 0, erased };
    const added = await tx
      .insertInto("contact")
      .values(contacts.map(({ stems: _stems, ...contact }) => ({ ...contact, sourceId })))
      .onConflict((conflict) => conflict.columns(["sourceId", "hash"]).doNothing())
      .returning(["rowNo", "hash"])
      .execute();
    const byHash = new Map(contacts.map((contact) => [contact.hash, contact]));
    await enterIntoIndex(
      tx,
      added.flatMap(({ rowNo, hash }) => {
        const contact = byHash.get(hash);
        return contact === undefined ? [] : [{ ...contact, rowNo, sourceId }];
      }),
    );
    return { kept: added.length, duplicates: contacts.length - added.length, erased };
  });
}

/** Enters contacts in the order of their places: FTS5 writes out what it has gathered whenever a row id is not above the last. */
async function enterIntoIndex(
  tx: AppDatabase,
  added: readonly (NewContact & { rowNo: number; sourceId: string })[],
): Promise<void> {
  const entries = added
    .map((one): [number, string, string] => [placeOf(one), one.stems.join(" "), tagsOf(one)])
    .toSorted(([a], [b]) => a - b);
  await sql`insert into "contactSearch" ("rowid", "stems", "tags")
    select cast("value" ->> 0 as integer), "value" ->> 1, "value" ->> 2 from json_each(${JSON.stringify(entries)})`.execute(
    tx,
  );
  const stems = [...new Set(added.flatMap((one) => one.stems))];
  await sql`insert or ignore into "term" ("stem", "back") select "value" ->> 0, "value" ->> 1
    from json_each(${JSON.stringify(stems.map((stem) => [stem, backwards(stem)]))})`.execute(tx);
}

/** Ids of those that must not come back: said by a person before they were erased, or meant for a source that is gone. */
async function erasedAmong(
  tx: AppDatabase,
  sourceId: string,
  contacts: readonly NewContact[],
): Promise<string[]> {
  const source = tx
    .selectFrom("source")
    .select("id")
    .where("id", "=", sourceId)
    .where("erasingAt", "is", null);
  if ((await source.executeTakeFirst()) === undefined) return contacts.map(({ id }) => id);
  const told = contacts.map(({ id, respondentKey, occurredAt }) => [id, respondentKey, occurredAt]);
  const { rows } = await sql<{
    id: string;
  }>`select "value" ->> 0 as "id" from json_each(${JSON.stringify(told)})
    join "tombstone" on "what" = 'person' and "tombstone"."id" = "value" ->> 1
    where "value" ->> 2 is null or "value" ->> 2 <= "erasedAt"`.execute(tx);
  return rows.map(({ id }) => id);
}
