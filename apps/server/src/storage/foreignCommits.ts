import { sql } from "kysely";
import type { AppDatabase } from "./tables.ts";

/**
 * Tells, each time it is asked, whether another process (the command line) has written to `app.db` since the last time; the first time,
 * since it was opened.
 */
export async function watchForeignCommits(db: AppDatabase): Promise<() => Promise<boolean>> {
  async function version(): Promise<number | undefined> {
    const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(db);
    return rows[0]?.data_version;
  }
  let known = await version();
  return async () => {
    const before = known;
    known = await version();
    return known !== before;
  };
}
