import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { importedFile, sendFile } from "../testing/evidence.ts";
import { makeTestFolder } from "../testing/testFolder.ts";
import { type TestServer, startTestServer } from "../testing/testServer.ts";
import { importLimits } from "./importProcess.ts";

describe("F27: an import process that fails", () => {
  const withProgram = async (
    program: string,
    run: (other: TestServer, owner: string) => Promise<void>,
    idleMs = 60_000,
  ) => {
    const { folder, remove } = makeTestFolder();
    const file = path.join(folder, "program.mjs");
    writeFileSync(file, program);
    const other = await startTestServer({
      importLimits: { ...importLimits, program: pathToFileURL(file), idleMs },
    });
    try {
      await run(other, await other.token("owner"));
    } finally {
      await other.stop();
      remove();
    }
  };
  const upload = { bytes: "Palaute;x\nsana on tämä;1\n", name: "a.csv" };

  test("one that dies fails its import with a reason, and the server lives", () =>
    withProgram("process.kill(process.pid, 'SIGKILL')", async (other, owner) => {
      const done = await importedFile(other, owner, upload);
      expect(done).toMatchObject({
        state: "failed",
        reason: "The file could not be read within the limits of time and memory.",
      });
      expect((await other.ask("GET", "/healthz")).status).toBe(200);
      const looked = await sendFile(other, owner, { ...upload, path: "/api/v1/sources/preview" });
      expect([looked.status, looked.body.code]).toEqual([422, "file.unreadable"]);
    }));

  test("one that eats its memory dies alone", () =>
    withProgram(
      "const all = []; process.on('message', () => { for (;;) all.push(new Array(1e6).fill(Math.random())); })",
      async (other, owner) => {
        expect(await importedFile(other, owner, upload)).toMatchObject({ state: "failed" });
        expect((await other.ask("GET", "/healthz")).status).toBe(200);
      },
    ));

  test("one that says nothing is stopped", () =>
    withProgram(
      "process.on('message', () => {})",
      async (other, owner) => {
        expect(await importedFile(other, owner, upload)).toMatchObject({ state: "failed" });
      },
      200,
    ));

  test("one that a person stops is cancelled, and one that waits behind it too", () =>
    withProgram("process.on('message', () => {})", async (other, owner) => {
      const meta = { kind: "survey_open", title: "a" };
      const first = await sendFile(other, owner, { ...upload, meta });
      const second = await sendFile(other, owner, { ...upload, meta });
      for (const { body } of [second, first]) {
        const stopped = await other.ask("POST", `/api/v1/imports/${String(body.importId)}/cancel`, {
          token: owner,
        });
        expect(stopped.body).toMatchObject({ state: "cancelled", reason: null });
      }
      await other.services.imports.idle();
      const again = await other.ask("POST", `/api/v1/imports/${String(first.body.importId)}/cancel`, {
        token: owner,
      });
      expect([again.status, again.body.code]).toEqual([409, "import.ended"]);
    }));

  test("one under way when the server stops is told as interrupted", () =>
    withProgram("process.on('message', () => {})", async (other, owner) => {
      const { body } = await sendFile(other, owner, { ...upload, meta: { kind: "survey_open" } });
      await other.close();
      const next = await startTestServer({ folder: other.folder });
      const found = await next.ask("GET", `/api/v1/imports/${String(body.importId)}`, { token: owner });
      expect(found.body).toMatchObject({ state: "failed" });
      expect(String(found.body.reason)).toContain("nothing is added twice");
      await next.close();
    }));
});
