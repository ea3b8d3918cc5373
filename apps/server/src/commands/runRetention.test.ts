import { pino } from "pino";
import { expect, onTestFinished, test } from "vitest";
import { runDaily } from "../daily.ts";
import { importedFile } from "../testing/evidence.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";
import { runRetention } from "./runRetention.ts";

const start = Date.parse("2026-11-24T12:00:00Z");
const day = 86_400_000;

type House = { server: TestServer; token: string; clock: { at: number } };

async function house(): Promise<House> {
  const clock = { at: start };
  const server = await startTestServer({ clock: { now: () => clock.at } });
  onTestFinished(() => server.stop());
  return { server, token: await server.token("owner"), clock };
}

async function add({ server, token }: House, title: string, more: object = {}): Promise<string> {
  const mapping = { words: ["Palaute"], person: "Kuka" };
  const meta = { kind: "survey_open", title, mapping, ...more };
  const bytes = `Palaute;Kuka\nSana ${title};maija@esimerkki.fi\n`;
  return String((await importedFile(server, token, { bytes, name: `${title}.csv`, meta })).sourceId);
}

const look = ({ server, token }: House, id: string) => server.ask("GET", `/api/v1/sources/${id}`, { token });

test("words and identities are kept for 24 months from the import unless a person says otherwise", async () => {
  const home = await house();
  const usual = await add(home, "Tavallinen");
  expect((await look(home, usual)).body).toMatchObject({
    retentionUntil: "2028-11-24T12:00:00.000Z",
    identityUntil: "2028-11-24T12:00:00.000Z",
  });
  const short = await add(home, "Lyhyt", { retentionUntil: "2027-01-31", identityUntil: "2026-12-31" });
  expect((await look(home, short)).body).toMatchObject({
    retentionUntil: "2027-01-31T00:00:00.000Z",
    identityUntil: "2026-12-31T00:00:00.000Z",
  });
});

test("the owner changes the days; a day that is over, an editor and an unknown source are refused", async () => {
  const home = await house();
  const { server, token } = home;
  const id = await add(home, "Muuttuva");
  const change = (body: object, bearer = token, of = id) =>
    server.ask("PATCH", `/api/v1/sources/${of}`, { token: bearer, body });
  expect((await change({ retentionUntil: "2030-01-01" })).body).toMatchObject({
    retentionUntil: "2030-01-01T00:00:00.000Z",
    identityUntil: "2028-11-24T12:00:00.000Z",
  });
  expect((await change({ identityUntil: "2026-11-24" })).body.code).toBe("source.past");
  expect((await change({ identityUntil: "2030-01-01" }, await server.token("editor"))).status).toBe(403);
  expect((await change({ identityUntil: "2030-01-01" }, token, "nobody")).status).toBe(404);
});

test("a source goes on its day and not before; identities go on theirs while the words stay; sample data stays", async () => {
  const home = await house();
  const { server, token, clock } = home;
  const gone = await add(home, "Lähtevä", { retentionUntil: "2026-12-01" });
  const nameless = await add(home, "Nimetön", { identityUntil: "2026-12-01" });
  const other = await add(home, "Muu");
  clock.at = Date.parse("2026-12-01T00:00:00Z") - 1;
  expect(await runRetention(server.services)).toEqual({ erased: 0, forgotten: 0, purged: 0 });
  clock.at += 1;
  expect(await runRetention(server.services)).toEqual({ erased: 1, forgotten: 1, purged: 0 });
  expect(await runRetention(server.services)).toEqual({ erased: 0, forgotten: 0, purged: 0 });
  expect((await look(home, gone)).status).toBe(404);
  const said = async (id: string) =>
    (await server.ask("GET", `/api/v1/contacts?source=${id}`, { token })).body.items as unknown[];
  expect(await said(nameless)).toMatchObject([{ text: "Sana Nimetön", respondentKey: null }]);
  expect(await said(other)).toMatchObject([{ respondentKey: expect.stringMatching(/.{20}/) as string }]);
  expect(await server.services.evidence.tombstones()).toMatchObject([
    { what: "source", id: gone, by: "retention", reason: "retention" },
  ]);
});

test("it runs once a day; a day that was missed is told in the log and in the metrics, and is caught up with", async () => {
  const { server, clock } = await house();
  const logged: string[] = [];
  const log = pino({ level: "warn" }, { write: (line: string) => void logged.push(line) });
  const services = { ...server.services, log };
  await services.db.deleteFrom("dailyRun").execute();
  let runs = 0;
  let fails = false;
  const daily = runDaily(services, "retention", async () => {
    if (fails) throw new Error("no");
    runs += 1;
  });
  const metric = async (name: string): Promise<string> => {
    const { text } = await server.ask("GET", "/metrics");
    return new RegExp(`^${name}\\{name="retention"\\} (.*)$`, "m").exec(text)?.[1] ?? "none";
  };
  await daily.look();
  await daily.look();
  expect(runs).toBe(1);
  clock.at += day - 1;
  await daily.look();
  expect(runs).toBe(1);
  clock.at += 1;
  await daily.look();
  expect(runs).toBe(2);
  expect(logged).toEqual([]);
  fails = true;
  clock.at += 5 * day;
  await daily.look();
  expect(logged.join("")).toContain("what runs daily was missed");
  expect(logged.join("")).toContain("what runs daily failed");
  expect(await metric("polku_daily_run_late")).toBe("1");
  fails = false;
  await daily.look();
  expect(runs).toBe(3);
  expect(await metric("polku_daily_run_late")).toBe("0");
  expect(await metric("polku_daily_run_timestamp_seconds")).toBe(String(clock.at / 1000));
  await daily.close();
});
