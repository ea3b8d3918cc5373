import { createHmac } from "node:crypto";
import { base32 } from "@better-auth/utils/base32";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { turnSecondFactorOff } from "../cli/tokens.ts";
import { memberBrowser, openBrowser, type TestBrowser } from "../testing/browser.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

const password = "correct horse battery";
let server: TestServer;
let owner: string;
let time = Date.parse("2026-11-28T12:00:00Z");
let people = 0;
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => time } });
  owner = await server.token("owner");
});
afterAll(() => server.stop());

/** RFC 6238 once more, written by itself: what an app on a phone shows. */
function codeOf(secret: Uint8Array, at: number): string {
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const mac = createHmac("sha1", secret).update(step).digest();
  const from = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
const bytesOf = (secret: string): Uint8Array => Uint8Array.from(base32.decode(secret));
const shown = (secret: string, at = time): string => codeOf(bytesOf(secret), at);

type Person = TestBrowser & { id: string; email: string };
async function person(): Promise<Person> {
  const email = `factor${(people += 1)}@example.org`;
  const browser = await memberBrowser(server, owner, { role: "editor", name: "Ana", email, password });
  return { ...browser, email };
}

/** Sets a second factor up; each test moves on by a step, because no code is good twice. */
async function withFactor(): Promise<Person & { secret: string; codes: string[] }> {
  const ana = await person();
  const begun = await ana.ask("POST", "/api/v1/me/second-factor", { password });
  const secret = String(begun.body.secret);
  const on = await ana.ask("POST", "/api/v1/me/second-factor/confirm", { code: shown(secret) });
  expect(on.status).toBe(200);
  time += 30_000;
  return { ...ana, secret, codes: on.body.codes as string[] };
}

const signIn = (email: string, more: object = {}) =>
  openBrowser(server).ask("POST", "/api/v1/sign-in/password", { email, password, ...more });
const codeAfter = async (email: string, more: object) => (await signIn(email, more)).body.code;

test("the codes are those of RFC 6238, by its own examples", () => {
  const secret = Buffer.from("12345678901234567890");
  expect([59, 1_111_111_109, 20_000_000_000].map((s) => codeOf(secret, s * 1000))).toEqual([
    "287082",
    "081804",
    "353130",
  ]);
});

test("is set up by the password, counts once it is confirmed by a code, signs out every other browser, and is asked for from then on", async () => {
  const ana = await person();
  const other = openBrowser(server);
  await other.ask("POST", "/api/v1/sign-in/password", { email: ana.email, password });
  const wrong = await ana.ask("POST", "/api/v1/me/second-factor", { password: "not the password" });
  expect([wrong.status, wrong.body.code]).toEqual([403, "account.password"]);
  const begun = await ana.ask("POST", "/api/v1/me/second-factor", { password });
  const secret = String(begun.body.secret);
  expect(begun.body.url).toBe(
    `otpauth://totp/Polku:${encodeURIComponent(ana.email)}?secret=${secret}&issuer=Polku&digits=6&period=30`,
  );
  // Begun is not on: who leaves in the middle is not locked out.
  expect((await signIn(ana.email)).status).toBe(200);
  const not = await ana.ask("POST", "/api/v1/me/second-factor/confirm", { code: "000000" });
  expect([not.status, not.body.code]).toEqual([403, "secondFactor.wrong"]);
  const on = await ana.ask("POST", "/api/v1/me/second-factor/confirm", { code: shown(secret) });
  expect(on.body.codes).toHaveLength(10);
  expect((await other.ask("GET", "/api/v1/me")).status).toBe(401);
  expect((await ana.ask("GET", "/api/v1/me")).body.secondFactor).toBe(true);

  expect(await codeAfter(ana.email, {})).toBe("secondFactor.needed");
  expect(await codeAfter(ana.email, { password: "wrong" })).toBe("signIn.wrong");
  // The code that turned it on was used by that.
  expect(await codeAfter(ana.email, { code: shown(secret) })).toBe("secondFactor.wrong");
  time += 30_000;
  const spaced = `${shown(secret).slice(0, 3)} ${shown(secret).slice(3)}`;
  expect((await signIn(ana.email, { code: spaced })).status).toBe(200);
  expect(await codeAfter(ana.email, { code: shown(secret) })).toBe("secondFactor.wrong");
  const begunAgain = await ana.ask("POST", "/api/v1/me/second-factor", { password });
  expect(begunAgain.body.code).toBe("secondFactor.on");
});

test("clocks may differ by a step, not by two; and a code of an earlier step is no good after a later one", async () => {
  const { email, secret } = await withFactor();
  time += 60_000;
  expect(await codeAfter(email, { code: shown(secret, time - 60_000) })).toBe("secondFactor.wrong");
  expect((await signIn(email, { code: shown(secret, time + 30_000) })).status).toBe(200);
  expect(await codeAfter(email, { code: shown(secret, time) })).toBe("secondFactor.wrong");
});

test("a recovery code is good once, however it is written, and new ones take the place of the old", async () => {
  const ana = await withFactor();
  const [first = "", second = ""] = ana.codes;
  expect(first).toMatch(/^[a-z2-7]{5}-[a-z2-7]{5}$/);
  expect((await signIn(ana.email, { code: first.toUpperCase().replace("-", " ") })).status).toBe(200);
  expect(await codeAfter(ana.email, { code: first })).toBe("secondFactor.wrong");
  expect((await ana.ask("GET", "/api/v1/me/second-factor")).body).toMatchObject({ on: true, codesLeft: 9 });
  const code = shown(ana.secret);
  const made = await ana.ask("POST", "/api/v1/me/second-factor/codes", { password, code });
  expect(made.body.codes).toHaveLength(10);
  expect(await codeAfter(ana.email, { code: second })).toBe("secondFactor.wrong");
});

test("two who use one code at once: one of them comes in", async () => {
  const { email, secret } = await withFactor();
  const code = shown(secret);
  const both = await Promise.all([signIn(email, { code }), signIn(email, { code })]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 403]);
});

test("neither the secret nor a recovery code stands in the database", async () => {
  const { secret, codes, id } = await withFactor();
  const { db } = server.services;
  const rows = db.selectFrom("secondFactor").selectAll().where("userId", "=", id);
  const row = await rows.executeTakeFirstOrThrow();
  expect(Buffer.from(row.secret).includes(Buffer.from(bytesOf(secret)))).toBe(false);
  const kept = JSON.stringify(await db.selectFrom("recoveryCode").selectAll().execute());
  for (const code of codes) expect(kept).not.toContain(code);
});

test("it is asked for again where the address or the password is changed, other codes are made, or it is turned off", async () => {
  const ana = await withFactor();
  const deeds: [string, string, object][] = [
    ["PATCH", "/api/v1/me", { email: "new@example.org", password }],
    ["POST", "/api/v1/me/password", { before: password, password: "another long sentence" }],
    ["POST", "/api/v1/me/second-factor/codes", { password }],
    ["POST", "/api/v1/me/second-factor/off", { password }],
  ];
  for (const [method, path, body] of deeds) {
    expect((await ana.ask(method, path, body)).body.code).toBe("secondFactor.needed");
    const wrong = await ana.ask(method, path, { ...body, code: "123456" });
    expect(wrong.body.code).toBe("secondFactor.wrong");
  }
  const off = { password, code: shown(ana.secret) };
  expect((await ana.ask("POST", "/api/v1/me/second-factor/off", off)).status).toBe(204);
  expect((await signIn(ana.email)).status).toBe(200);
});

test("codes are not tried without end: after ten wrong ones the right one waits a quarter of an hour too", async () => {
  const { email, id, secret } = await withFactor();
  const { secondFactor } = server.services.accounts;
  for (let n = 0; n < 10; n += 1)
    await expect(secondFactor.check(id, "000000")).rejects.toMatchObject({ code: "secondFactor.wrong" });
  const right = await signIn(email, { code: shown(secret) });
  expect([right.status, right.body.code]).toEqual([429, "secondFactor.tooOften"]);
  time += 15 * 60_000;
  expect((await signIn(email, { code: shown(secret) })).status).toBe(200);
});

test("whoever has lost it is helped by an owner, who ends their sessions by it; or by whoever runs the server", async () => {
  const ana = await withFactor();
  const editor = await server.token("editor");
  const path = `/api/v1/members/${ana.id}/second-factor`;
  expect((await server.ask("DELETE", path, { token: editor })).status).toBe(403);
  expect((await server.ask("DELETE", path, { token: owner })).status).toBe(204);
  expect((await ana.ask("GET", "/api/v1/me")).status).toBe(401);
  expect((await signIn(ana.email)).status).toBe(200);

  const ben = await withFactor();
  const said = vi.spyOn(console, "log").mockImplementation(() => {});
  expect(await turnSecondFactorOff(server.services.config, ben.email.toUpperCase())).toBe(0);
  said.mockRestore();
  expect((await signIn(ben.email)).status).toBe(200);
});

test("a program has none", async () => {
  const alone = await server.ask("POST", "/api/v1/me/second-factor", { token: owner, body: { password } });
  expect([alone.status, alone.body.code]).toEqual([403, "rights.missing"]);
});
