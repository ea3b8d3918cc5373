// The least that an import can be: Papa Parse reads the table, and every row goes into one SQLite table in one transaction. No
// recognition of columns, no masking of personal data, no duplicates, no full-text search.
// node plainImport.mjs FILE.csv DATABASE -> {"rows", "parseMs", "ms", "peakMb"} on the standard output; parseMs is Papa Parse alone, from
// the file to its cells
import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import Papa from "papaparse";

const [file, database] = process.argv.slice(2);
const began = performance.now();
const { data } = Papa.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, ""), {
  delimiter: ";",
  skipEmptyLines: true,
});
const parseMs = performance.now() - began;
const db = new DatabaseSync(database);
db.exec(
  "pragma journal_mode = wal; pragma synchronous = full; create table answer (id text, at text, score text, words text, channel text)",
);
const insert = db.prepare("insert into answer values (?, ?, ?, ?, ?)");
db.exec("begin");
for (const row of data.slice(1)) insert.run(...row);
db.exec("commit");
db.close();
const ms = performance.now() - began;
console.log(
  JSON.stringify({ rows: data.length - 1, parseMs, ms, peakMb: process.resourceUsage().maxRSS / 1024 }),
);
