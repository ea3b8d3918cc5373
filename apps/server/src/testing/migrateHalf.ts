// Opens the app database of a folder with a migration that gets half-way and stays there, to be killed.
import { sql } from "kysely";
import { migrations } from "../storage/migrations/index.ts";
import { openAppDatabase } from "../storage/openAppDatabase.ts";

await openAppDatabase(process.argv[2] ?? "", {
  ...migrations,
  "9999-next": {
    up: async (db) => {
      await sql`create table half (x)`.execute(db);
      await sql`delete from signInLink`.execute(db);
      process.stdout.write("half-way\n");
      await new Promise(() => setInterval(() => {}, 60_000));
    },
  },
});
