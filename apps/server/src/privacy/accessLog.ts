import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Clock } from "../clock.ts";
import type { AccessLogRow } from "../storage/accessLogTables.ts";
import type { AppDatabase } from "../storage/tables.ts";

export type AccessDeed =
  | "saw"
  | "heard"
  | "silenced"
  | "searched"
  | "exported"
  | "identified"
  | "imported"
  | "erased"
  | "retention";

/** Who did what to which thing, and to how many; never a word of it. */
export type AccessLine = {
  who: string;
  deed: AccessDeed;
  what: "contact" | "recording" | "library" | "source" | "quote" | "person" | "journey" | "accessLog";
  thing: string;
  count: number | null;
};

/**
 * Who saw, exported, identified and erased what customers said. Rows are added and never changed; each holds the SHA-256 of the one before,
 * so that a row that was changed, or taken out of the middle, shows. They are kept for twelve months.
 */
export type AccessLog = {
  /** On disk when it resolves: nothing is shown before that. Reading the same thing again within ten minutes is one line. */
  add(line: AccessLine): Promise<void>;
  /** Lines before `before` (a seq), the newest first. */
  page(asked: { before?: number | undefined; limit: number }): Promise<AccessLogRow[]>;
  /** Lines about one of these things, the oldest first. */
  about(things: readonly string[]): Promise<AccessLogRow[]>;
  /** Goes through the newest `most` lines; `brokenAt` is the seq of the first that does not fit the one before. */
  check(most?: number): Promise<{ lines: number; brokenAt: number | null }>;
  /** Takes the lines out that are older than twelve months; the newest line stays, for the next one to hold on to. */
  prune(): Promise<void>;
};

const sameAgainMs = 10 * 60_000;
const mostRemembered = 5_000;
const rowsAtOnce = 2_000;
const keptMonths = 12;

export function hashOf(row: Omit<AccessLogRow, "hash">): string {
  const { before, seq, at, who, deed, what, thing, count } = row;
  return createHash("sha256")
    .update(`${before}\n${JSON.stringify([seq, at, who, deed, what, thing, count])}`)
    .digest("hex");
}

export function openAccessLog(db: AppDatabase, clock: Clock): AccessLog {
  let waiting: AccessLine[] = [];
  let flush: Promise<void> | undefined;
  const lately = new Map<string, number>();

  async function write(): Promise<void> {
    const lines = waiting;
    waiting = [];
    flush = undefined;
    await db.transaction().execute(async (tx) => {
      const last = await tx
        .selectFrom("accessLog")
        .selectAll()
        .orderBy("seq", "desc")
        .limit(1)
        .executeTakeFirst();
      let [seq, before] = [last?.seq ?? 0, last?.hash ?? ""];
      const rows: AccessLogRow[] = [];
      for (const line of lines) {
        seq += 1;
        const row = { ...line, seq, at: clock.now(), before };
        before = hashOf(row);
        rows.push({ ...row, hash: before });
      }
      await tx.insertInto("accessLog").values(rows).execute();
    });
  }

  function isAgain({ who, deed, what, thing }: AccessLine): boolean {
    if (deed !== "saw" && deed !== "searched") return false;
    const key = JSON.stringify([who, deed, what, thing]);
    const [now, before] = [clock.now(), lately.get(key)];
    if (before !== undefined && now - before < sameAgainMs && now >= before) return true;
    if (lately.size >= mostRemembered) lately.clear();
    lately.set(key, now);
    return false;
  }

  const page: AccessLog["page"] = ({ before, limit }) =>
    db
      .selectFrom("accessLog")
      .selectAll()
      .where("seq", "<", before ?? Number.MAX_SAFE_INTEGER)
      .orderBy("seq", "desc")
      .limit(limit)
      .execute();

  return {
    add: async (line) => {
      if (isAgain(line)) return;
      waiting.push(line);
      // What comes while one portion is written goes with the next.
      flush ??= Promise.resolve().then(write);
      await flush;
    },
    page,
    about: (things) =>
      db
        .selectFrom("accessLog")
        .selectAll()
        .where(sql<boolean>`"thing" in (select "value" from json_each(${JSON.stringify(things)}))`)
        .orderBy("seq")
        .execute(),
    check: async (most = Number.MAX_SAFE_INTEGER) => {
      let lines = 0;
      let brokenAt: number | null = null;
      let after: AccessLogRow | undefined;
      for (;;) {
        const rows = await page({ before: after?.seq, limit: Math.min(rowsAtOnce, most - lines) });
        for (const row of rows) {
          const fits = hashOf(row) === row.hash;
          const joins = after === undefined || (after.before === row.hash && after.seq === row.seq + 1);
          if (!fits) brokenAt = row.seq;
          else if (!joins && after !== undefined) brokenAt = after.seq;
          after = row;
        }
        lines += rows.length;
        if (rows.length < rowsAtOnce || lines >= most) return { lines, brokenAt };
      }
    },
    prune: async () => {
      const edge = new Date(clock.now());
      edge.setUTCMonth(edge.getUTCMonth() - keptMonths);
      await db.transaction().execute(async (tx) => {
        await sql`update "accessLogEnd" set "seq" = coalesce(
          (select min("seq") - 1 from "accessLog" where "at" >= ${edge.getTime()}),
          (select max("seq") - 1 from "accessLog"), 0)`.execute(tx);
        await sql`delete from "accessLog" where "seq" <= (select "seq" from "accessLogEnd")`.execute(tx);
      });
    },
  };
}
