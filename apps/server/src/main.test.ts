import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { joinByHocuspocus, until } from "./testing/clients.ts";
import { startChildServer } from "./testing/childServer.ts";
import { makeTestFolder } from "./testing/testFolder.ts";
import { startTestServer } from "./testing/testServer.ts";

const main = fileURLToPath(new URL("main.ts", import.meta.url));

function folderForTest(): string {
  const { folder, remove } = makeTestFolder();
  onTestFinished(remove);
  return folder;
}

/** Starts the server with an environment in which it cannot start. */
function startInVain(env: Record<string, string>) {
  const ended = spawnSync(process.execPath, [main], {
    env: { PATH: process.env.PATH, POLKU_DEMO: "0", ...env },
    encoding: "utf8",
  });
  return { code: ended.status, said: ended.stderr.trim(), out: ended.stdout };
}

describe("the server's process", () => {
  test("says one line when it is ready and then a sign-in link, keeps its files to itself, and ends when asked", async () => {
    const folder = folderForTest();
    const server = await startChildServer(folder);
    onTestFinished(async () => void (await server.kill("SIGKILL")));
    await until("the link is printed", () => server.lines.length === 2);
    expect(server.lines[0]).toBe(`Polku is ready at ${server.url}`);
    expect(server.lines[1]).toContain(`${server.url}/sign-in#token=`);
    for (const file of ["app.db", "log.db", "keys/workspace.key"])
      expect(statSync(path.join(folder, file)).mode & 0o077, file).toBe(0);
    expect(await server.kill("SIGTERM")).toBe(0);
  });

  test("ends in time with people inside, and keeps what they wrote", async () => {
    const first = await startTestServer();
    const id = await first.journey();
    const token = await first.token("editor");
    await first.close();
    const server = await startChildServer(first.folder);
    onTestFinished(async () => void (await server.kill("SIGKILL")));
    const ana = joinByHocuspocus(server.socketUrl, id, token);
    await until("she is in", () => ana.provider.synced);
    ana.doc.getMap("shapes").set("last", "word");
    await ana.saved();
    ana.socket.disconnect();
    expect(await server.kill("SIGTERM")).toBe(0);
    ana.leave();
    const again = await startTestServer({ folder: first.folder });
    expect(await again.services.rooms.readDocument(id, (doc) => doc.getMap("shapes").get("last"))).toBe(
      "word",
    );
    await again.close();
    await first.stop();
  });

  test("does not start on a folder that another server has", async () => {
    const other = await startTestServer();
    onTestFinished(() => other.stop());
    const { code, said } = startInVain({ PORT: "0", POLKU_DATA: other.folder });
    expect(code).toBe(1);
    expect(said).toMatch(/^POLKU_DATA is .+ another Polku is running/);
  });

  test.each([
    [{ PORT: "many" }, /^PORT is "many"/],
    [{ POLKU_DATA: "/dev/null/data" }, /^POLKU_DATA is/],
    [{ HOST: "192.0.2.1", PORT: "0" }, /^HOST is not an address/],
  ])("with %s ends with a sentence that names it", (env, sentence) => {
    const { code, said, out } = startInVain({ POLKU_DATA: folderForTest(), ...env });
    expect(code).toBe(1);
    expect(said).toMatch(sentence);
    expect(out).toBe("");
  });

  test("on a port that is taken says so", async () => {
    const other = await startTestServer();
    onTestFinished(() => other.stop());
    const { code, said } = startInVain({ PORT: new URL(other.url).port, POLKU_DATA: folderForTest() });
    expect([code, said]).toEqual([1, "PORT is taken by another program. Set PORT to a free one."]);
  });
});
