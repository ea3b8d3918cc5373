import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { foundContacts, importedFile, samplePicture, sendFile } from "../testing/evidence.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";
import { runCommand } from "./polku.ts";

let complained: string[];
let out: string;

beforeEach(() => {
  complained = [];
  out = mkdtempSync(path.join(tmpdir(), "polku-out-"));
  vi.spyOn(console, "log").mockImplementation(() => {});
  vi.spyOn(console, "error").mockImplementation((line: unknown) => void complained.push(String(line)));
  vi.stubEnv("POLKU_DEMO", "0");
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  vi.useRealTimers();
  rmSync(out, { recursive: true, force: true });
});

function polku(folder: string, ...args: string[]): Promise<number> {
  vi.stubEnv("POLKU_DATA", folder);
  return runCommand(args);
}

/** Joins what was said in one source with what was done in the other. */
async function joined(server: TestServer, token: string): Promise<void> {
  const quote = async (text: string, manner: string): Promise<string> => {
    const contacts = await server.services.db.selectFrom("contact").select(["id", "text"]).execute();
    const body = { contactId: contacts.find((one) => one.text.includes(text))?.id, text, manner };
    return String((await server.ask("POST", "/api/v1/quotes", { token, body })).body.id);
  };
  const said = await quote("lepakkomies", "stated");
  const body = { with: await quote("hämähäkkimies", "observed") };
  expect((await server.ask("POST", `/api/v1/quotes/${said}/pairs`, { token, body })).status).toBe(204);
}

function pairsIn(folder: string): number {
  const db = new DatabaseSync(path.join(folder, "app.db"), { readOnly: true });
  try {
    return Number(db.prepare(`select count(*) as "n" from "quotePair"`).get()?.["n"]);
  } finally {
    db.close();
  }
}

type Library = { server: TestServer; token: string; gone: string; stays: string; file: string };

/** A server with two sources, backed up. */
async function backedUp(): Promise<Library> {
  const server = await startTestServer();
  onTestFinished(() => server.stop());
  const token = await server.token("owner");
  const add = async (title: string, row: string): Promise<string> => {
    const bytes = `Palaute;Sähköposti\n${row}\n`;
    const mapping = { words: ["Palaute"], person: "Sähköposti" };
    const meta = { kind: "survey_open", title, mapping };
    return String((await importedFile(server, token, { bytes, name: `${title}.csv`, meta })).sourceId);
  };
  const gone = await add("Lähtevä", "Sanoin lepakkomies;batman@esimerkki.fi");
  const stays = await add("Jäävä", "Sanoin hämähäkkimies;peter@esimerkki.fi");
  await joined(server, token);
  const picture = {
    bytes: samplePicture({ width: 3, comment: "", drawn: "hopeaketju" }),
    name: "kuva.png",
    path: "/api/v1/pictures",
    meta: { kind: "survey_open", title: "Lähtevä", caption: "Kuva" },
  };
  expect((await sendFile(server, token, picture)).body.id).toBe(gone);
  const file = path.join(out, "polku.backup");
  expect(await polku(server.folder, "backup", file)).toBe(0);
  return { server, token, gone, stays, file };
}

/** Restores into a folder that was not there, and searches what came back. */
async function restored(file: string, ...args: string[]) {
  const folder = path.join(out, `data-${readdirSync(out).length}`);
  const code = await polku(folder, "restore", file, ...args);
  if (code !== 0) return { code, folder, found: [] as string[], pictures: [] as string[] };
  const server = await startTestServer({ folder });
  const token = await server.token("owner");
  const words = ["lepakkomies", "hämähäkkimies"];
  const found = await Promise.all(words.map((q) => foundContacts(server, token, { q })));
  const seen = await server.services.db.selectFrom("picture").select(["file", "bytes"]).execute();
  const pictures = await Promise.all(
    seen.map(async (row) =>
      (await server.services.privacy.media.read(row.file, row.bytes)).toString("latin1"),
    ),
  );
  await server.close();
  return { code, folder, pictures, found: found.flat().map(({ text }) => text) };
}

const holds = (folder: string, letters: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .filter((file) => readFileSync(file).includes(letters));

describe("a backup", () => {
  test("holds no word that a customer said, and no title, that can be read without its keys", async () => {
    const { file } = await backedUp();
    const bytes = gunzipSync(readFileSync(file));
    for (const letters of ["lepakko", "hämähäkki", "Lähtevä", "Jäävä", "batman"])
      expect(bytes.includes(letters)).toBe(false);
  });

  test("brings everything back with its keys, found by the same words", async () => {
    const { file } = await backedUp();
    const { code, found, folder, pictures } = await restored(file);
    expect(pictures).toEqual([expect.stringContaining("hopeaketju")]);
    expect([code, found]).toEqual([0, ["Sanoin lepakkomies", "Sanoin hämähäkkimies"]]);
    expect(pairsIn(folder)).toBe(1);
  });

  test("is refused without its keys, which are named; on a word it comes without what customers said", async () => {
    const { file } = await backedUp();
    rmSync(`${file}.keys`);
    expect((await restored(file)).code).toBe(1);
    expect(complained.join("")).toContain("no key to what customers said in 2 of the sources");
    expect(await restored(file, "--without-words")).toMatchObject({ code: 0, found: [] });
  });

  test("does not bring back a source that was erased after it was made, where the data folder knows of it", async () => {
    const { server, token, gone, file } = await backedUp();
    rmSync(`${file}.keys`);
    await server.ask("DELETE", `/api/v1/sources/${gone}`, { token });
    await server.close();
    expect(await polku(server.folder, "restore", file)).toBe(0);
    expect(holds(server.folder, "lepakko")).toEqual([]);
    expect(holds(server.folder, "hämähäkki")).not.toEqual([]);
    const aside = readdirSync(path.dirname(server.folder)).filter((name) =>
      name.startsWith(`${path.basename(server.folder)}.before`),
    );
    for (const name of aside) rmSync(path.join(path.dirname(server.folder), name), { recursive: true });
  });

  test("opened by a newer file of keys has neither the erased source nor the erased person", async () => {
    const { server, token, gone, file } = await backedUp();
    const asked = { token, body: { person: "peter@esimerkki.fi" } };
    await server.ask("POST", "/api/v1/people/erase", asked);
    await server.ask("DELETE", `/api/v1/sources/${gone}`, { token });
    const newer = path.join(out, "newer.backup");
    expect(await polku(server.folder, "backup", newer)).toBe(0);
    const { code, found, folder, pictures } = await restored(file, "--keys", `${newer}.keys`);
    expect([code, found, pictures, pairsIn(folder)]).toEqual([0, [], [], 0]);
    expect(holds(folder, "lepakko")).toEqual([]);
    expect(holds(folder, "hämähäkki")).toEqual([]);
  });

  test("is not opened by keys older than seven days, unless a person says so", async () => {
    const { file } = await backedUp();
    vi.useFakeTimers({ now: Date.now() + 8 * 24 * 3_600_000, toFake: ["Date"] });
    expect((await restored(file)).code).toBe(1);
    expect(complained.join("")).toContain("older than 7 days");
    expect((await restored(file, "--old-keys")).found).toHaveLength(2);
  });

  test("takes older files of keys away when a new one is written, and only those", async () => {
    const { server, file } = await backedUp();
    writeFileSync(path.join(out, "foreign.keys"), "mine");
    vi.useFakeTimers({ now: Date.now() + 8 * 24 * 3_600_000, toFake: ["Date"] });
    expect(await polku(server.folder, "backup", path.join(out, "next.backup"))).toBe(0);
    const left = readdirSync(out).filter((name) => name.endsWith(".keys"));
    expect(left.toSorted()).toEqual(["foreign.keys", "next.backup.keys"]);
    expect(left).not.toContain(`${path.basename(file)}.keys`);
  });
});

describe("doctor", () => {
  test("says that the access log is whole, and names the line that somebody changed", async () => {
    const { server } = await backedUp();
    const printed: string[] = [];
    vi.spyOn(console, "log").mockImplementation((line: string) => void printed.push(line));
    expect(await polku(server.folder, "doctor")).toBe(0);
    expect(printed.join("\n")).toContain("3 lines in the access log, each holding on to the one before");
    const db = new DatabaseSync(path.join(server.folder, "app.db"));
    db.exec(`drop trigger "accessLog_unchanged"; update "accessLog" set "who" = 'nobody' where "seq" = 1`);
    db.close();
    expect(await polku(server.folder, "doctor")).toBe(1);
    expect(printed.join("\n")).toContain("line 1 of the access log does not fit");
  });
});

test("a recording comes back with a backup; a stretch silenced since, and a source erased since, do not", async () => {
  const { server, token, gone, stays } = await backedUp();
  const call = readFileSync(new URL("../demo/sounds/call-a.sample.opus", import.meta.url));
  const recorded: string[] = [];
  for (const source of [gone, stays]) {
    const [contact] = await foundContacts(server, token, { source });
    const form = new FormData();
    form.append("file", new Blob([new Uint8Array(call)]), "call.opus");
    const answer = await fetch(`${server.url}/api/v1/contacts/${contact?.id}/recording`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      body: form,
    });
    recorded.push(((await answer.json()) as { id: string }).id);
  }
  const file = path.join(out, "with-sound.backup");
  await polku(server.folder, "backup", file);
  const heardAfter = async (...args: string[]): Promise<number[]> => {
    const { folder, code } = await restored(file, ...args);
    expect(code).toBe(0);
    const again = await startTestServer({ folder });
    const owner = await again.token("owner");
    const answers = await Promise.all(
      recorded.map((id) => again.ask("GET", `/api/v1/recordings/${id}`, { token: owner })),
    );
    await again.stop();
    return answers.map(({ status }) => status);
  };
  expect(await heardAfter()).toEqual([200, 200]);
  await server.ask("DELETE", `/api/v1/sources/${gone}`, { token });
  await server.ask("POST", `/api/v1/recordings/${recorded[1]}/silence`, {
    token,
    body: { stretches: [{ from: 10, to: 20 }] },
  });
  // The keys as they are now, beside the older backup.
  const later = path.join(out, "later.backup");
  await polku(server.folder, "backup", later);
  expect(await heardAfter("--keys", `${later}.keys`)).toEqual([404, 404]);
});
