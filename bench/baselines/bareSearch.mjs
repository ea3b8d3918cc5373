// The least that a search can be: one FTS5 query for whole words on the same file, newest 50 row ids, no word forms, no filter, no row.
// node bareSearch.mjs DATABASE QUERIES(JSON: string[][]) -> {"ms": number[]} on the standard output
import { DatabaseSync } from "node:sqlite";

const db = new DatabaseSync(process.argv[2], { readOnly: true });
const ask = db.prepare(
  `select "rowid" from "contactSearch" where "contactSearch" match ? order by "rowid" desc limit 50`,
);
const ms = JSON.parse(process.argv[3]).map((words) => {
  const began = performance.now();
  ask.all(words.map((word) => `"${word}"`).join(" AND "));
  return performance.now() - began;
});
console.log(JSON.stringify({ ms }));
