import { sql } from "kysely";
import type { AppDatabase } from "../tables.ts";
import { takeContacts } from "./sqlErase.ts";
import { forgetUnborne } from "./sqlThemes.ts";

/** Contacts, stems and pages of one slice: what holds the database for some hundredths of a second. */
const contactsInSlice = 250;
const stemsInSlice = 2_000;
const pagesInSlice = 100;
/** Rewriting takes about 10 ms a megabyte, in which the other tables wait. */
const smallBytes = 64 * 1024 * 1024;

type Options = {
  signal?: AbortSignal | undefined;
  /** Rewrite a large database too. */
  whole?: boolean | undefined;
  /** Also when nothing was erased: identities were dropped. */
  anyway?: boolean | undefined;
};

/**
 * Takes the bytes of everything erased out of `app.db`: the contacts of erased sources, then what deleting leaves behind. Deleting from
 * FTS5 only marks entries, so its segments are merged; and a B-tree that is balanced leaves copies of rows in the slack of its pages,
 * `secure_delete` or not (seen at 200,000 rows), so the file is rewritten; then the write-ahead log is emptied.
 */
export async function sweep(
  db: AppDatabase,
  now: number,
  { signal, whole, anyway }: Options = {},
): Promise<void> {
  const waiting = await db.selectFrom("tombstone").select("id").where("sweptAt", "is", null).execute();
  if (waiting.length === 0 && anyway !== true) return;
  const isStopped = (): boolean => signal?.aborted === true;
  for (const source of await erasedSources(db)) await sweepSource(db, source, isStopped);
  await mergeIndex(db, isStopped);
  await sweepStems(db, isStopped);
  await forgetUnborne(db);
  if (isStopped()) return;
  const rewritten = await rewrite(db, whole === true);
  const emptied = await emptyWriteAheadLog(db);
  // What could not be done now is done by the next sweep.
  if (!rewritten || !emptied) return;
  const ids = JSON.stringify(waiting.map(({ id }) => id));
  await sql`update "tombstone" set "sweptAt" = ${now} where "id" in (select "value" from json_each(${ids}))`.execute(
    db,
  );
}

async function erasedSources(db: AppDatabase): Promise<string[]> {
  const rows = await db.selectFrom("source").select("id").where("erasingAt", "is not", null).execute();
  return rows.map(({ id }) => id);
}

async function sweepSource(db: AppDatabase, id: string, isStopped: () => boolean): Promise<void> {
  const slice = () =>
    db.transaction().execute((tx) => takeContacts(tx, sql`"sourceId" = ${id}`, contactsInSlice));
  while (!isStopped() && (await slice()) !== undefined);
  if (isStopped()) return;
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom("sourceImport").where("sourceId", "=", id).execute();
    await tx.deleteFrom("source").where("id", "=", id).execute();
  });
}

/** `optimize` in slices: the first, negative step takes all segments into one merge, the others carry it on until nothing changes. */
async function mergeIndex(db: AppDatabase, isStopped: () => boolean): Promise<void> {
  const step = (pages: number) =>
    db.connection().execute(async (one) => {
      const before = await totalChanges(one);
      await sql`insert into "contactSearch" ("contactSearch", "rank") values ('merge', ${pages})`.execute(
        one,
      );
      return (await totalChanges(one)) - before > 1;
    });
  let more = !isStopped() && (await step(-pagesInSlice));
  while (more && !isStopped()) more = await step(pagesInSlice);
}

async function totalChanges(db: AppDatabase): Promise<number> {
  const { rows } = await sql<{ n: number }>`select total_changes() as "n"`.execute(db);
  return rows[0]?.n ?? 0;
}

async function sweepStems(db: AppDatabase, isStopped: () => boolean): Promise<void> {
  let after: string | null = "";
  while (after !== null && !isStopped()) {
    const slice: { rows: { last: string | null }[] } = await sql<{ last: string | null }>`
      select max("stem") as "last" from
        (select "stem" from "term" where "stem" > ${after} order by "stem" limit ${stemsInSlice})`.execute(
      db,
    );
    const last: string | null = slice.rows[0]?.last ?? null;
    if (last !== null)
      await sql`delete from "term" where "stem" > ${after} and "stem" <= ${last}
        and not exists (select 1 from "contactSearchTerms" where "contactSearchTerms"."term" = "term"."stem")`.execute(
        db,
      );
    after = last;
  }
}

/** False when the database is large and not to be rewritten now. */
async function rewrite(db: AppDatabase, whole: boolean): Promise<boolean> {
  const { rows } = await sql<{ bytes: number }>`select
    ((select "page_count" from pragma_page_count) - (select "freelist_count" from pragma_freelist_count))
    * (select "page_size" from pragma_page_size) as "bytes"`.execute(db);
  if (!whole && (rows[0]?.bytes ?? 0) > smallBytes) return false;
  return impatiently(db, async (one) => {
    await sql`vacuum`.execute(one);
    return true;
  });
}

/** False when somebody is reading an older state. */
function emptyWriteAheadLog(db: AppDatabase): Promise<boolean> {
  return impatiently(db, async (one) => {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(one);
    return rows[0]?.busy === 0;
  });
}

/** For what another process (a backup) may be in the way of: not waited for, because others would wait too. False when it was. */
function impatiently(db: AppDatabase, work: (one: AppDatabase) => Promise<boolean>): Promise<boolean> {
  return db.connection().execute(async (one) => {
    await sql`pragma busy_timeout = 50`.execute(one);
    try {
      return await work(one);
    } catch (error) {
      if (error instanceof Error && /locked|busy/.test(error.message)) return false;
      throw error;
    } finally {
      await sql`pragma busy_timeout = 5000`.execute(one);
    }
  });
}
