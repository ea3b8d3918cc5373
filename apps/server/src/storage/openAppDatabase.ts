import path from "node:path";
import { Kysely, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { copyBefore, removeCopies } from "./migrationCopy.ts";
import { migrations as ownMigrations } from "./migrations/index.ts";
import { openSqliteThread } from "./sql/sqliteThread.ts";
import { threadDialect } from "./sql/threadDialect.ts";
import type { AppDatabase, AppTables } from "./tables.ts";

type Migrations = Record<string, Migration>;

type Options = {
  migrations?: Migrations;
  /** A server is running on the data: its tables are not changed under it. */
  beside?: boolean;
};

/** The migrations that the file has not seen, in their order. Throws when the file has seen one that is not in the list. */
async function pendingIn(db: Kysely<AppTables>, migrations: Migrations) {
  const { rows } = await sql<{
    name: string;
  }>`select name from sqlite_master where name = 'kysely_migration'`.execute(db);
  const seen =
    rows.length === 0
      ? []
      : (await sql<{ name: string }>`select name from kysely_migration`.execute(db)).rows.map(
          ({ name }) => name,
        );
  const strange = seen.find((name) => migrations[name] === undefined);
  if (strange !== undefined)
    throw new Error(
      `app.db was written by a newer Polku (it has seen "${strange}"). Start that version, or restore a backup.`,
    );
  return {
    isNew: seen.length === 0,
    pending: Object.keys(migrations)
      .sort()
      .filter((name) => !seen.includes(name)),
  };
}

/** Brings the file to the present shape: all pending migrations in one transaction, after a copy of what was there. */
async function migrate(
  db: Kysely<AppTables>,
  dataFolder: string,
  { migrations = ownMigrations, beside = false }: Options,
): Promise<void> {
  const { isNew, pending } = await pendingIn(db, migrations);
  const [first] = pending;
  if (first === undefined) {
    removeCopies(dataFolder, "old");
    return;
  }
  if (beside)
    throw new Error(
      "The server that is running on this data is of an older Polku. Stop it and start the new one.",
    );
  if (!isNew) await copyBefore(db, dataFolder, first);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error(String(error));
}

/**
 * Opens `app.db` in the data folder and brings it to the present shape. Throws the failing migration's own error; the file is then as it
 * was, and the copy made before lies beside it. Throws too when it would have to migrate `beside` a running server.
 */
export async function openAppDatabase(dataFolder: string, options: Options = {}): Promise<AppDatabase> {
  const thread = openSqliteThread(path.join(dataFolder, "app.db"));
  const db = new Kysely<AppTables>({ dialect: threadDialect(thread) });
  try {
    await migrate(db, dataFolder, options);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
