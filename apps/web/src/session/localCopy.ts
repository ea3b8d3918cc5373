import type { JourneyDoc } from "@polku/journey";
import { IndexeddbPersistence } from "y-indexeddb";

/** The copy of a journey in this browser: offline edits live in it until the server has them. */
export type LocalCopy = {
  /** The origin of the changes that come out of it. */
  readonly origin: unknown;
  /** False once it is known that this browser keeps nothing: a private window, a full disk, cleared data. */
  readonly keeps: () => boolean;
  /** Resolves when everything in it is in the document, or when there is nothing to wait for. */
  readonly read: Promise<void>;
  readonly close: () => Promise<void>;
  /** Throws the copy away. */
  readonly forget: () => Promise<void>;
};

/** What the browser says when it has no room or has taken the storage away. The library lets these fall, so they are heard here. */
const NO_STORAGE = /QuotaExceeded|InvalidState|database connection is closing|storage/i;

/** Whose copy of which journey: people who share a computer do not share copies. */
export function localCopyName(journeyId: string, personId: string): string {
  return `polku/${journeyId}/${personId}`;
}

/** A browser whose storage does not answer (another tab holds it, a disk is asleep) is not waited for, ms. */
const PATIENCE = 3_000;

/** Opens the copy of a journey and keeps it up to date; `tell` is called when it turns out that nothing is kept. */
export function openLocalCopy(name: string, doc: JourneyDoc, tell: () => void): LocalCopy {
  const copy = new IndexeddbPersistence(name, doc);
  let keeps = true;
  let done: () => void = () => undefined;
  const read = new Promise<void>((resolve) => (done = resolve));
  copy.once("synced", done);
  setTimeout(done, PATIENCE);
  const stop = new AbortController();

  const fail = (): void => {
    if (!keeps || stop.signal.aborted) return;
    keeps = false;
    done();
    tell();
  };
  const watch = async (): Promise<void> => {
    try {
      await copy.get("opened");
    } catch {
      fail();
      return;
    }
    // A full disk shows only when a transaction is committed, after its requests have succeeded; the library does not look.
    for (const trouble of ["abort", "error"]) copy.db?.addEventListener(trouble, fail);
    copy.db?.addEventListener("close", () => {
      // Without this every further change would throw inside the document.
      void copy.destroy();
      fail();
    });
  };
  void watch();
  addEventListener(
    "unhandledrejection",
    (event) => {
      if (!NO_STORAGE.test(String(event.reason))) return;
      event.preventDefault();
      fail();
    },
    { signal: stop.signal },
  );

  return {
    origin: copy,
    keeps: () => keeps,
    read,
    close: async () => {
      stop.abort();
      // One that never opened has nothing to close.
      await copy.destroy().catch(() => undefined);
    },
    forget: async () => {
      stop.abort();
      await copy.clearData().catch(() => undefined);
    },
  };
}
