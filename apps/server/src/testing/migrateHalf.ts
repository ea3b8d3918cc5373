// Opens the app database of a folder with a migration that gets half-way and stays there, to be killed.
import { sql } from "kysely";
import type { Migration } from "kysely/migration";
import { migrations } from "../storage/migrations/index.ts";
import { openAppDatabase } from "../storage/openAppDatabase.ts";

const half: Migration = {
  up: async (db) => {
    await sql`create table half (x)`.execute(db);
    await sql`delete from signInLink`.execute(db);
    process.stdout.write("half-way\n");
    await new Promise(() => setInterval(() => {}, 60_000));
  },
};
await openAppDatabase(process.argv[2] ?? "", { migrations: { ...migrations, "9999-next": half } });
