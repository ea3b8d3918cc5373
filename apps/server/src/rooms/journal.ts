import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { JourneyLog, LogRecord, Writer } from "../storage/journeyLog.ts";

const largestBatch = 2_000;
const retryDelays = [50, 100, 250, 500, 1_000, 2_000];

type Entry = { record: LogRecord; ticket: number };
type Batch = readonly Entry[];

export type Journal = {
  /** Queues one update for the log and returns its ticket. Never fails: what cannot be written yet is written later. */
  record(doc: string, update: Uint8Array): number;
  /** The ticket of the last update recorded for a document; 0 when there was none. */
  lastTicket(doc: string): number;
  /** Calls back, at once when that is already so, when everything up to the ticket is on disk. */
  whenCommitted(ticket: number, tell: () => void): void;
  committed(ticket: number): Promise<void>;
  /** The number of the last record of a document that is known to be on disk. */
  lastSeq(doc: string): number;
  /** Where a document stands after it was read from the log. */
  startFrom(doc: string, seq: number): void;
  /** Lets go of what is remembered about a document that was closed. */
  release(doc: string): void;
  /** `failingSince` is ms since 1970 of the first of the failures that go on, `null` when writing works. */
  health(): { waiting: number; failingSince: number | null; committed: number };
  /** Resolves when everything recorded so far is on disk. */
  drain(): Promise<void>;
};

/**
 * Every record is handed to the log at once, before the change goes to anybody else; whatever waits there when a commit is over goes into
 * the next one. A batch that fails is tried again with everything behind it, in the same order, until it is written; nothing overtakes.
 * `newWriters` are the hands to be kept with a document's next record.
 */
export function makeJournal(
  log: JourneyLog,
  clock: Clock,
  logger: Logger,
  newWriters: (doc: string) => readonly Writer[] = () => [],
): Journal {
  let queue: Entry[] = [];
  /** What the log has been given and has not answered, in order. */
  let underWay: Batch[] = [];
  let waiters: { ticket: number; tell: () => void }[] = [];
  let handedOut = 0;
  let onDisk = 0;
  let failingSince: number | null = null;
  let attempt = 0;
  let pausing = false;
  const tickets = new Map<string, number>();
  const seqs = new Map<string, number>();

  /** While writing fails, one batch is tried at a time. */
  const mayHandOver = () =>
    queue.length > 0 &&
    !pausing &&
    (underWay.length === 0 ||
      (failingSince === null && underWay.reduce((sum, batch) => sum + batch.length, 0) < largestBatch));

  function handOver(): void {
    while (mayHandOver()) {
      const batch = queue.slice(0, largestBatch);
      queue = queue.slice(batch.length);
      underWay.push(batch);
      void write(batch);
    }
  }

  async function write(batch: Batch): Promise<void> {
    try {
      const last = await log.append(batch.map(({ record }) => record));
      if (underWay.includes(batch)) written(batch, last);
    } catch (err) {
      if (underWay.includes(batch)) notWritten(err);
    }
    handOver();
  }

  function written(batch: Batch, last: number): void {
    underWay = underWay.filter((one) => one !== batch);
    if (failingSince !== null) logger.warn({ attempt }, "the log can be written again");
    failingSince = null;
    attempt = 0;
    announce(batch, last);
  }

  /** Everything under way is given up with the batch that failed: whatever the log says of it is not heard any more. */
  function notWritten(err: unknown): void {
    queue = [...underWay.flat(), ...queue];
    underWay = [];
    failingSince ??= clock.now();
    logger.error({ err, attempt, waiting: queue.length }, "the log could not be written; trying again");
    const delay = retryDelays[Math.min(attempt, retryDelays.length - 1)];
    attempt += 1;
    pausing = true;
    setTimeout(() => {
      pausing = false;
      handOver();
    }, delay);
  }

  function announce(batch: Batch, lastSeq: number): void {
    batch.forEach((entry, index) => seqs.set(entry.record.doc, lastSeq - (batch.length - 1 - index)));
    onDisk = batch.at(-1)?.ticket ?? onDisk;
    const due = waiters.filter((waiter) => waiter.ticket <= onDisk);
    waiters = waiters.filter((waiter) => waiter.ticket > onDisk);
    for (const { tell } of due) {
      try {
        tell();
      } catch (err) {
        logger.error({ err }, "telling that an update is on disk failed");
      }
    }
  }

  function whenCommitted(ticket: number, tell: () => void): void {
    if (ticket <= onDisk) tell();
    else waiters.push({ ticket, tell });
  }
  const committed = (ticket: number) => new Promise<void>((resolve) => whenCommitted(ticket, resolve));

  return {
    record: (doc, data) => {
      handedOut += 1;
      const writers = newWriters(doc);
      const record = { doc, at: clock.now(), data, ...(writers.length === 0 ? {} : { writers }) };
      queue.push({ record, ticket: handedOut });
      tickets.set(doc, handedOut);
      handOver();
      return handedOut;
    },
    lastTicket: (doc) => tickets.get(doc) ?? 0,
    whenCommitted,
    committed,
    lastSeq: (doc) => seqs.get(doc) ?? 0,
    startFrom: (doc, seq) => void seqs.set(doc, Math.max(seq, seqs.get(doc) ?? 0)),
    release: (doc) => {
      if ((tickets.get(doc) ?? 0) > onDisk) return;
      tickets.delete(doc);
      seqs.delete(doc);
    },
    health: () => ({ waiting: handedOut - onDisk, failingSince, committed: onDisk }),
    drain: () => committed(handedOut),
  };
}
