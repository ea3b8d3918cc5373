import { readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { importedFile, sendFile } from "../testing/evidence.ts";
import { checkAfterFault, Oracle } from "../testing/oracle.ts";
import { makeTestFolder } from "../testing/testFolder.ts";
import { type TestServer, startTestServer } from "../testing/testServer.ts";
import { openAppDatabase } from "../storage/openAppDatabase.ts";
import { importLimits } from "./importProcess.ts";

/** Reads the first row as the real program does, then says nothing more. */
const halfway = `
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
process.on("message", async (task) => {
  if (task === "more") return;
  const { contactNamer, detect, readContacts } = await import(${JSON.stringify(new URL("../../../../packages/evidence/src/index.ts", import.meta.url).href)});
  const { prepareContact } = await import(${JSON.stringify(new URL("./prepareContact.ts", import.meta.url).href)});
  const nameOf = contactNamer();
  for await (const contact of readContacts(detect(readFileSync(task.file), task.fileName), task.choices)) {
    process.send({ t: "contacts", contacts: [prepareContact(contact, { ...task, hash: nameOf(contact) })], skipped: [], read: 1 });
    return;
  }
});
`;

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
      const [journeyId, elsewhere] = [await other.journey(), await other.journey()];
      const [editor, viewer] = [await other.token("editor"), await other.token("viewer")];
      await checkAfterFault(other, { journeyId, elsewhere, editor, viewer, oracle: new Oracle() });
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

  test("one under way when the server stops is gone on with by the next, and what it had kept is not counted twice", () =>
    withProgram(halfway, async (other, owner) => {
      const bytes = "Palaute;x\neka sana tässä;1\ntoka sana tässä;2\n";
      const { body } = await sendFile(other, owner, { bytes, name: "a.csv", meta: { kind: "survey_open" } });
      const about = `/api/v1/imports/${String(body.importId)}`;
      while ((await other.services.evidence.findImport(String(body.importId)))?.kept !== 1)
        await new Promise(setImmediate);
      await other.close();
      const next = await startTestServer({ folder: other.folder });
      await next.services.imports.idle();
      const found = await next.ask("GET", about, { token: owner });
      expect(found.body).toMatchObject({ state: "done", kept: 2, duplicates: 0, reason: null });
      const latest = await next.ask("GET", "/api/v1/imports", { token: owner });
      expect(latest.body).toMatchObject({ items: [{ id: body.importId, state: "done" }] });
      expect(readdirSync(path.join(next.folder, "imports"))).toEqual([]);
      expect(await next.services.db.selectFrom("importJob").selectAll().execute()).toEqual([]);
      await next.close();
    }));

  test("one that was begun three times by servers that were killed is given up; an orderly stop does not count", () =>
    withProgram("process.on('message', () => {})", async (other, owner) => {
      const { body } = await sendFile(other, owner, { ...upload, meta: { kind: "survey_open" } });
      await other.close();
      const next = await startTestServer({ folder: other.folder });
      await next.close();
      const jobs = await openAppDatabase(other.folder);
      const left = await jobs.selectFrom("importJob").select("starts").execute();
      expect(left.every(({ starts }) => starts === 0)).toBe(true);
      await jobs
        .insertInto("importJob")
        .values({ importId: String(body.importId), job: JSON.stringify({ file: "x" }), starts: 3 })
        .onConflict((known) => known.column("importId").doUpdateSet({ starts: 3 }))
        .execute();
      await jobs
        .updateTable("sourceImport")
        .set({ state: "running", endedAt: null, reason: null })
        .where("id", "=", String(body.importId))
        .execute();
      await jobs.destroy();
      const last = await startTestServer({ folder: other.folder });
      const found = await last.services.evidence.findImport(String(body.importId));
      expect(found).toMatchObject({ state: "failed", reason: "import.interrupted" });
      expect(readdirSync(path.join(last.folder, "imports"))).toEqual([]);
      await last.close();
    }));

  test("one under way when the server stops is told as interrupted when its file is gone", () =>
    withProgram("process.on('message', () => {})", async (other, owner) => {
      const { body } = await sendFile(other, owner, { ...upload, meta: { kind: "survey_open" } });
      await other.close();
      rmSync(path.join(other.folder, "imports"), { recursive: true });
      const next = await startTestServer({ folder: other.folder });
      const found = await next.ask("GET", `/api/v1/imports/${String(body.importId)}`, { token: owner });
      expect(found.body).toMatchObject({ state: "failed" });
      expect(String(found.body.reason)).toContain("nothing is added twice");
      await next.close();
    }));
});
