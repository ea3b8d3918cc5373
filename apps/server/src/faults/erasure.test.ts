import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pino } from "pino";
import { expect, onTestFinished, test, vi } from "vitest";
import { createApiToken } from "../accounts/apiTokens.ts";
import { systemClock } from "../clock.ts";
import { runCommand } from "../cli/polku.ts";
import { importedFile, samplePicture, sendFile } from "../testing/evidence.ts";
import { type TestServer, startTestServer } from "../testing/testServer.ts";

/** Words that nobody says: where one is found, something was kept. All begin alike, so that a stem of one is found too. */
const canaries = Array.from(
  { length: 50 },
  (_, i) => `kanaria${String.fromCharCode(97 + (i % 26))}${i}lintu`,
);
const letters = "kanaria";

const stamp = (n: number): string => `00:00:${String(n).padStart(2, "0")}`;
const lines = (from: number, to: number, line: (word: string, i: number) => string, between = "\n"): string =>
  canaries.slice(from, to).map(line).join(between);

/** Every importer, with canaries in words, themes, names, ids and in what is left out. */
const files = [
  {
    name: "kanaria.csv",
    bytes: `Palaute;Sähköposti;Teema;Päivä\n${lines(0, 10, (w) => `Sanoin ${w}.;${w}@esimerkki.fi;teema ${w};2026-01-02`)}\nrikki;${letters}\n`,
    meta: { kind: "survey_open", mask: false, purpose: `Syy ${letters}`, samplingNote: `Otos ${letters}` },
  },
  {
    name: "survey.csv",
    bytes: `Answer,Score,Comment ${letters}\n${lines(10, 20, (w) => `"I said ${w}, yes",4,"More ${w}"`)}\n`,
    meta: { kind: "survey_csat", mapping: { words: ["Answer", `Comment ${letters}`] } },
  },
  {
    name: "tickets.csv",
    bytes: `Ticket ID,Description,Channel\n${lines(20, 30, (w) => `${w},"Broken: ${w}",chat ${letters}`)}\n`,
    meta: { kind: "support_ticket", mask: false },
  },
  {
    name: "call.vtt",
    bytes: `WEBVTT\n\n${lines(30, 37, (w, i) => `${stamp(i)}.000 --> ${stamp(i + 1)}.000\n<v Kanaria${i}>Puhuin ${w}.`, "\n\n")}\n`,
    meta: { kind: "call_recording", mask: false },
  },
  {
    name: "call.srt",
    bytes: `${lines(37, 44, (w, i) => `${i + 1}\n${stamp(i)},000 --> ${stamp(i + 1)},000\nAsiakas: Puhuin ${w}.`, "\n\n")}\n`,
    meta: { kind: "call_recording", mask: false },
  },
  {
    name: "notes.txt",
    bytes: `${lines(44, 50, (w) => `Kertoi ${w}.`, "\n\n")}\n`,
    meta: { kind: "interview" },
  },
];

/** Files under a folder in which the letters stand, whatever their case. */
function filesWith(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const named = all.map(({ parentPath, name }) => path.join(parentPath, name));
  return named.filter((file) => readFileSync(file, "latin1").toLowerCase().includes(letters));
}

type Place = { journeyId: string; touchpointId: string };

/** A contact that arrives by itself, and that a rule suggests for a touchpoint. Its source. */
async function streamedIn(server: TestServer, token: string, place: Place): Promise<string> {
  await server.ask("POST", "/api/v1/routing-rules", { token, body: { ...place, words: "jono" } });
  const sender = await createApiToken(server.services.db, systemClock, {
    role: "intake",
    journeyId: "*",
    name: "desk",
  });
  const { body } = await server.ask("POST", "/api/v1/intake?source=Kanaria%20virta&kind=chat", {
    token: sender,
    body: { externalId: `${letters}-1`, person: `${letters}@malli.example`, text: `Jono on ${letters}virta` },
  });
  const where = `journey=${place.journeyId}&touchpoint=${place.touchpointId}`;
  const suggested = await server.ask("GET", `/api/v1/suggestions?${where}`, { token });
  expect(suggested.text).toContain(`${letters}virta`);
  return String(body.sourceId);
}

/** What a customer draws and says on a phone. Its source. */
async function drawnOnAPhone(server: TestServer, token: string, place: Place): Promise<string> {
  const links = `/api/v1/journeys/${place.journeyId}/participant-links`;
  const made = await server.ask("POST", links, {
    token,
    body: { asks: "customer", title: "Kanarian käyrät" },
  });
  const points = [{ touchpointId: place.touchpointId, v: -1, words: `Piirsin ${letters}käyrän` }];
  const answer = { answerId: "a", person: `${letters}-avain-puhelimessa`, consentVersion: "1", points };
  const secret = String(made.body.url).split("#")[1];
  const sent = await server.ask("POST", "/api/v1/participate", {
    body: { secret, ...answer, said: `Kerroin ${letters}sta` },
  });
  expect(sent.status).toBe(204);
  const { items } = (await server.ask("GET", links, { token })).body as { items: { sourceId: string }[] };
  return String(items[0]?.sourceId);
}

/** A picture with canaries beside it, in it, in whose it is and in what was written of it, before and after it was written otherwise. Its source. */
async function seenBySomebody(server: TestServer, token: string): Promise<string> {
  const bytes = samplePicture({ width: 3, comment: `${letters}paikka`, drawn: `${letters}kuva` });
  const meta = {
    kind: "diary_study",
    title: `Kanaria kuvat`,
    caption: `Kuvassa on ${letters}hahmo`,
    person: `${letters}kuvattu`,
  };
  const upload = { bytes, name: `${letters}.png`, path: "/api/v1/pictures", meta };
  const sent = await sendFile(server, token, upload);
  expect(sent.status).toBe(201);
  const { items } = (await server.ask("GET", `/api/v1/contacts?source=${String(sent.body.id)}`, { token }))
    .body;
  const [{ id }] = items as [{ id: string }];
  const caption = `Kuvassa on ${letters}lintu`;
  const said = await server.ask("PATCH", `/api/v1/contacts/${id}/picture`, { token, body: { caption } });
  expect(said.body.text).toBe(caption);
  return String(sent.body.id);
}

test("erased words are in no file of the data folder, in no line of the log, and in no backup, older or newer", async () => {
  let logged = "";
  const log = pino({ level: "trace" }, { write: (line: string) => void (logged += line) });
  const server = await startTestServer({ log });
  const out = mkdtempSync(path.join(tmpdir(), "polku-out-"));
  onTestFinished(async () => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    rmSync(out, { recursive: true, force: true });
    await server.stop();
  });
  vi.spyOn(console, "log").mockImplementation(() => {});
  vi.stubEnv("POLKU_DATA", server.folder);
  vi.stubEnv("POLKU_DEMO", "0");
  const token = await server.token("owner");
  const ask = (method: string, where: string, body?: unknown) => server.ask(method, where, { token, body });

  const sources: string[] = [];
  for (const { name, bytes, meta } of files) {
    const done = await importedFile(server, token, {
      name,
      bytes,
      meta: { title: `Kanaria ${name}`, ...meta },
    });
    expect(done.state).toBe("done");
    sources.push(String(done.sourceId));
  }
  const journey = await server.journey();
  let sent = 0;
  const command = async (name: string, args: object): Promise<string> => {
    sent += 1;
    const deeds = [{ id: String(sent), name, args }];
    const { body } = await ask("POST", `/api/v1/journeys/${journey}/commands`, deeds);
    return (body.results as { value: { id: string } }[])[0]?.value.id ?? "";
  };
  const stageId = await command("addStage", { title: "Vaihe" });
  const touchpointId = await command("addTouchpoint", { stageId });
  const { body: all } = await ask("GET", "/api/v1/contacts?limit=200");
  for (const { id: contactId, text } of all.items as { id: string; text: string }[]) {
    for (const word of canaries.filter((one) => text.includes(one))) {
      const { body } = await ask("POST", "/api/v1/quotes", {
        contactId,
        text: word,
        themes: [`aihe ${word}`],
      });
      await command("pinQuote", { quoteId: body.id, touchpointId, v: -1, vBy: "human" });
    }
  }
  expect((await ask("GET", `/api/v1/quotes?limit=1000`)).body.items).toHaveLength(50);
  const place = { journeyId: journey, touchpointId };
  sources.push(await streamedIn(server, token, place), await drawnOnAPhone(server, token, place));
  sources.push(await seenBySomebody(server, token));
  await ask("POST", `/api/v1/journeys/${journey}/versions`, { name: "Ennen" });
  const exported = await ask("GET", `/api/v1/journeys/${journey}/export?format=json&words=true`);
  expect(canaries.filter((word) => !exported.text.includes(word))).toEqual([]);
  for (const word of canaries.slice(0, 5)) await ask("GET", `/api/v1/contacts?q=${word}&typing=1`);
  expect(filesWith(server.folder)).not.toEqual([]);
  const older = path.join(out, "older.backup");
  expect(await runCommand(["backup", older])).toBe(0);

  // One person, one contact and one quote first, then the rest with their sources.
  await ask("POST", "/api/v1/people/erase", { person: `${canaries[0] ?? ""}@esimerkki.fi` });
  const [quote] = (await ask("GET", `/api/v1/quotes?limit=1`)).body.items as { id: string; itemId: string }[];
  await ask("DELETE", `/api/v1/quotes/${quote?.id ?? ""}`);
  await ask("DELETE", `/api/v1/contacts/${quote?.itemId ?? ""}`);
  for (const id of sources)
    expect((await ask("DELETE", `/api/v1/sources/${id}?reason=request`)).status).toBe(200);

  expect(filesWith(server.folder)).toEqual([]);
  expect(logged.toLowerCase()).not.toContain(letters);
  const again = await ask("GET", `/api/v1/journeys/${journey}/export?format=json&words=true`);
  expect(again.text).not.toContain(letters);
  expect((await ask("GET", "/api/v1/access-log.csv")).text).not.toContain(letters);
  expect((await ask("GET", "/api/v1/themes")).text).not.toContain(letters);

  const newer = path.join(out, "newer.backup");
  expect(await runCommand(["backup", newer])).toBe(0);
  for (const file of [older, newer]) {
    vi.stubEnv("POLKU_DATA", path.join(out, `data-${path.basename(file)}`));
    expect(await runCommand(["restore", file, "--keys", `${newer}.keys`])).toBe(0);
  }
  // The backups themselves are compressed; what came out of them is not.
  expect(filesWith(out)).toEqual([]);
});
