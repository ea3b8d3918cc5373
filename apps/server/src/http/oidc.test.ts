import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { base32 } from "@better-auth/utils/base32";
import { createOTP } from "@better-auth/utils/otp";
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { memberBrowser, openBrowser, type TestBrowser } from "../testing/browser.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

const clientId = "polku";
const clientSecret = "a secret of the provider";

/** What the provider will say in its next token; a test changes what it needs. */
type Saying = { claims: JWTPayload; alg: "RS256" | "HS256" | "none"; nonce?: string; verifier?: string };

let provider: Server;
let issuer = "";
let saying: Saying;
/** What the browser brought to the provider: the challenge and nonce by code. */
const asked = new Map<string, { nonce: string; challenge: string }>();
let server: TestServer;
let owner: string;
let time = Date.now();

const { privateKey, publicKey } = await generateKeyPair("RS256");

async function tokenFor(nonce: string): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  const claims = { iss: issuer, aud: clientId, iat: now, exp: now + 300, nonce, ...saying.claims };
  if (saying.alg === "none") {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    return `${part({ alg: "none" })}.${part(claims)}.`;
  }
  const key = saying.alg === "RS256" ? privateKey : new TextEncoder().encode(clientSecret.padEnd(32, "."));
  return new SignJWT(claims).setProtectedHeader({ alg: saying.alg, kid: "1" }).sign(key);
}

async function answer(
  url: URL,
  body: string,
  authorization: string | undefined,
): Promise<object | undefined> {
  if (url.pathname === "/.well-known/openid-configuration")
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256", "HS256", "none"],
      code_challenge_methods_supported: ["S256"],
    };
  if (url.pathname === "/keys")
    return { keys: [{ ...(await exportJWK(publicKey)), kid: "1", alg: "RS256", use: "sig" }] };
  if (url.pathname !== "/token") return undefined;
  const form = new URLSearchParams(body);
  const one = asked.get(form.get("code") ?? "");
  const digest = await crypto.subtle.digest(
    "SHA-256",
    new TextEncoder().encode(form.get("code_verifier") ?? ""),
  );
  if (one === undefined || Buffer.from(digest).toString("base64url") !== one.challenge) return undefined;
  if (!authorization?.startsWith("Basic ")) return undefined;
  return {
    access_token: "a",
    token_type: "Bearer",
    id_token: await tokenFor(saying.nonce ?? one.nonce),
  };
}

beforeAll(async () => {
  provider = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      const body = Buffer.concat(pieces).toString();
      void answer(new URL(request.url ?? "/", issuer), body, request.headers.authorization).then((said) => {
        response.writeHead(said === undefined ? 400 : 200, { "content-type": "application/json" });
        response.end(JSON.stringify(said ?? { error: "invalid_grant" }));
      });
    });
  });
  await new Promise<void>((resolve) => provider.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  server = await startTestServer({ oidc: { issuer, clientId, clientSecret }, clock: { now: () => time } });
  owner = await server.token("owner");
});
afterAll(async () => {
  await server.stop();
  provider.close();
});

let n = 0;
beforeEach(() => {
  n += 1;
  const claims = { sub: `person-${n}`, email: `ana${n}@example.org`, email_verified: true, name: "Ana" };
  saying = { claims, alg: "RS256" };
});

const email = () => `ana${n}@example.org`;
const invite = (role = "editor") =>
  server.ask("POST", "/api/v1/invitations", { token: owner, body: { role, email: email() } });

/** Begins in a browser and lets the provider agree; answers where the provider sends the browser back to. */
async function agreed(browser: TestBrowser): Promise<string> {
  return agreedAt((await ask(browser, "/api/v1/sign-in/oidc")).location);
}

/** Lets the provider agree at the page to which a browser was sent. */
function agreedAt(page: string): string {
  const to = new URL(page);
  const code = crypto.randomUUID();
  asked.set(code, {
    nonce: to.searchParams.get("nonce") ?? "",
    challenge: to.searchParams.get("code_challenge") ?? "",
  });
  expect(to.searchParams.get("code_challenge_method")).toBe("S256");
  const back = new URL(to.searchParams.get("redirect_uri") ?? "");
  expect(back.origin).toBe(server.url);
  back.search = new URLSearchParams({ code, state: to.searchParams.get("state") ?? "" }).toString();
  return back.pathname + back.search;
}

async function ask(browser: TestBrowser, path: string) {
  const answered = await browser.follow(path);
  expect(answered.status).toBe(302);
  return { location: answered.headers.get("location") ?? "" };
}

async function signIn(browser = openBrowser(server)) {
  const { location } = await ask(browser, await agreed(browser));
  return { browser, location };
}

const password = "correct horse battery";

/** A member with a password, whose address is the one that the provider will verify. */
const withPassword = (role: "owner" | "editor" = "editor") =>
  memberBrowser(server, owner, { role, name: "Ana", email: email(), password });

/** Links by the way that a person goes: confirmed here, agreed there, and back. */
async function link(browser: TestBrowser, proof: object = { password }): Promise<string> {
  const begun = await browser.ask("POST", "/api/v1/me/oidc", proof);
  expect(begun.status).toBe(200);
  return (await ask(browser, agreedAt(String(begun.body.url)))).location;
}

const linkedOf = async (browser: TestBrowser) => (await browser.ask("GET", "/api/v1/me/oidc")).body.linked;

const failed = "/sign-in?why=signIn.oidcFailed";

describe("signing in by the workspace's OpenID provider", () => {
  test("is offered where there is one, and lets in whoever was invited to a verified address", async () => {
    expect((await server.ask("GET", "/api/v1/sign-in/ways")).body).toEqual({ oidc: true });
    await invite();
    const { browser, location } = await signIn();
    expect(location).toBe("/");
    expect((await browser.ask("GET", "/api/v1/me")).body).toMatchObject({ name: "Ana", email: email() });
    // Known by their identity from now on, whatever their address is.
    saying.claims.email = "new@elsewhere.org";
    saying.claims.email_verified = false;
    expect((await signIn()).location).toBe("/");
  });

  test("lets nobody in who was not invited", async () => {
    expect((await signIn()).location).toBe("/sign-in?why=signIn.notInvited");
  });

  test("gives nobody the account of somebody who merely wrote that address into it", async () => {
    const other = openBrowser(server);
    const made = await server.ask("POST", "/api/v1/invitations", { token: owner, body: { role: "owner" } });
    await other.ask("POST", "/api/v1/invitations/accept", {
      secret: String(made.body.url).split("#")[1],
      name: "Mallory",
      email: email(),
      password: "correct horse battery",
    });
    expect((await signIn()).location).toBe("/sign-in?why=signIn.notInvited");
  });

  test.each([
    ["missing", undefined],
    ["false", false],
    ["the word true", "true"],
    ["one", 1],
  ])("does not believe an address whose verification is %s", async (_, verified) => {
    await invite();
    saying.claims.email_verified = verified;
    expect((await signIn()).location).toBe("/sign-in?why=signIn.notInvited");
  });

  test.each<[string, Partial<Saying> & { claims?: JWTPayload }]>([
    ["without a subject", { claims: { sub: undefined } as unknown as JWTPayload }],
    ["for somebody else", { claims: { aud: "another-client" } }],
    ["of another issuer", { claims: { iss: "https://evil.example" } }],
    ["that is over", { claims: { exp: Math.floor(Date.now() / 1_000) - 3_600 } }],
    ["without an end", { claims: { exp: undefined } as unknown as JWTPayload }],
    ["signed with the shared secret instead of the key", { alg: "HS256" }],
    ["without a signature", { alg: "none" }],
    ["with another nonce", { nonce: "replayed" }],
  ])("refuses a token %s", async (_, wrong) => {
    await invite();
    saying = { ...saying, ...wrong, claims: { ...saying.claims, ...wrong.claims } };
    expect((await signIn()).location).toBe(failed);
  });

  test("refuses a way back that another browser began: nobody is signed in under a foreign account", async () => {
    await invite();
    const [mallory, victim] = [openBrowser(server), openBrowser(server)];
    const back = await agreed(mallory);
    expect((await ask(victim, back)).location).toBe(failed);
    await agreed(victim);
    expect((await ask(victim, back)).location).toBe(failed);
    expect((await victim.ask("GET", "/api/v1/me")).status).toBe(401);
  });

  test("refuses a way back that was used, is too old, or carries another state", async () => {
    await invite();
    const browser = openBrowser(server);
    const back = await agreed(browser);
    const stolen = browser.cookie();
    expect((await ask(browser, back)).location).toBe("/");
    const again = await fetch(server.url + back, { headers: { cookie: stolen }, redirect: "manual" });
    expect(again.headers.get("location")).toBe(failed);
    const late = await agreed(browser);
    time += 11 * 60_000;
    expect((await ask(browser, late)).location).toBe(failed);
    const other = (await agreed(browser)).replace(/state=[^&]+/, "state=other");
    expect((await ask(browser, other)).location).toBe(failed);
  });

  test("refuses somebody who is suspended", async () => {
    await invite();
    const { browser } = await signIn();
    const { body } = await browser.ask("GET", "/api/v1/me");
    await server.ask("PATCH", `/api/v1/members/${String(body.id)}`, {
      token: owner,
      body: { suspended: true },
    });
    expect((await signIn()).location).toBe("/sign-in?why=signIn.suspended");
  });
});

describe("linking the provider's account to one's own", () => {
  test("is begun with the password, shown afterwards, and opens that very account from then on, whatever the address is", async () => {
    const ana = await withPassword();
    expect(await linkedOf(ana)).toBeNull();
    const wrong = await ana.ask("POST", "/api/v1/me/oidc", { password: "not the password" });
    expect([wrong.status, wrong.body.code]).toEqual([403, "account.password"]);
    saying.claims.email = "work@elsewhere.org";
    expect(await link(ana)).toBe("/account?linked=1");
    expect(await linkedOf(ana)).toMatchObject({ issuer, account: "work@elsewhere.org" });
    const { browser } = await signIn();
    expect((await browser.ask("GET", "/api/v1/me")).body).toMatchObject({ id: ana.id, email: email() });
  });

  test("never comes of an address alone: whoever has a password here signs in by it and links from inside", async () => {
    await invite();
    const invited = await server.ask("POST", "/api/v1/invitations", {
      token: owner,
      body: { role: "editor", email: email() },
    });
    const ana = openBrowser(server);
    await ana.ask("POST", "/api/v1/invitations/accept", {
      secret: String(invited.body.url).split("#")[1],
      name: "Ana",
      email: email(),
      password,
    });
    const { browser, location } = await signIn();
    expect(location).toBe("/sign-in?why=signIn.linkFirst");
    expect((await browser.ask("GET", "/api/v1/me")).status).toBe(401);
    expect(await linkedOf(ana)).toBeNull();
    expect(await link(ana)).toBe("/account?linked=1");
    expect((await signIn()).location).toBe("/");
  });

  test("asks for the code of a second factor where one is on; signing in by the provider afterwards does not", async () => {
    const ana = await withPassword();
    const begun = await ana.ask("POST", "/api/v1/me/second-factor", { password });
    const code = await createOTP(Uint8Array.from(base32.decode(String(begun.body.secret)))).hotp(
      Math.floor(time / 30_000),
    );
    const on = await ana.ask("POST", "/api/v1/me/second-factor/confirm", { code });
    const without = await ana.ask("POST", "/api/v1/me/oidc", { password });
    expect([without.status, without.body.code]).toEqual([403, "secondFactor.needed"]);
    const [recovery] = on.body.codes as string[];
    expect(await link(ana, { password, code: recovery })).toBe("/account?linked=1");
    expect((await signIn()).location).toBe("/");
  });

  test("is refused to another browser, to another person in the same browser, and to who has signed out meanwhile", async () => {
    const ana = await withPassword();
    const begun = await ana.ask("POST", "/api/v1/me/oidc", { password });
    const back = agreedAt(String(begun.body.url));
    expect((await ask(openBrowser(server), back)).location).toBe(failed);
    // A page of another site may send a browser there, but not with the cookie of this one; so it is the session that decides.
    const left = await ana.ask("POST", "/api/v1/me/oidc", { password });
    const late = agreedAt(String(left.body.url));
    await ana.ask("POST", "/api/v1/sign-out");
    expect((await ask(ana, late)).location).toBe("/account?why=signIn.oidcFailed");
    await memberBrowser(server, owner, { role: "viewer", name: "Ben", email: `b${n}@x.org`, password });
    await ana.ask("POST", "/api/v1/sign-in/password", { email: email(), password });
    const other = agreedAt(String((await ana.ask("POST", "/api/v1/me/oidc", { password })).body.url));
    await ana.ask("POST", "/api/v1/sign-in/password", { email: `b${n}@x.org`, password });
    expect((await ask(ana, other)).location).toBe("/account?why=signIn.oidcFailed");
    expect(await linkedOf(ana)).toBeNull();
    await ana.ask("POST", "/api/v1/sign-in/password", { email: email(), password });
    expect(await linkedOf(ana)).toBeNull();
  });

  test("takes nobody's account away: one that is linked stays with its person, and nobody has two", async () => {
    const ana = await withPassword();
    expect(await link(ana)).toBe("/account?linked=1");
    const twice = await ana.ask("POST", "/api/v1/me/oidc", { password });
    expect([twice.status, twice.body.code]).toEqual([409, "account.oidcLinked"]);
    const mallory = await memberBrowser(server, owner, {
      role: "editor",
      name: "Mallory",
      email: `mallory${n}@example.org`,
      password,
    });
    expect(await link(mallory)).toBe("/account?why=account.oidcTaken");
    expect(await linkedOf(mallory)).toBeNull();
    expect(await linkedOf(ana)).not.toBeNull();
  });

  test("two at once for one account of the provider: one has it, the other is told", async () => {
    const [ana, ben] = [
      await withPassword(),
      await memberBrowser(server, owner, { role: "viewer", name: "Ben", email: `ben${n}@x.org`, password }),
    ];
    const ends = await Promise.all([link(ana), link(ben)]);
    expect(ends.toSorted()).toEqual(["/account?linked=1", "/account?why=account.oidcTaken"]);
  });

  test("is taken off with the password, signs out every other browser, and opens nothing any more", async () => {
    const ana = await withPassword();
    await link(ana);
    const { browser: other } = await signIn();
    const wrong = await ana.ask("POST", "/api/v1/me/oidc/off", {});
    expect([wrong.status, wrong.body.code]).toEqual([403, "account.password"]);
    const off = await ana.ask("POST", "/api/v1/me/oidc/off", { password });
    expect([off.status, off.body]).toEqual([200, { ended: 1 }]);
    expect((await other.ask("GET", "/api/v1/me")).status).toBe(401);
    expect((await signIn()).location).toBe("/sign-in?why=signIn.notInvited");
    const again = await ana.ask("POST", "/api/v1/me/oidc/off", { password });
    expect([again.status, again.body.code]).toEqual([404, "account.oidcUnknown"]);
  });

  test("is not taken off while it is the only way in", async () => {
    await invite();
    const { browser } = await signIn();
    const refused = await browser.ask("POST", "/api/v1/me/oidc/off", {});
    expect([refused.status, refused.body.code]).toEqual([409, "account.lastWayIn"]);
    expect((await browser.ask("POST", "/api/v1/me/password", { password })).status).toBe(200);
    expect((await browser.ask("POST", "/api/v1/me/oidc/off", { password })).status).toBe(200);
  });

  test("is for people with an account: no token and no guest links anything", async () => {
    const answer = await server.ask("POST", "/api/v1/me/oidc", { token: owner, body: {} });
    expect([answer.status, answer.body.code]).toEqual([403, "rights.missing"]);
    const off = await server.ask("POST", "/api/v1/me/oidc/off", { token: owner, body: {} });
    expect([off.status, off.body.code]).toEqual([403, "rights.missing"]);
  });
});

test("somebody whose joining by the provider was cut off in the middle comes in the next time", async () => {
  await invite();
  const { browser } = await signIn();
  const { body } = await browser.ask("GET", "/api/v1/me");
  await server.services.db.deleteFrom("oidcIdentity").where("userId", "=", String(body.id)).execute();
  const again = await signIn();
  expect((await again.browser.ask("GET", "/api/v1/me")).body.id).toBe(body.id);
});

test("where there is no provider, nothing is offered", async () => {
  const without = await startTestServer();
  expect((await without.ask("GET", "/api/v1/sign-in/ways")).body).toEqual({ oidc: false });
  expect((await without.ask("GET", "/api/v1/sign-in/oidc")).body.code).toBe("signIn.oidcOff");
  const token = await without.token("owner");
  expect((await without.ask("GET", "/api/v1/me/oidc", { token })).body.code).toBe("signIn.oidcOff");
  await without.stop();
});
