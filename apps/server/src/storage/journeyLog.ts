/** Whose hand a Yjs client id is. */
export type Writer = { client: number; user: string };

/** One change of one document; `at` is ms since 1970, `data` a Yjs update, `writers` the hands that became known with it. */
export type LogRecord = { doc: string; at: number; data: Uint8Array; writers?: readonly Writer[] };

/** A hand as the log knows it. It is not `sure` when the log may lack changes that were made by it: after a kill, or a restored backup. */
export type KnownWriter = Writer & { sure: boolean };

/** A record whose checksum does not fit what is stored. */
export type Damage = { doc: string; kind: "update" | "snapshot"; seq: number };

export type LoadedLog = {
  /** The updates to apply in this order; the first may be a snapshot of everything before the rest. */
  updates: Uint8Array[];
  /** The number of the last record that the updates hold; 0 for a document that has none. */
  lastSeq: number;
  /** How many records lie behind the snapshot. */
  sinceSnapshot: number;
  /** The first damaged record that the state would need; the updates end just before it. */
  damage: Damage | undefined;
  /** Everybody who has written, in no order. */
  writers: KnownWriter[];
};

/**
 * The append-only log of all documents: the truth about every journey. Nothing is ever overwritten by a newer whole state, so a
 * failed load can never empty a document.
 */
export type JourneyLog = {
  /**
   * Appends a batch in one transaction and returns the number of its last record; the records are numbered without a gap. When it
   * resolves, the batch is on disk. When it rejects, nothing of it is. Batches may be handed over without waiting: they are written in
   * that order, and when one is rejected, so is every one that was handed over behind it before that was told.
   */
  append(batch: readonly LogRecord[]): Promise<number>;
  load(doc: string): Promise<LoadedLog>;
  /**
   * Keeps a whole state that holds every record of the document up to `upTo`. The snapshot before it stays, and with it the records
   * in between: one damaged snapshot costs nothing.
   */
  keepSnapshot(doc: string, upTo: number, data: Uint8Array, at: number): Promise<void>;
  /** Removes a document for good, and its bytes out of the file. Appending waits meanwhile, some 10 ms a megabyte of the log. */
  forget(doc: string): Promise<void>;
  documents(): Promise<string[]>;
  /** Reads every record and names the damaged ones. */
  check(): Promise<Damage[]>;
  /** Writes a consistent copy of the whole log into a new file while work goes on. */
  copyTo(file: string): Promise<void>;
  close(): Promise<void>;
};
