import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { openAppDatabase } from "../storage/openAppDatabase.ts";
import { openSessions } from "./sessions.ts";

async function cookiesAt(address: string): Promise<{ cookies: string[]; knownAgain: boolean }> {
  const folder = mkdtempSync(path.join(tmpdir(), "polku-sessions-"));
  const db = await openAppDatabase(folder);
  try {
    const sessions = openSessions(db, "s".repeat(44), () => address);
    const { cookies, person } = await sessions.enter({ name: "Ana", kind: "guest" });
    const cookie = cookies.map((one) => one.split(";")[0]).join("; ");
    const found = await sessions.personOf(new Headers({ cookie }));
    return { cookies, knownAgain: found?.person.id === person.id };
  } finally {
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
}

test("behind https the session's cookie is bound to its host, out of reach of scripts, and works (ASVS 3.3.1, 3.3.3)", async () => {
  const { cookies, knownAgain } = await cookiesAt("https://polku.example.org");
  expect(cookies).toHaveLength(1);
  expect(cookies[0]).toMatch(/^__Host-polku\.session_token=/);
  expect(cookies[0]).toMatch(/; Secure/);
  expect(cookies[0]).toMatch(/; HttpOnly/);
  expect(cookies[0]).toMatch(/; SameSite=Lax/);
  expect(cookies[0]).toMatch(/; Path=\/(;|$)/);
  expect(cookies[0]).not.toMatch(/Domain/);
  expect(knownAgain).toBe(true);
});

test("on one's own machine without https there is a plain cookie, since a browser would keep no other", async () => {
  const { cookies, knownAgain } = await cookiesAt("http://127.0.0.1:4321");
  expect(cookies[0]).toMatch(/^polku\.session_token=/);
  expect(cookies[0]).not.toMatch(/Secure/);
  expect(knownAgain).toBe(true);
});

test("a session that is used every day ends half a year after it began (ASVS 7.3.2)", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "polku-sessions-"));
  const db = await openAppDatabase(folder);
  try {
    const sessions = openSessions(db, "s".repeat(44), () => "http://127.0.0.1:4321");
    const { cookies, person } = await sessions.enter({ name: "Ana", kind: "guest" });
    const headers = new Headers({ cookie: cookies.map((one) => one.split(";")[0]).join("; ") });
    const [{ id } = { id: "" }] = await sessions.list(person.id);
    const beganDaysAgo = async (days: number) => {
      const createdAt = new Date(Date.now() - days * 24 * 3_600_000).toISOString();
      await db.updateTable("session").set({ createdAt }).where("id", "=", id).execute();
      return {
        known: (await sessions.personOf(headers)) !== undefined,
        live: await sessions.isLive(id),
        listed: (await sessions.list(person.id)).length,
      };
    };
    expect(await beganDaysAgo(179)).toEqual({ known: true, live: true, listed: 1 });
    expect(await beganDaysAgo(181)).toEqual({ known: false, live: false, listed: 0 });
  } finally {
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
});
