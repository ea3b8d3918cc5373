import type { Document, Extension, Hocuspocus } from "@hocuspocus/server";
import type { Logger } from "pino";
import * as Y from "yjs";
import type { Clock } from "../clock.ts";
import type { JourneyLog, LoadedLog } from "../storage/journeyLog.ts";
import { hasRoomForAnother, heapShare } from "./admission.ts";
import { countEntities, type DocumentSize, hasRoom } from "./documentSize.ts";
import type { Hands } from "./hands.ts";
import type { Journal } from "./journal.ts";
import { loadInParts, replay } from "./replay.ts";
import type { TakeApart } from "./takeApart.ts";

const snapshotAfter = 500;
const snapshotEveryMs = 30_000;
const quietMs = 1_000;

/** What is remembered about an open document. */
type OpenDocument = DocumentSize & {
  sinceSnapshot: number;
  snapshotAt: number;
  /** While an update is tried: what it made of the document, kept from the log until it is known to be whole. */
  held: Change[] | undefined;
  /** An update broke in the middle of this document: nothing of it is written any more, and it is read from the log anew. */
  spoilt: boolean;
  timer: NodeJS.Timeout | undefined;
};

type Change = { update: Uint8Array; origin: unknown };

/** The way of every document from the log into memory and back. */
export type DocumentLife = {
  extension: Extension;
  /** Reads a document before it is opened, so that one that cannot be read is refused at the door. Rejects with the log's error. */
  prepare(name: string): Promise<void>;
  /** True for a document with a damaged record: it is shown up to there and not written. */
  isDamaged(name: string): boolean;
  /** Whether a document may grow by so many bytes, and by so many entities in each root map. */
  hasRoomFor(document: Document, bytes: number, entities?: ReadonlyMap<string, number>): boolean;
  /**
   * Applies a foreign update. When it throws half-way or leaves something parked, none of it reaches the log or anybody, the document in
   * memory is given up and everybody's next opening reads it from the log. Returns false then.
   */
  tryOut(document: Document, apply: () => void): boolean;
  /** Called with a document whenever it has changed, and with the origin of the change. */
  onChange(listener: (document: Document, origin: unknown) => void): void;
};

export function makeDocumentLife(
  deps: {
    log: JourneyLog;
    takeApart: TakeApart;
    journal: Journal;
    hands: Hands;
    clock: Clock;
    logger: Logger;
    heapShare?: (() => number) | undefined;
  },
  host: () => Hocuspocus,
  onSpoilt: (document: Document) => void,
): DocumentLife {
  const { log, journal, hands, clock, logger } = deps;
  const open = new Map<string, OpenDocument>();
  const prepared = new Map<string, Promise<LoadedLog>>();
  const damaged = new Set<string>();
  const listeners: ((document: Document, origin: unknown) => void)[] = [];

  function loadedOnce(name: string): Promise<LoadedLog> {
    const known = prepared.get(name);
    if (known !== undefined) return known;
    const loading = loadInParts(log, deps.takeApart, name);
    prepared.set(name, loading);
    loading.catch(() => prepared.delete(name));
    return loading;
  }

  /** Writes the whole state beside the updates. It holds at least every record that is on disk when it is made. */
  async function takeSnapshot(document: Document, state: OpenDocument): Promise<void> {
    state.snapshotAt = clock.now();
    await journal.committed(journal.lastTicket(document.name));
    const upTo = journal.lastSeq(document.name);
    const behind = state.sinceSnapshot;
    const data = Y.encodeStateAsUpdate(document);
    await log.keepSnapshot(document.name, upTo, data, clock.now());
    state.sinceSnapshot -= behind;
    state.bytes = data.length;
    state.counts = countEntities(document);
  }

  const wantsSnapshot = (name: string, state: OpenDocument) =>
    state.sinceSnapshot > snapshotAfter && !damaged.has(name) && !state.spoilt;

  function snapshotSoon(document: Document, state: OpenDocument): void {
    if (state.timer !== undefined || !wantsSnapshot(document.name, state)) return;
    const wait = Math.max(quietMs, state.snapshotAt + snapshotEveryMs - clock.now());
    state.timer = setTimeout(() => {
      state.timer = undefined;
      if (state.spoilt) return;
      takeSnapshot(document, state).catch((err: unknown) =>
        logger.warn({ err }, "a snapshot could not be kept; later"),
      );
    }, wait);
    state.timer.unref();
  }

  function tellChange(document: Document, origin: unknown): void {
    for (const listener of listeners) {
      try {
        listener(document, origin);
      } catch (err) {
        logger.error({ err }, "telling of a change failed");
      }
    }
  }

  function noteChange(document: Document, state: OpenDocument, { update, origin }: Change): void {
    journal.record(document.name, update);
    state.sinceSnapshot += 1;
    state.bytes += update.length;
    snapshotSoon(document, state);
    tellChange(document, origin);
  }

  function takeChange(document: Document, state: OpenDocument, change: Change): void {
    if (state.spoilt) return;
    if (state.held === undefined) noteChange(document, state, change);
    else state.held.push(change);
  }

  function spoil(document: Document, state: OpenDocument): void {
    state.spoilt = true;
    clearTimeout(state.timer);
    logger.error({ document: document.name }, "an update broke a document; it is read from the log anew");
    onSpoilt(document);
  }

  function tryOut(document: Document, apply: () => void): boolean {
    const state = open.get(document.name);
    if (state === undefined || state.spoilt) return false;
    const changes: Change[] = [];
    state.held = changes;
    try {
      apply();
    } catch {
      spoil(document, state);
      return false;
    } finally {
      state.held = undefined;
    }
    if (document.store.pendingStructs !== null || document.store.pendingDs !== null) {
      spoil(document, state);
      return false;
    }
    for (const change of changes) noteChange(document, state, change);
    return true;
  }

  const extension: Extension = {
    extensionName: "appendToLog",
    onLoadDocument: async ({ document, documentName }) => {
      try {
        const loaded = await loadedOnce(documentName);
        await replay(document, loaded.updates);
        hands.open(documentName, loaded.writers);
        journal.startFrom(documentName, loaded.lastSeq);
        if (loaded.damage !== undefined) {
          damaged.add(documentName);
          logger.error({ damage: loaded.damage }, "a damaged record: the journey is open for reading only");
        }
        const bytes = loaded.updates.reduce((sum, update) => sum + update.length, 0);
        open.set(documentName, {
          sinceSnapshot: loaded.sinceSnapshot,
          snapshotAt: 0,
          bytes,
          counts: countEntities(document),
          held: undefined,
          spoilt: false,
          timer: undefined,
        });
      } catch (error) {
        // Hocuspocus forgets a document that failed to load, but its presence timer would run on.
        document.destroy();
        throw error;
      } finally {
        prepared.delete(documentName);
      }
    },
    afterLoadDocument: async ({ document, documentName }) => {
      const state = open.get(documentName);
      if (state === undefined) return;
      // Hocuspocus' own way of storing is never used; without this it would keep a timer and run its hooks for each update.
      document.onUpdate(() => {});
      document.on("update", (update: Uint8Array, origin: unknown) =>
        takeChange(document, state, { update, origin }),
      );
      snapshotSoon(document, state);
    },
    beforeUnloadDocument: async ({ document, documentName }) => {
      await journal.committed(journal.lastTicket(documentName));
      const state = open.get(documentName);
      if (state !== undefined && wantsSnapshot(documentName, state))
        await takeSnapshot(document, state).catch((err: unknown) =>
          logger.warn({ err }, "a snapshot could not be kept"),
        );
    },
    afterUnloadDocument: async ({ documentName }) => {
      if (host().documents.has(documentName)) return;
      clearTimeout(open.get(documentName)?.timer);
      open.delete(documentName);
      damaged.delete(documentName);
      hands.close(documentName);
      journal.release(documentName);
    },
  };

  return {
    extension,
    prepare: async (name) => {
      if (open.get(name)?.spoilt === true) throw new Error("The document is being read from the log anew.");
      const { documents, loadingDocuments } = host();
      if (documents.has(name) || loadingDocuments.has(name)) return;
      const heap = (deps.heapShare ?? heapShare)();
      if (!hasRoomForAnother(documents.size + loadingDocuments.size, heap))
        throw new Error(
          `No further journey is opened: ${documents.size} are open, ${Math.round(heap * 100)} % of the heap is in use.`,
        );
      await loadedOnce(name);
    },
    isDamaged: (name) => damaged.has(name),
    hasRoomFor: (document, bytes, entities) => {
      const state = open.get(document.name);
      return state !== undefined && hasRoom(document, state, bytes, entities ?? new Map());
    },
    tryOut,
    onChange: (listener) => void listeners.push(listener),
  };
}
