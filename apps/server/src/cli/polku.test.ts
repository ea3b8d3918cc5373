import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { closeCodes } from "@polku/protocol";
import { until } from "../testing/clients.ts";
import { openRawSocket } from "../testing/rawSocket.ts";
import { makeTestFolder } from "../testing/testFolder.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";
import { runCommand } from "./polku.ts";
import { readTar, writeTar } from "./tar.ts";

let printed: string[];
let complained: string[];

beforeEach(() => {
  printed = [];
  complained = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void printed.push(line));
  vi.spyOn(console, "error").mockImplementation((line: unknown) => void complained.push(String(line)));
  vi.stubEnv("POLKU_DEMO", "0");
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** Runs a command on a data folder. */
function polku(folder: string, ...args: string[]): Promise<number> {
  vi.stubEnv("POLKU_DATA", folder);
  return runCommand(args);
}

function emptyFolder(): string {
  const { folder, remove } = makeTestFolder();
  onTestFinished(remove);
  return folder;
}

async function running(): Promise<TestServer> {
  const server = await startTestServer();
  onTestFinished(() => server.stop());
  return server;
}

const scratch = () => {
  const folder = mkdtempSync(path.join(tmpdir(), "polku-out-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

describe("token create", () => {
  test("prints the token alone, which works at once on the running server, with its role", async () => {
    const server = await running();
    const id = await server.journey();
    expect(
      await polku(server.folder, "token", "create", "--role", "viewer", "--journey", id, "--name", "Reader"),
    ).toBe(0);
    expect(printed).toHaveLength(1);
    const token = printed[0] ?? "";
    expect((await server.ask("GET", "/api/v1/me", { token })).body).toMatchObject({
      kind: "token",
      name: "Reader",
    });
    expect((await server.ask("GET", `/api/v1/journeys/${id}`, { token })).body.role).toBe("viewer");
    expect((await server.ask("DELETE", `/api/v1/journeys/${id}`, { token })).status).toBe(403);
  });

  test.each([
    [["token", "create"], 2],
    [["token", "create", "--role", "king"], 2],
    [["token", "create", "--role", "viewer", "--colour", "red"], 2],
    [["token", "create", "--role", "viewer", "--journey", "none"], 1],
    [["nonsense"], 2],
  ])("%s is refused with a sentence", async (args, code) => {
    expect(await polku(emptyFolder(), ...args)).toBe(code);
    expect([...complained, ...printed].join("")).not.toBe("");
    expect(printed.join("")).not.toContain("polku_");
  });
});

describe("token revoke", () => {
  test("ends what came in by the token, on the running server too", async () => {
    const server = await running();
    const id = await server.journey();
    await polku(server.folder, "token", "create", "--role", "editor", "--name", "Script");
    const secret = printed[0] ?? "";
    const socket = await openRawSocket(server.socketUrl, "/collab", id, secret);
    onTestFinished(() => socket.leave());
    await until("it is in", () => socket.frames.length > 0);
    await polku(server.folder, "token", "list");
    const tokenId = printed.find((line) => line.endsWith("Script"))?.split("\t")[0] ?? "";
    expect(await polku(server.folder, "token", "revoke", tokenId)).toBe(0);
    await until("its socket is closed", () => socket.closed !== undefined);
    expect(socket.closed?.code).toBe(closeCodes.revoked.code);
    expect((await server.ask("GET", "/api/v1/me", { token: secret })).status).toBe(401);
    expect(await polku(server.folder, "token", "revoke", tokenId)).toBe(1);
  });
});

describe("sign-in", () => {
  test("prints a link to the running server that lets the owner in once more", async () => {
    const server = await running();
    await polku(server.folder, "sign-in");
    const [url, token] = (printed[0] ?? "").split("/sign-in#token=");
    expect(url).toBe(server.url);
    expect((await server.ask("POST", "/api/v1/sign-in", { body: { token } })).body).toMatchObject({
      kind: "owner",
    });
  });
});

describe("import and export", () => {
  test("bring a journey out of one server and into a folder where none runs", async () => {
    const server = await running();
    const id = await server.journey("Häiriö");
    const file = path.join(scratch(), "journey.json");
    expect(await polku(server.folder, "export", id, "--format", "json", "--out", file)).toBe(0);
    const other = emptyFolder();
    expect(await polku(other, "import", file)).toBe(0);
    const copy = /journey (\S+)$/.exec(printed.at(-1) ?? "")?.[1] ?? "";
    const out = path.join(scratch(), "again.json");
    expect(await polku(other, "export", copy, "--format", "json", "--out", out)).toBe(0);
    expect(JSON.parse(readFileSync(out, "utf8"))).toEqual(JSON.parse(readFileSync(file, "utf8")));
  });

  test("take in what customers said, and the same file twice adds nothing", async () => {
    const server = await running();
    const file = path.join(scratch(), "survey.csv");
    writeFileSync(file, "score;comment\n5;Hyvää palvelua\n1;Odotin kaksi tuntia\n");
    expect(await polku(server.folder, "import", file)).toBe(0);
    expect(printed.at(-1)).toMatch(/done, 2 read, 2 kept, 0 known$/);
    expect(await polku(server.folder, "import", file)).toBe(0);
    expect(printed.at(-1)).toMatch(/0 kept, 2 known$/);
  });

  test("refuse what is no journey with the server's sentence", async () => {
    const file = path.join(scratch(), "no.json");
    writeFileSync(file, "[1, 2");
    expect(await polku(emptyFolder(), "import", file)).toBe(1);
    expect(complained.join("")).toContain("no.json: ");
  });
});

describe("backup and restore", () => {
  test("bring everything to another folder, taken while people write", async () => {
    const server = await running();
    const id = await server.journey("Varmuus");
    const token = await server.token("viewer", id);
    const writing = Array.from({ length: 20 }, (_, i) =>
      server.services.rooms.withDocument(id, (doc) => void doc.getMap("shapes").set(`s${i}`, i)),
    );
    const file = path.join(scratch(), "polku.backup");
    await writing[0];
    expect(await polku(server.folder, "backup", file)).toBe(0);
    await Promise.all(writing);
    const folder = path.join(emptyFolder(), "data");
    expect(await polku(folder, "restore", file)).toBe(0);
    const again = await startTestServer({ folder });
    const whole = await again.ask("GET", `/api/v1/journeys/${id}`, { token });
    expect(whole.body).toMatchObject({ title: "Varmuus", role: "viewer" });
    expect(await again.services.rooms.readDocument(id, (doc) => doc.getMap("shapes").get("s0"))).toBe(0);
    await again.close();
  });

  test("refuse to restore under a running server, and leave the folder as it is", async () => {
    const server = await running();
    const file = path.join(scratch(), "polku.backup");
    await polku(server.folder, "backup", file);
    expect(await polku(server.folder, "restore", file)).toBe(1);
    expect(complained.join("")).toContain("Stop it first");
    expect((await server.ask("GET", "/readyz")).status).toBe(200);
  });

  test("refuse a file that is cut, changed or foreign, and touch nothing", async () => {
    const server = await running();
    const file = path.join(scratch(), "polku.backup");
    await polku(server.folder, "backup", file);
    const entries = readTar(gunzipSync(readFileSync(file)));
    const changed = entries.map((one) =>
      one.name === "log.db" ? { ...one, data: Buffer.from("other") } : one,
    );
    const outside = [...entries, { name: "../../escaped", data: Buffer.from("x") }];
    const variants = [
      readFileSync(file).subarray(0, 500),
      gzipSync(writeTar(changed)),
      gzipSync(writeTar(outside)),
    ];
    const folder = path.join(emptyFolder(), "data");
    for (const bytes of variants) {
      writeFileSync(file, bytes);
      expect(await polku(folder, "restore", file)).toBe(1);
    }
    expect(await polku(folder, "doctor")).toBe(0);
    expect(printed.at(-1)).toContain("There is no data yet");
  });
});

describe("doctor", () => {
  test("finds nothing wrong with a sound folder, also while the server runs", async () => {
    const server = await running();
    await server.journey();
    expect(await polku(server.folder, "doctor")).toBe(0);
    expect(printed.join("\n")).toContain("1 journeys in the log, every record sound");
    expect(printed.join("\n")).toContain(server.url);
  });

  test("names the damaged record and its journey", async () => {
    const server = await startTestServer();
    const id = await server.journey();
    await server.close();
    const db = new DatabaseSync(path.join(server.folder, "log.db"));
    db.exec("update doc_update set data = x'00' where seq = 1");
    db.close();
    expect(await polku(server.folder, "doctor")).toBe(1);
    expect(printed.join("\n")).toContain(`✗ update 1 of journey ${id}`);
    await server.stop();
  });
});
