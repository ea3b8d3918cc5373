import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { documentOf } from "@polku/protocol";
import { readJourney } from "@polku/journey";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import * as Y from "yjs";
import { backup, restore } from "../cli/backup.ts";
import { openSqlJourneyLog } from "../storage/sql/sqlJourneyLog.ts";
import { joinByHocuspocus, until } from "../testing/clients.ts";
import { checkAfterFault, Oracle } from "../testing/oracle.ts";
import { seeded } from "../testing/seeded.ts";
import { makeTestFolder } from "../testing/testFolder.ts";
import { startTestServer } from "../testing/testServer.ts";
import { startWriting } from "../testing/writing.ts";

const seed = Number(process.env.POLKU_SEED ?? 21);

beforeEach(() => void vi.spyOn(console, "log").mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

/** The document that the first records of a log make. */
function documentFrom(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)));
  return doc;
}

/** Every record of a document up to one, also those that a snapshot stands for. */
function recordsIn(folder: string, journeyId: string, upTo: number): Uint8Array[] {
  const db = new DatabaseSync(path.join(folder, "log.db"), { readOnly: true });
  const rows = db
    .prepare("select data from doc_update where doc = ? and seq <= ? order by seq")
    .all(documentOf(journeyId), upTo);
  db.close();
  return rows.map(({ data }) => data as Uint8Array);
}

test(`F21: a backup made while four people write is the state at one place of the log, and opens elsewhere (seed ${seed})`, async () => {
  const server = await startTestServer();
  const [editor, viewer] = [await server.token("editor"), await server.token("viewer")];
  const [journeyId, elsewhere] = [await server.journey(), await server.journey()];
  const oracle = new Oracle();
  const clients = Array.from({ length: 4 }, () => joinByHocuspocus(server.socketUrl, journeyId, editor));
  await until("all are in", () => clients.every(({ provider }) => provider.synced));
  const random = seeded(seed);
  const stops = clients.map((client, writer) => startWriting(client, writer, 1, random, oracle));
  await until("some is acknowledged", () => oracle.acknowledged >= 30);
  const promised = structuredClone(oracle.ops);
  const spare = makeTestFolder();
  onTestFinished(spare.remove);
  const file = path.join(spare.folder, "polku.backup");
  expect(await backup(server.services.config, file)).toBe(0);
  const during = oracle.acknowledged;
  await until("more is acknowledged", () => oracle.acknowledged > during);
  for (const stop of stops) stop();
  for (const client of clients) client.leave();
  await server.close();
  onTestFinished(() => server.stop());

  const folder = path.join(spare.folder, "elsewhere");
  expect(await restore({ ...server.services.config, dataFolder: folder }, file)).toBe(0);
  const log = openSqlJourneyLog(folder);
  const kept = await log.load(documentOf(journeyId));
  await log.close();
  const everything = recordsIn(server.folder, journeyId, Number.MAX_SAFE_INTEGER);
  const then = documentFrom(recordsIn(server.folder, journeyId, kept.lastSeq));
  const restored = documentFrom(kept.updates);
  expect(Y.encodeStateVector(restored)).not.toEqual(Y.encodeStateVector(documentFrom(everything)));
  expect(Y.encodeStateAsUpdate(restored)).toEqual(Y.encodeStateAsUpdate(then));
  expect(readJourney(restored)).toEqual(readJourney(then));

  // What was acknowledged before the backup began is in it; what came later may be.
  const atBackup = new Oracle();
  for (const { key, value, acked } of oracle.ops.slice(0, promised.length)) {
    const kept = atBackup.wrote(key, value);
    if (acked && promised[atBackup.ops.length - 1]?.acked === true) kept();
  }
  for (const { key, value } of oracle.ops.slice(promised.length)) atBackup.wrote(key, value);
  const next = await startTestServer({ folder });
  onTestFinished(() => next.close());
  await checkAfterFault(next, { journeyId, elsewhere, editor, viewer, oracle: atBackup });
});
