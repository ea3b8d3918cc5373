import { statSync } from "node:fs";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { checksum } from "../checksum.ts";
import type { Damage, KnownWriter, LoadedLog, LogRecord } from "../journeyLog.ts";

type Row = { doc: string; seq: number; sum: number; data: Uint8Array };

const shape = `
  create table if not exists doc_update (
    seq integer primary key autoincrement, doc text not null, at integer not null, sum integer not null, data blob not null
  ) strict;
  create index if not exists doc_update_doc on doc_update (doc, seq);
  create table if not exists doc_snapshot (
    doc text not null, seq integer not null, at integer not null, sum integer not null, data blob not null,
    primary key (doc, seq)
  ) strict;
  create table if not exists doc_writer (
    doc text not null, client integer not null, user text not null, era integer not null, primary key (doc, client)
  ) strict, without rowid;
  create table if not exists log_use (id integer primary key check (id = 1), era integer not null, open integer not null) strict;
  create table if not exists log_forgotten (doc text primary key) strict, without rowid;
  insert or ignore into log_use (id, era, open) values (1, 1, 0);
`;

/** 16 MB: in a busy hour the file is tidied this often, otherwise whenever nobody writes. */
const pagesBetweenCheckpoints = 4_096;
const pageBytes = 4_096;
/** A log that was written to this often is in use by people at work. */
const busyAfterBatches = 50;

function open(file: string): DatabaseSync {
  const db = new DatabaseSync(file);
  db.exec("PRAGMA busy_timeout = 5000");
  db.exec("PRAGMA journal_mode = WAL");
  db.exec("PRAGMA synchronous = FULL");
  // Every thousand pages (the default) is every second under fifty editors, and the commit that hits it waits for two more syncs.
  db.exec(`PRAGMA wal_autocheckpoint = ${pagesBetweenCheckpoints}`);
  if (process.platform === "darwin") db.exec("PRAGMA fullfsync = 1");
  db.exec(shape);
  return db;
}

/**
 * Lets the write-ahead file have its full size before anybody waits for it: a sync of a file that grows also writes the file
 * system's own journal, and takes three times as long (docs/performance.md). What is written here is taken back at once, and a small cache makes
 * it go through the file nevertheless. A disk that has no room for it leaves the log as it was.
 */
function makeRoom(db: DatabaseSync, file: string): void {
  const wanted = pagesBetweenCheckpoints * pageBytes;
  const present = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  if (present >= wanted) return;
  db.exec("PRAGMA cache_size = 16");
  try {
    db.exec("begin immediate");
    db.exec(
      `create table room (zeros blob); insert into room (zeros) values (zeroblob(${wanted - present}))`,
    );
  } catch {
    // No room: the log works without, and says itself when nothing can be written any more.
  } finally {
    if (db.isTransaction) db.exec("rollback");
    db.exec("PRAGMA cache_size = -2000");
  }
}

/**
 * Makes the next start take every hand for unsure: a restored log may lack changes that people still have in their windows.
 */
export function expectLaterCopies(file: string): void {
  const db = open(file);
  db.exec("update log_use set open = 1");
  db.close();
}

const isSound = (row: Row) => checksum(row.doc, row.data) === row.sum;

/** `log.db`, used only inside its own thread. Every method is one transaction; one that throws has changed nothing. */
export class LogFile {
  readonly #file: string;
  #db: DatabaseSync;
  #insert: StatementSync | undefined;
  /** An era ends when a log was not closed: what was written into memory but not into it is then only in people's windows. */
  #era: number | undefined;
  #inUse = false;
  #batches = 0;

  constructor(file: string) {
    this.#file = file;
    this.#db = open(file);
    this.sweep();
  }

  /** After a failed write nothing that the connection believes about the file is trusted: it is opened anew. */
  reopen(): void {
    try {
      this.#db.close();
    } catch {
      // A connection that cannot even be closed is given up.
    }
    this.#db = open(this.#file);
    this.#insert = undefined;
  }

  #rows(sql: string, ...values: (string | bigint)[]): Row[] {
    return this.#db.prepare(sql).all(...values) as Row[];
  }

  #inTransaction<T>(work: () => T): T {
    this.#db.exec("begin immediate");
    try {
      const result = work();
      this.#db.exec("commit");
      return result;
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec("rollback");
      throw error;
    }
  }

  #presentEra(): number {
    if (this.#era === undefined) {
      const row = this.#db.prepare("select era, open from log_use").get();
      this.#era = Number(row?.era ?? 1) + Number(row?.open ?? 0);
    }
    return this.#era;
  }

  #keepWriters({ doc, writers }: LogRecord): void {
    if (writers === undefined || writers.length === 0) return;
    const insert = this.#db.prepare(
      "insert or replace into doc_writer (doc, client, user, era) values (?, ?, ?, ?)",
    );
    for (const { client, user } of writers) insert.run(doc, BigInt(client), user, BigInt(this.#presentEra()));
  }

  #writersOf(doc: string): KnownWriter[] {
    const rows = this.#db.prepare("select client, user, era from doc_writer where doc = ?").all(doc);
    return rows.map(({ client, user, era }) => ({
      client: Number(client),
      user: String(user),
      sure: Number(era) === this.#presentEra(),
    }));
  }

  append(batch: readonly LogRecord[]): number {
    const last = this.#inTransaction(() => {
      if (!this.#inUse)
        this.#db.prepare("update log_use set era = ?, open = 1").run(BigInt(this.#presentEra()));
      return this.#insertAll(batch);
    });
    this.#inUse = true;
    this.#batches += 1;
    return last;
  }

  /** Gives a log that has become busy the room it will need; once, right after an answer. */
  makeRoomWhenBusy(): void {
    if (this.#batches === busyAfterBatches) makeRoom(this.#db, this.#file);
  }

  #insertAll(batch: readonly LogRecord[]): number {
    this.#insert ??= this.#db.prepare("insert into doc_update (doc, at, sum, data) values (?, ?, ?, ?)");
    let last = 0;
    for (const record of batch) {
      const { doc, at, data } = record;
      const { lastInsertRowid } = this.#insert.run(doc, BigInt(at), BigInt(checksum(doc, data)), data);
      last = Number(lastInsertRowid);
      this.#keepWriters(record);
    }
    return last;
  }

  /** Moves what was committed into the main file; for a moment in which nobody waits. */
  tidy(): void {
    this.#db.exec("PRAGMA wal_checkpoint(PASSIVE)");
  }

  load(doc: string): LoadedLog {
    const snapshot = this.#rows(
      "select doc, seq, sum, data from doc_snapshot where doc = ? order by seq desc",
      doc,
    ).find(isSound);
    const after = BigInt(snapshot?.seq ?? 0);
    const rest = this.#rows(
      "select doc, seq, sum, data from doc_update where doc = ? and seq > ? order by seq",
      doc,
      after,
    );
    const bad = rest.findIndex((row) => !isSound(row));
    const good = bad === -1 ? rest : rest.slice(0, bad);
    const first = rest[bad];
    return {
      updates: [...(snapshot === undefined ? [] : [snapshot.data]), ...good.map((row) => row.data)],
      lastSeq: good.at(-1)?.seq ?? snapshot?.seq ?? 0,
      sinceSnapshot: good.length,
      damage:
        first === undefined ? this.#lostSnapshot(doc, snapshot) : { doc, kind: "update", seq: first.seq },
      writers: this.#writersOf(doc),
    };
  }

  /** A state that rests on a damaged snapshot and no sound one is not whole, however sound the records after it are. */
  #lostSnapshot(doc: string, used: Row | undefined): Damage | undefined {
    if (used !== undefined) return undefined;
    const oldest = this.#rows(
      "select doc, seq, sum, data from doc_snapshot where doc = ? order by seq limit 1",
      doc,
    )[0];
    const firstUpdate = this.#rows(
      "select doc, seq, sum, data from doc_update where doc = ? order by seq limit 1",
      doc,
    )[0];
    if (oldest === undefined || (firstUpdate !== undefined && firstUpdate.seq <= oldest.seq))
      return undefined;
    return { doc, kind: "snapshot", seq: oldest.seq };
  }

  keepSnapshot(doc: string, upTo: number, data: Uint8Array, at: number): void {
    this.#inTransaction(() => {
      const before = this.#rows(
        "select doc, seq, sum, data from doc_snapshot where doc = ? and seq < ? order by seq desc limit 1",
        doc,
        BigInt(upTo),
      )[0];
      const keep = BigInt(before?.seq ?? -1);
      this.#db.prepare("delete from doc_snapshot where doc = ? and seq <> ?").run(doc, keep);
      this.#db
        .prepare("insert into doc_snapshot (doc, seq, at, sum, data) values (?, ?, ?, ?, ?)")
        .run(doc, BigInt(upTo), BigInt(at), BigInt(checksum(doc, data)), data);
      if (before !== undefined && isSound(before))
        this.#db.prepare("delete from doc_update where doc = ? and seq <= ?").run(doc, keep);
    });
  }

  forget(doc: string): void {
    this.#inTransaction(() => {
      this.#db.prepare("delete from doc_update where doc = ?").run(doc);
      this.#db.prepare("delete from doc_snapshot where doc = ?").run(doc);
      this.#db.prepare("delete from doc_writer where doc = ?").run(doc);
      this.#db.prepare("insert or ignore into log_forgotten (doc) values (?)").run(doc);
    });
    this.sweep();
  }

  /**
   * Takes the bytes of forgotten documents out of the file and out of the write-ahead log: a row that is deleted stays in free pages, and
   * in the slack of others, until the file is rewritten. What a kill left undone is done at the next opening.
   */
  sweep(): void {
    if (this.#db.prepare("select doc from log_forgotten limit 1").get() === undefined) return;
    this.#insert = undefined;
    this.#db.exec("vacuum");
    this.#db.exec("pragma wal_checkpoint(truncate)");
    this.#db.exec("delete from log_forgotten");
  }

  documents(): string[] {
    const rows = this.#db
      .prepare("select doc from doc_update union select doc from doc_snapshot order by doc")
      .all();
    return rows.map((row) => String(row.doc));
  }

  check(): Damage[] {
    const found: Damage[] = [];
    for (const kind of ["snapshot", "update"] as const) {
      const rows = this.#db.prepare(`select doc, seq, sum, data from doc_${kind} order by seq`).iterate();
      for (const row of rows as Iterable<Row>)
        if (!isSound(row)) found.push({ doc: row.doc, kind, seq: row.seq });
    }
    return found;
  }

  copyTo(file: string): void {
    this.#db.prepare("vacuum into ?").run(file);
  }

  close(): void {
    if (this.#inUse) this.#db.exec("update log_use set open = 0");
    this.#db.close();
  }
}
