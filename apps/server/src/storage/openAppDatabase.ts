import path from "node:path";
import { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { migrations } from "./migrations/index.ts";
import { openSqliteThread } from "./sql/sqliteThread.ts";
import { threadDialect } from "./sql/threadDialect.ts";
import type { AppDatabase, AppTables } from "./tables.ts";

/** Opens `app.db` in the data folder and brings it to the present shape. Throws the failing migration's own error. */
export async function openAppDatabase(dataFolder: string): Promise<AppDatabase> {
  const thread = openSqliteThread(path.join(dataFolder, "app.db"));
  const db = new Kysely<AppTables>({ dialect: threadDialect(thread) });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) {
    await db.destroy();
    throw error instanceof Error ? error : new Error(String(error));
  }
  return db;
}
