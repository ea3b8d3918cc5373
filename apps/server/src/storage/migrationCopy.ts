import { chmodSync, readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { type Kysely, sql } from "kysely";

const prefix = "app.db.before-";
const keptForMs = 7 * 24 * 60 * 60 * 1_000;

function copiesIn(dataFolder: string): string[] {
  return readdirSync(dataFolder)
    .filter((name) => name.startsWith(prefix))
    .map((name) => path.join(dataFolder, name));
}

/** Copies `app.db` as it stands, closed to others, before the named migration changes it. Only the newest copy is kept. */
export async function copyBefore<T>(db: Kysely<T>, dataFolder: string, migration: string): Promise<void> {
  removeCopies(dataFolder);
  const file = path.join(dataFolder, prefix + migration);
  await sql`vacuum into ${file}`.execute(db);
  chmodSync(file, 0o600);
}

/** Removes the copies that migrations left: all, or those older than a week. They hold what has been erased since. */
export function removeCopies(dataFolder: string, which: "all" | "old" = "all"): void {
  const oldest = Date.now() - keptForMs;
  for (const file of copiesIn(dataFolder))
    if (which === "all" || statSync(file).mtimeMs < oldest) rmSync(file, { force: true });
}
