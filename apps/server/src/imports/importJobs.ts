import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import type { PersonalDataKind, ReadingChoices } from "@polku/evidence";
import type { AppDatabase } from "../storage/tables.ts";

/** One file on disk, to be read into a source. The file is removed when the import has ended, however it ends. */
export type ImportJob = {
  importId: string;
  sourceId: string;
  file: string;
  fileName: string;
  choices: ReadingChoices;
  mask: boolean | readonly PersonalDataKind[];
  heldAt: number | null;
  language: "fi" | "en" | null;
  /** Who imports: coded passages become their quotes. */
  by: string;
  /** Whether the rules may suggest touchpoints for what it brings; they may when missing. */
  suggest?: boolean;
};

/** How often an import is begun anew before it is given up: a file that takes the server down must not do so for ever. */
const mostStarts = 3;

export async function keepJob(db: AppDatabase, job: ImportJob): Promise<void> {
  await db
    .insertInto("importJob")
    .values({ importId: job.importId, job: JSON.stringify(job), starts: 0 })
    .execute();
}

export async function forgetJob(db: AppDatabase, importId: string): Promise<void> {
  await db.deleteFrom("importJob").where("importId", "=", importId).execute();
}

/** An orderly stop is not the file's fault: it does not count as a beginning. */
export async function notBegun(db: AppDatabase, importId: string): Promise<void> {
  await db.updateTable("importJob").set({ starts: 0 }).where("importId", "=", importId).execute();
}

/**
 * The imports that a stopped server left, in the order they came, each counted as begun once more; those begun too often, and those whose file is gone,
 * are left out. Files that belong to none of them are removed from the folder.
 */
export async function jobsLeft(db: AppDatabase, folder: string): Promise<ImportJob[]> {
  const rows = await db
    .selectFrom("importJob")
    .innerJoin("sourceImport", "sourceImport.id", "importJob.importId")
    .select(["importId", "job", "starts"])
    .orderBy("createdAt")
    .execute();
  const jobs = rows
    .filter(({ starts }) => starts < mostStarts)
    .map(({ job }) => JSON.parse(job) as ImportJob)
    // The folder may have moved since, as after restoring it elsewhere.
    .map((job) => ({ ...job, file: path.join(folder, path.basename(job.file)) }))
    .filter(({ file }) => existsSync(file));
  const kept = jobs.map(({ importId }) => importId);
  await db.deleteFrom("importJob").where("importId", "not in", kept).execute();
  await db
    .updateTable("importJob")
    .set((of) => ({ starts: of("starts", "+", 1) }))
    .execute();
  const files = new Set(jobs.map(({ file }) => path.basename(file)));
  for (const name of readdirSync(folder))
    if (!files.has(name)) rmSync(path.join(folder, name), { recursive: true, force: true });
  return jobs;
}
