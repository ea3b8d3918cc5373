// 10,000 small updates of one journey, in a process of its own: argv = how many. Prints ms as JSON.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as Y from "yjs";
import { openSqlJourneyLog } from "../../apps/server/src/storage/sql/sqlJourneyLog.ts";

const count = Number(process.argv[2]);
const timed = async (work) => {
  const began = performance.now();
  const result = await work();
  return { ms: Math.round(performance.now() - began), result };
};
const made = [],
  doc = new Y.Doc();
doc.on("update", (update) => made.push(update));
for (let i = 0; i < count; i++) doc.getMap("shapes").set(`n${i % 500}`, `written the ${i}th time`);
const folder = mkdtempSync(path.join(tmpdir(), "polku-log-"));
const log = openSqlJourneyLog(folder);
const open = async () => {
  const { updates } = await log.load("journey/long");
  const copy = new Y.Doc();
  copy.transact(() => {
    for (const update of updates) Y.applyUpdate(copy, update);
  });
  return copy;
};
try {
  await log.append(made.map((data, i) => ({ doc: "journey/long", at: i, data })));
  const long = await timed(open);
  const compact = await timed(() =>
    log.keepSnapshot("journey/long", count, Y.encodeStateAsUpdate(long.result), Date.now()),
  );
  const short = await timed(open);
  const merged = await timed(() => Y.mergeUpdates(made));
  console.log(JSON.stringify({ long: long.ms, compact: compact.ms, short: short.ms, merged: merged.ms }));
} finally {
  await log.close();
  rmSync(folder, { recursive: true, force: true });
}
