import { appendFileSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { importedFile, sendFile } from "../testing/evidence.ts";
import { pngHolding } from "../testing/pngHolding.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";
import { runRetention } from "./runRetention.ts";

const start = Date.parse("2026-11-28T12:00:00Z");
const day = 86_400_000;
const letters = "kanaria";

type House = { server: TestServer; token: string; clock: { at: number } };

async function house(folder?: string): Promise<House> {
  const clock = { at: start };
  const server = await startTestServer({
    clock: { now: () => clock.at },
    ...(folder === undefined ? {} : { folder }),
  });
  onTestFinished(() => server.stop());
  return { server, token: await server.token("owner"), clock };
}

/** Files of the data folder in which the canary sings. */
function filesWithCanary(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return all
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .filter((file) => readFileSync(file, "latin1").toLowerCase().includes(letters));
}

/** A journey with a canary in everything that may hang on it. */
async function fullJourney({ server, token }: House): Promise<string> {
  const ask = (method: string, where: string, body?: unknown) => server.ask(method, where, { token, body });
  const id = await server.journey(`Polku ${letters}`);
  const at = `/api/v1/journeys/${id}`;
  const run = (name: string, args: object) =>
    ask("POST", `${at}/commands`, [{ id: crypto.randomUUID(), name, args }]);
  await run("addStage", { title: `Vaihe ${letters}` });
  await run("addInsight", { title: `Oivallus ${letters}` });
  await ask("POST", `${at}/comments`, { id: "c", thing: "journey", text: `Kommentti ${letters}` });
  await ask("POST", `${at}/tasks`, { id: "t", thing: "journey", text: `Tehtävä ${letters}`, owner: letters });
  await ask("POST", `${at}/versions`, { name: `Versio ${letters}` });
  const step = { id: "w", title: `Kohta ${letters}`, instruction: "", minutes: 5, tool: "write" };
  const plain = { anonymous: true, dots: 3, voteOn: "notes", asksHuman: false, asksFeeling: false, hear: 0 };
  await ask("POST", `${at}/workshop`, { title: `Työpaja ${letters}`, steps: [{ ...step, ...plain }] });
  await ask("POST", `${at}/workshop/drafts`, { id: "d", stepId: "w", text: `Lappu ${letters}` });
  await ask("POST", `${at}/workshop/reveal`, { stepId: "w" });
  await ask("POST", `${at}/links`, { role: "editor" });
  await ask("POST", `${at}/participant-links`, { asks: "customer", title: "Käyrät" });
  await ask("POST", "/api/v1/routing-rules", { journeyId: id, touchpointId: "t", words: letters });
  const sent = await sendFile(server, token, {
    bytes: pngHolding(letters),
    name: "a.png",
    path: `${at}/images`,
  });
  expect(sent.status).toBe(201);
  return id;
}

const trashOf = async ({ server, token }: House) =>
  (await server.ask("GET", "/api/v1/trash", { token })).body.items as { id: string; goesAt: string }[];

test("a journey in the trash says when it goes; it comes back whole, or goes for good with all that hangs on it, to the last byte of the data folder", async () => {
  const home = await house();
  const { server, token } = home;
  const ask = (method: string, where: string) => server.ask(method, where, { token });
  const id = await fullJourney(home);
  const other = await server.journey("Toinen");
  expect(filesWithCanary(server.folder)).not.toEqual([]);

  await ask("DELETE", `/api/v1/journeys/${id}`);
  expect(await trashOf(home)).toMatchObject([{ id, goesAt: "2026-12-28T12:00:00.000Z" }]);
  expect((await ask("POST", `/api/v1/trash/${id}/restore`)).status).toBe(204);
  expect((await ask("GET", `/api/v1/journeys/${id}`)).text).toContain(`Vaihe ${letters}`);
  expect((await ask("DELETE", `/api/v1/trash/${id}`)).body.code).toBe("journey.unknown");

  await ask("DELETE", `/api/v1/journeys/${id}`);
  expect((await ask("DELETE", `/api/v1/trash/${id}`)).status).toBe(204);
  expect(await trashOf(home)).toEqual([]);
  expect((await ask("POST", `/api/v1/trash/${id}/restore`)).status).toBe(404);
  expect(filesWithCanary(server.folder)).toEqual([]);
  expect((await ask("GET", `/api/v1/journeys/${other}`)).status).toBe(200);
  expect((await ask("GET", "/api/v1/access-log")).text).toContain(id);
});

test("every table that names a journey, a workshop or a comment is empty of it afterwards, but for the withdrawn link by which customers answered", async () => {
  const home = await house();
  const { server, token } = home;
  const id = await fullJourney(home);
  await server.ask("DELETE", `/api/v1/journeys/${id}`, { token });
  await server.ask("DELETE", `/api/v1/trash/${id}`, { token });
  const { db } = server.services;
  const { rows } = await sql<{ table: string; column: string }>`
    select "m"."name" as "table", "c"."name" as "column" from "sqlite_master" as "m", pragma_table_info("m"."name") as "c"
    where "m"."type" = 'table' and "c"."name" in ('journeyId', 'workshopId', 'commentId')`.execute(db);
  expect(rows.length).toBeGreaterThan(15);
  const left: string[] = [];
  for (const { table, column } of rows) {
    const found = await sql<{ n: number }>`select count(*) as "n" from ${sql.table(table)}
      where ${sql.ref(column)} not in ('*') and ${sql.ref(column)} is not null`.execute(db);
    if ((found.rows[0]?.n ?? 0) > 0) left.push(table);
  }
  expect(left).toEqual(["participantLink"]);
  const links = await db.selectFrom("participantLink").select("revokedAt").execute();
  expect(links).toEqual([{ revokedAt: start }]);
});

test("the daily run purges what has been in the trash for thirty days, and not before; what customers said stays in the library", async () => {
  const home = await house();
  const { server, token, clock } = home;
  await importedFile(server, token, { bytes: "Palaute\nKukaan ei soittanut\n", name: "a.csv" });
  const id = await fullJourney(home);
  await server.ask("DELETE", `/api/v1/journeys/${id}`, { token });
  clock.at = start + 30 * day - 1;
  expect(await runRetention(server.services)).toMatchObject({ purged: 0 });
  clock.at += 1;
  expect(await runRetention(server.services)).toMatchObject({ purged: 1 });
  expect(filesWithCanary(server.folder)).toEqual([]);
  const said = await server.ask("GET", "/api/v1/contacts?q=soittanut", { token });
  expect(said.body.items).toHaveLength(1);
});

test("a backup that is brought back from before the purge is purged again before anybody is answered", async () => {
  const home = await house();
  const id = await fullJourney(home);
  const { folder } = home.server;
  await home.server.close();
  // The databases are as they were, with the journey in them; the tombstones beside them are those of later.
  const tombstone = { what: "journey", id, erasedAt: start + day, by: "x", reason: "other" };
  appendFileSync(path.join(folder, "keys", "tombstones.jsonl"), `${JSON.stringify(tombstone)}\n`);
  const { server, token } = await house(folder);
  expect((await server.ask("GET", `/api/v1/journeys/${id}`, { token })).status).toBe(404);
  await server.services.privacy.sweep({ whole: true });
  expect(filesWithCanary(folder)).toEqual([]);
});
