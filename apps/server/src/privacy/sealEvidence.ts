import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";
import { backwards, contactPlace } from "../storage/place.ts";
import { seal, type SourceKeys, unseal } from "./sourceKeys.ts";

type Row = Record<string, SQLInputValue>;

const value = z.union([z.string(), z.number(), z.null()]);
const row = z.record(z.string(), value);
/** Rows of one table; contacts come with the stems that the index holds of them. */
const part = z.object({
  table: z.enum([
    "source",
    "sourceImport",
    "rememberedMapping",
    "contact",
    "quote",
    "contactTriage",
    "recording",
    "picture",
    "quoteRating",
    "quotePair",
  ]),
  rows: z.array(row),
});
type Part = z.infer<typeof part>;

const rowsInPart = 500;

/**
 * Takes everything that customers said out of a copy of `app.db` and puts it back encrypted, each source by its own key, as rows of the
 * table `sealed`; the search index too, which would tell the words just as well. Then writes the copy anew, without what lay in its
 * pages. Sources for which `isErased` holds are left out.
 */
export function sealEvidence(
  copy: string,
  sealedCopy: string,
  keys: Pick<SourceKeys, "findOrMake">,
  isErased: (source: string) => boolean,
): void {
  const db = new DatabaseSync(copy);
  try {
    db.exec(`create table "sealed" ("source" text not null, "part" integer not null, "bytes" blob not null,
      primary key ("source", "part"))`);
    const keep = db.prepare(`insert into "sealed" values (?, ?, ?)`);
    db.exec("begin");
    for (const source of db.prepare(`select "id" from "source" where "erasingAt" is null`).all()) {
      const id = String(source["id"]);
      if (isErased(id)) continue;
      const key = keys.findOrMake(id);
      let n = 0;
      for (const one of partsOf(db, id)) {
        keep.run(id, n, seal(key, `${id}/${n}`, gzipSync(JSON.stringify(one))));
        n += 1;
      }
    }
    emptyIndex(db);
    for (const table of [
      "quotePair",
      "quoteRating",
      "quote",
      "recording",
      "picture",
      "contactTriage",
      "contact",
      "importJob",
      "sourceImport",
      "source",
      "term",
    ])
      db.exec(`delete from "${table}"`);
    db.exec(`delete from "rememberedMapping" where "sourceId" is not null`);
    // Said a second time: what was erased while this went on.
    for (const { source } of db.prepare(`select distinct "source" from "sealed"`).all())
      if (isErased(String(source))) db.prepare(`delete from "sealed" where "source" = ?`).run(String(source));
    db.exec("commit");
    db.prepare("vacuum into ?").run(sealedCopy);
  } finally {
    db.close();
  }
}

function* partsOf(db: DatabaseSync, id: string): Generator<Part> {
  const all = (query: string): Row[] => db.prepare(query).all(id);
  yield { table: "source", rows: all(`select * from "source" where "id" = ?`).map(plain) };
  yield { table: "sourceImport", rows: all(`select * from "sourceImport" where "sourceId" = ?`).map(plain) };
  yield {
    table: "rememberedMapping",
    rows: all(`select * from "rememberedMapping" where "sourceId" = ?`).map(plain),
  };
  const contacts = `select "contact".*, "contactSearch"."stems" as "stems", "contactSearch"."tags" as "tags",
    "contactSearch"."rowid" as "place" from "contact"
    left join "contactSearch" on "contactSearch"."rowid" = ${contactPlace} where "sourceId" = ? order by "rowNo"`;
  for (const rows of slices(db.prepare(contacts).iterate(id))) yield { table: "contact", rows };
  const quotes = `select * from "quote" where "sourceId" = ? order by "rowNo"`;
  for (const rows of slices(db.prepare(quotes).iterate(id))) yield { table: "quote", rows };
  const triage = `select * from "contactTriage" where "contactId" in (select "id" from "contact" where "sourceId" = ?)`;
  for (const rows of slices(db.prepare(triage).iterate(id))) yield { table: "contactTriage", rows };
  const ratings = `select * from "quoteRating" where "quoteId" in (select "id" from "quote" where "sourceId" = ?)`;
  for (const rows of slices(db.prepare(ratings).iterate(id))) yield { table: "quoteRating", rows };
  const pairs = `select * from "quotePair" where "one" in (select "id" from "quote" where "sourceId" = ?)`;
  for (const rows of slices(db.prepare(pairs).iterate(id))) yield { table: "quotePair", rows };
  const recordings = `select * from "recording" where "sourceId" = ?`;
  for (const rows of slices(db.prepare(recordings).iterate(id))) yield { table: "recording", rows };
  const pictures = `select * from "picture" where "sourceId" = ?`;
  for (const rows of slices(db.prepare(pictures).iterate(id))) yield { table: "picture", rows };
}

function* slices(rows: Iterable<Row>): Generator<Part["rows"]> {
  let slice: Part["rows"] = [];
  for (const one of rows) {
    slice.push(plain(one));
    if (slice.length === rowsInPart) {
      yield slice;
      slice = [];
    }
  }
  if (slice.length > 0) yield slice;
}

const plain = (one: Row): Part["rows"][number] => row.parse({ ...one });

/** Emptying an FTS5 table row by row takes minutes; it is made anew by its own words. */
function emptyIndex(db: DatabaseSync): void {
  const tables = ["contactSearch", "contactSearchTerms"];
  const made = tables.map(
    (name) => db.prepare(`select "sql" from "sqlite_master" where "name" = ?`).get(name)?.["sql"],
  );
  for (const name of tables.toReversed()) db.exec(`drop table "${name}"`);
  for (const sql of made) if (typeof sql === "string") db.exec(sql);
}

/** The sources that a copy of `app.db` holds encrypted; none in a backup of an older version, which holds them as they are. */
export function sealedSources(file: string): string[] {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    if (!hasSealed(db)) return [];
    return db
      .prepare(`select distinct "source" from "sealed"`)
      .all()
      .map(({ source }) => String(source));
  } finally {
    db.close();
  }
}

/** Puts back what the keys can open, and drops the rest for good. */
export function unsealEvidence(file: string, keys: Pick<SourceKeys, "find">): void {
  const db = new DatabaseSync(file);
  try {
    if (!hasSealed(db)) return;
    db.exec("pragma foreign_keys = on");
    db.exec("begin");
    const pairs: Row[] = [];
    for (const { source } of db.prepare(`select distinct "source" from "sealed"`).all()) {
      const id = String(source);
      const key = keys.find(id);
      if (key !== undefined) pairs.push(...unsealSource(db, id, key));
    }
    for (const pair of pairs) if (isWhole(db, pair)) insert(db, "quotePair", pair);
    db.exec(`drop table "sealed"`);
    db.exec("commit");
    db.exec("vacuum");
  } finally {
    db.close();
  }
}

function hasSealed(db: DatabaseSync): boolean {
  return db.prepare(`select 1 from "sqlite_master" where "name" = 'sealed'`).get() !== undefined;
}

/** Whether both quotes of a pair are there: the other may be of a source that is gone. */
function isWhole(db: DatabaseSync, { one = null, other = null }: Row): boolean {
  const there = db.prepare(`select count(*) as "n" from "quote" where "id" in (?, ?)`).get(one, other);
  return there?.["n"] === 2;
}

/** Puts a source back; answers the pairs of its quotes, which can only go in when all sources are there. */
function unsealSource(db: DatabaseSync, id: string, key: Buffer): Part["rows"] {
  const pairs: Part["rows"] = [];
  const parts = db.prepare(`select "part", "bytes" from "sealed" where "source" = ? order by "part"`).all(id);
  for (const { part: n, bytes } of parts) {
    if (!(bytes instanceof Uint8Array)) throw new Error(`Part ${String(n)} of source ${id} holds no bytes.`);
    const { table, rows } = part.parse(
      JSON.parse(gunzipSync(unseal(key, `${id}/${String(n)}`, bytes)).toString("utf8")),
    );
    if (table === "quotePair") {
      pairs.push(...rows);
      continue;
    }
    for (const { stems, tags, place, ...columns } of rows) {
      insert(db, table, columns);
      if (table !== "contact" || typeof stems !== "string") continue;
      // A backup of before migration 0011 knows no places; that migration makes its index anew when it is opened.
      const entry =
        place === undefined ? { rowid: columns["rowNo"] ?? null, stems } : { rowid: place, stems, tags };
      index(db, entry);
    }
  }
  return pairs;
}

function insert(db: DatabaseSync, table: string, columns: Row): void {
  const names = Object.keys(columns);
  const places = names.map(() => "?").join(", ");
  db.prepare(
    `insert into "${table}" (${names.map((name) => `"${name}"`).join(", ")}) values (${places})`,
  ).run(...Object.values(columns).map(bound));
}

function index(
  db: DatabaseSync,
  entry: { rowid: SQLInputValue; stems: string; tags?: SQLInputValue | undefined },
): void {
  const { stems } = entry;
  if (entry.tags === undefined)
    db.prepare(`insert into "contactSearch" ("rowid", "stems") values (?, ?)`).run(bound(entry.rowid), stems);
  else
    db.prepare(`insert into "contactSearch" ("rowid", "stems", "tags") values (?, ?, ?)`).run(
      bound(entry.rowid),
      stems,
      entry.tags,
    );
  const knowsBack = entry.tags !== undefined;
  const keep = db.prepare(
    knowsBack
      ? `insert or ignore into "term" ("stem", "back") values (?1, ?2)`
      : `insert or ignore into "term" ("stem") values (?1)`,
  );
  for (const stem of stems.split(" "))
    if (stem !== "") keep.run(...(knowsBack ? [stem, backwards(stem)] : [stem]));
}

/** A whole number goes in as an integer: bound as REAL it makes FTS5 ignore the row id. */
function bound(one: SQLInputValue): SQLInputValue {
  return typeof one === "number" && Number.isSafeInteger(one) ? BigInt(one) : one;
}
