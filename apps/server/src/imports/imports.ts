import { mkdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import type { ReadingChoices, RefusalCode } from "@polku/evidence";
import type { ProblemCode } from "@polku/protocol";
import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import { makeQuote } from "../commands/makeQuote.ts";
import { Problem } from "../errors.ts";
import { suggestLinks } from "../intake/suggestLinks.ts";
import type { Services } from "../services.ts";
import type { EvidenceStore } from "../storage/evidenceStore.ts";
import type { ImportState } from "../storage/evidenceTables.ts";
import type { AppDatabase } from "../storage/tables.ts";
import type { ImportTask, PreviewOfFile } from "./importMessages.ts";
import {
  type ImportProcessLimits,
  importLimits,
  ImportProcessEnded,
  runImportProcess,
} from "./importProcess.ts";
import { keepAnswers } from "./keepAnswers.ts";
import { forgetJob, type ImportJob, jobsLeft, keepJob, notBegun } from "./importJobs.ts";
import { respondentSecret } from "./prepareContact.ts";

/** Files on their way into the library, one at a time, each read by a process of its own. */
export type Imports = {
  /** Where uploads are put before they are read. */
  folder: string;
  /** Resolves when the job is written down: from then on a restart does not lose it. */
  add(job: ImportJob): Promise<void>;
  /** Stops an import that waits or runs; what it has kept stays. False when it is neither. */
  cancel(importId: string): Promise<boolean>;
  /** Stops every import into a source, before the source is erased. */
  cancelSource(sourceId: string): Promise<void>;
  /** Throws the `Problem` of a file that cannot be read. */
  preview(file: string, fileName: string, choices: ReadingChoices): Promise<PreviewOfFile>;
  /** Resolves when nothing waits or runs. */
  idle(): Promise<void>;
  close(): Promise<void>;
};

type Deps = {
  db: AppDatabase;
  store: EvidenceStore;
  /** Open maps are told of what the rules suggest. */
  rooms: Services["rooms"];
  clock: Clock;
  log: Logger;
  secret: string;
  dataFolder: string;
};

/** The problem that a refusal of the reader stands for. */
export function refusalProblem(code: RefusalCode): ProblemCode {
  return `file.${code}`;
}

/**
 * Opens the queue. Imports that a stopped server left are begun anew: what they had kept is known again, so nothing is added twice. One whose file is gone has
 * failed, with a reason.
 */
export async function openImports(deps: Deps, limits: ImportProcessLimits = importLimits): Promise<Imports> {
  const folder = path.join(deps.dataFolder, "imports");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const left = await jobsLeft(deps.db, folder);
  await deps.store.failUnfinished("import.interrupted", deps.clock.now());
  for (const { importId } of left)
    await deps.store.changeImport(importId, { state: "waiting", reason: null, endedAt: null });
  const running = new Map<
    string,
    { job: ImportJob; stop: AbortController; started: boolean; ended: Promise<void> }
  >();
  let turn = Promise.resolve();
  let closed = false;

  const cancel = async (importId: string): Promise<boolean> => {
    const found = running.get(importId);
    if (found === undefined) return false;
    found.stop.abort();
    // One that still waits for its turn need not be waited for.
    if (found.started) await found.ended;
    else await deps.store.changeImport(importId, { state: "cancelled", endedAt: deps.clock.now() });
    return true;
  };
  const enqueue = (job: ImportJob): void => {
    const stop = new AbortController();
    const entry = { job, stop, started: false, ended: Promise.resolve() };
    entry.ended = turn.then(() => {
      entry.started = true;
      return runJob(deps, limits, job, stop.signal, () => closed);
    });
    running.set(job.importId, entry);
    turn = entry.ended.finally(() => running.delete(job.importId));
  };
  for (const job of left) enqueue(job);

  return {
    folder,
    add: async (job) => {
      await keepJob(deps.db, job);
      enqueue(job);
    },
    cancel,
    cancelSource: async (sourceId) => {
      const own = [...running.values()].filter(({ job }) => job.sourceId === sourceId);
      await Promise.all(own.map(({ job }) => cancel(job.importId)));
    },
    preview: (file, fileName, choices) =>
      previewFile(limits, { t: "preview", file, fileName, choices }, deps.log),
    idle: async () => {
      while (running.size > 0) await turn;
    },
    close: async () => {
      closed = true;
      for (const { stop } of running.values()) stop.abort();
      await turn;
    },
  };
}

/** Runs one import to its end; never rejects. What goes wrong is the import's state and the log's, not the caller's. */
async function runJob(
  deps: Deps,
  limits: ImportProcessLimits,
  job: ImportJob,
  signal: AbortSignal,
  closing: () => boolean,
): Promise<void> {
  const { store, clock, log } = deps;
  const end = async (state: ImportState, reason: string | null): Promise<void> => {
    await store.changeImport(job.importId, { state, reason, endedAt: clock.now() });
  };
  try {
    if (signal.aborted) throw new ImportProcessEnded("stopped");
    await store.changeImport(job.importId, { state: "running" });
    const { file, fileName, choices, mask, heldAt, language } = job;
    const secret = respondentSecret(deps.secret);
    const task = { t: "read", file, fileName, choices, mask, heldAt, language, secret } as const;
    const before = await store.findImport(job.importId);
    const needed = { db: deps.db, evidence: store, clock, rooms: deps.rooms };
    const counted = { kept: before?.kept ?? 0, suggested: before?.suggested ?? 0 };
    const keeper = keepAnswers(store, job, counted, {
      quote: (asked) => makeQuote(needed, { id: job.by }, asked, "en"),
      suggest: async (contacts) => (job.suggest === false ? 0 : suggestLinks(needed, contacts)),
    });
    await runImportProcess(task, limits, keeper.answer, signal);
    await end(keeper.refused() === null ? "done" : "failed", keeper.refused());
  } catch (error) {
    const stopped = signal.aborted;
    // The server stops; the next one goes on with it.
    if (stopped && closing()) return await notBegun(deps.db, job.importId);
    if (!stopped) log.warn({ err: error, importId: job.importId }, "an import failed");
    await end(stopped ? "cancelled" : "failed", stopped ? null : "file.unreadable").catch((err: unknown) =>
      log.error({ err, importId: job.importId }, "the end of an import was not written down"),
    );
  }
  await rm(job.file, { force: true });
  await forgetJob(deps.db, job.importId).catch((err: unknown) =>
    log.error({ err, importId: job.importId }, "an import that ended would be begun anew"),
  );
}

async function previewFile(
  limits: ImportProcessLimits,
  task: ImportTask,
  log: Logger,
): Promise<PreviewOfFile> {
  let seen: PreviewOfFile | undefined;
  let refused: RefusalCode | undefined;
  try {
    await runImportProcess(
      task,
      limits,
      async (answer) => {
        if (answer.t === "preview") seen = answer.preview;
        if (answer.t === "refused") refused = answer.code;
      },
      new AbortController().signal,
    );
  } catch (error) {
    log.warn({ err: error }, "a preview failed");
  }
  if (seen !== undefined) return seen;
  throw new Problem(refused === undefined ? "file.unreadable" : refusalProblem(refused));
}
