import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "../config.ts";
import { type RunningServer, startServer } from "../server.ts";
import { makeTestFolder } from "../testing/testFolder.ts";

const web = makeTestFolder();
const data = makeTestFolder();
let server: RunningServer;

beforeAll(async () => {
  mkdirSync(path.join(web.folder, "assets"));
  writeFileSync(path.join(web.folder, "index.html"), "<!doctype html><title>Polku</title>");
  writeFileSync(path.join(web.folder, "assets", "main-a1b2.js"), "export {}");
  writeFileSync(path.join(web.folder, "assets", "main-a1b2.js.gz"), gzipSync("export {}"));
  writeFileSync(path.join(web.folder, ".built-from"), "secret");
  const env = { PORT: "0", POLKU_DATA: data.folder, POLKU_WEB: web.folder, POLKU_DEMO: "0" };
  server = await startServer(readConfig(env), { log: pino({ level: "silent" }) });
});
afterAll(async () => {
  await server.close();
  web.remove();
  data.remove();
});

const get = (where: string, method = "GET") => fetch(server.url + where, { method });

describe("the web app", () => {
  test.each(["/", "/journeys/abc", "/join", "/sign-in", "/apiary"])(
    "is shown at %s and never kept",
    async (where) => {
      const response = await get(where);
      expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-cache"]);
      expect(response.headers.get("content-type")).toContain("text/html");
      expect(await response.text()).toContain("<title>Polku</title>");
    },
  );

  test("keeps its hashed files for a year", async () => {
    const response = await get("/assets/main-a1b2.js");
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(response.headers.get("content-type")).toContain("javascript");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("sends the pressed copy of a file to who can read it, and the file to who cannot", async () => {
    const ask = (encoding: string) =>
      fetch(`${server.url}/assets/main-a1b2.js`, { headers: { "accept-encoding": encoding } });
    const pressed = await ask("gzip");
    expect(pressed.headers.get("content-encoding")).toBe("gzip");
    expect(pressed.headers.get("content-type")).toContain("javascript");
    expect(pressed.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(pressed.headers.get("vary")?.toLowerCase()).toContain("accept-encoding");
    expect(await pressed.text()).toBe("export {}");
    const plain = await ask("identity");
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(await plain.text()).toBe("export {}");
  });

  test.each([
    ["/assets/gone-1234.js", "GET"],
    ["/assets/", "GET"],
    ["/api/v1/nothing", "GET"],
    ["/collab", "GET"],
    ["/yjs/journey/x", "GET"],
    ["/journeys/abc", "POST"],
  ])("is not shown at %s by %s", async (where, method) => {
    const response = await get(where, method);
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
  });

  test.each([
    "/../package.json",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/assets/..%2f..%2f.built-from",
    "/.built-from",
  ])("gives nothing away at %s", async (where) => {
    const text = await (await get(where)).text();
    expect(text).not.toContain("root:");
    expect(text).not.toContain("secret");
    expect(text).not.toContain('"name"');
  });
});
