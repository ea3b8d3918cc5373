import { checksum } from "./checksum.ts";
import type { Damage, JourneyLog, KnownWriter, LoadedLog } from "./journeyLog.ts";

type Kept = { doc: string; seq: number; sum: number; data: Uint8Array };

const isSound = (record: Kept) => checksum(record.doc, record.data) === record.sum;

/** A log that lives as long as the process: for tests, and the measure that the SQL log is held against. */
export function memoryJourneyLog(): JourneyLog {
  let updates: Kept[] = [];
  let snapshots: Kept[] = [];
  const writers = new Map<string, Map<number, KnownWriter>>();
  let last = 0;

  function load(doc: string): LoadedLog {
    const snapshot = snapshots.findLast((one) => one.doc === doc && isSound(one));
    const rest = updates.filter((one) => one.doc === doc && one.seq > (snapshot?.seq ?? 0));
    const bad = rest.findIndex((one) => !isSound(one));
    const good = bad === -1 ? rest : rest.slice(0, bad);
    const first = rest[bad];
    return {
      updates: [...(snapshot === undefined ? [] : [snapshot.data]), ...good.map((one) => one.data)],
      lastSeq: good.at(-1)?.seq ?? snapshot?.seq ?? 0,
      sinceSnapshot: good.length,
      damage: first === undefined ? undefined : { doc, kind: "update", seq: first.seq },
      writers: [...(writers.get(doc)?.values() ?? [])],
    };
  }

  return {
    append: async (batch) => {
      for (const { doc, data, writers: hands = [] } of batch) {
        const known = writers.get(doc) ?? new Map<number, KnownWriter>();
        writers.set(doc, known);
        for (const { client, user } of hands) known.set(client, { client, user, sure: true });
        last += 1;
        updates.push({ doc, seq: last, sum: checksum(doc, data), data: data.slice() });
      }
      return last;
    },
    load: async (doc) => load(doc),
    keepSnapshot: async (doc, upTo, data) => {
      const before = snapshots.findLast((one) => one.doc === doc && one.seq < upTo);
      snapshots = snapshots.filter((one) => one.doc !== doc || one === before);
      snapshots.push({ doc, seq: upTo, sum: checksum(doc, data), data: data.slice() });
      updates = updates.filter((one) => one.doc !== doc || one.seq > (before?.seq ?? 0));
    },
    forget: async (doc) => {
      updates = updates.filter((one) => one.doc !== doc);
      snapshots = snapshots.filter((one) => one.doc !== doc);
      writers.delete(doc);
    },
    documents: async () => [...new Set([...snapshots, ...updates].map((one) => one.doc))].sort(),
    check: async () => {
      const damages = (kind: Damage["kind"], records: Kept[]): Damage[] =>
        records.filter((one) => !isSound(one)).map(({ doc, seq }) => ({ doc, kind, seq }));
      return [...damages("snapshot", snapshots), ...damages("update", updates)];
    },
    copyTo: async () => {
      throw new Error("A log in memory has no file to copy.");
    },
    close: async () => {},
  };
}
