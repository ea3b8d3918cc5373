import { closeCodes } from "@polku/protocol";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { frameTypes, syncSteps } from "../rooms/frames.ts";
import { memberBrowser, openBrowser, ownersBrowser, type TestBrowser } from "../testing/browser.ts";
import { until } from "../testing/clients.ts";
import { openRawSocket, someUpdate, syncBody } from "../testing/rawSocket.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

const password = "correct horse battery";
let server: TestServer;
let owner: string;
let time = Date.now();
let people = 0;
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => time } });
  owner = await server.token("owner");
});
afterAll(() => server.stop());

const newEmail = () => `person${(people += 1)}@example.org`;

const member = (role: "owner" | "editor" | "viewer" = "editor", email = newEmail()) =>
  memberBrowser(server, owner, { role, name: "Ana", email, password });

async function insideOf(browser: TestBrowser, journeyId: string) {
  const { body } = await browser.ask("POST", `/api/v1/journeys/${journeyId}/ticket`);
  const socket = await openRawSocket(server.socketUrl, "/collab", journeyId, String(body.token));
  onTestFinished(() => socket.leave());
  await until("they are in", () => socket.frames.length > 0);
  return socket;
}

const closedBy = async (socket: Awaited<ReturnType<typeof insideOf>>) => {
  await until("it is closed", () => socket.closed !== undefined);
  return socket.closed?.code;
};

describe("a member", () => {
  test("comes by an invitation, once, and works in every journey with their role", async () => {
    const id = await server.journey();
    const made = await server.ask("POST", "/api/v1/invitations", {
      token: owner,
      body: { role: "editor", email: " Ana@Example.org " },
    });
    expect([made.status, made.body.email]).toEqual([422, undefined]);
    const right = await server.ask("POST", "/api/v1/invitations", {
      token: owner,
      body: { role: "editor", email: "Ana@Example.org" },
    });
    const secret = String(right.body.url).split("#")[1];
    const rows = JSON.stringify(await server.services.db.selectFrom("invitation").selectAll().execute());
    expect(rows).not.toContain(secret);
    const browser = openBrowser(server);
    const look = await browser.ask("POST", "/api/v1/invitations/look", { secret });
    expect(look.body).toEqual({ role: "editor", email: "ana@example.org" });
    const given = { secret, name: "Ana", email: "someone@else.org", password };
    // A password that is tried first is refused, and the invitation is still good.
    const guessable = { ...given, password: "Ana.Example.1234" };
    const refused = await browser.ask("POST", "/api/v1/invitations/accept", guessable);
    expect([refused.status, refused.body.code]).toEqual([422, "account.passwordGuessable"]);
    const joined = await browser.ask("POST", "/api/v1/invitations/accept", given);
    expect(joined.body).toMatchObject({ name: "Ana", kind: "member", email: "ana@example.org" });
    const again = await openBrowser(server).ask("POST", "/api/v1/invitations/accept", {
      ...given,
      email: newEmail(),
    });
    expect([again.status, again.body.code]).toEqual([410, "invitation.unknown"]);
    const list = (await browser.ask("GET", "/api/v1/journeys")).body.items;
    expect(list).toContainEqual(expect.objectContaining({ id, role: "editor" }));
    expect((await browser.ask("GET", "/api/v1/contacts")).status).toBe(200);
    expect((await browser.ask("GET", "/api/v1/members")).status).toBe(403);
    expect((await browser.ask("POST", "/api/v1/journeys", { title: "x" })).status).toBe(403);
  });

  test("is not made by an invitation that is a week old or was taken back, and both look alike", async () => {
    const make = async () => {
      const { body } = await server.ask("POST", "/api/v1/invitations", {
        token: owner,
        body: { role: "viewer" },
      });
      return { id: String(body.id), secret: String(body.url).split("#")[1] };
    };
    const [old, back] = [await make(), await make()];
    expect((await server.ask("DELETE", `/api/v1/invitations/${back.id}`, { token: owner })).status).toBe(204);
    time += 7 * 86_400_000;
    for (const secret of [old.secret, back.secret, "never-there"]) {
      const answer = await openBrowser(server).ask("POST", "/api/v1/invitations/look", { secret });
      expect([answer.status, answer.body.code]).toEqual([410, "invitation.unknown"]);
    }
  });

  test("signs in with address and password; a wrong one and an unknown one get the very same answer", async () => {
    const email = newEmail();
    await member("editor", email);
    const browser = openBrowser(server);
    const right = { email: email.toUpperCase(), password };
    expect((await browser.ask("POST", "/api/v1/sign-in/password", right)).body).toMatchObject({ email });
    expect((await browser.ask("GET", "/api/v1/me")).status).toBe(200);
    const [wrong, unknown] = [
      await browser.ask("POST", "/api/v1/sign-in/password", { email, password: "not this one" }),
      await browser.ask("POST", "/api/v1/sign-in/password", { email: newEmail(), password }),
    ];
    expect([wrong.status, wrong.body.code]).toEqual([401, "signIn.wrong"]);
    expect([unknown.status, unknown.text]).toEqual([wrong.status, wrong.text]);
    const rows = JSON.stringify(await server.services.db.selectFrom("credential").selectAll().execute());
    expect(rows).not.toContain(password);
  });

  test("whose role is changed or who is suspended feels it at once in open windows", async () => {
    const id = await server.journey();
    const ana = await member();
    const first = await insideOf(ana, id);
    const change = (body: object) => server.ask("PATCH", `/api/v1/members/${ana.id}`, { token: owner, body });
    expect((await change({ role: "viewer" })).body).toMatchObject({ role: "viewer", suspended: false });
    expect(await closedBy(first)).toBe(closeCodes.rightsChanged.code);
    const second = await insideOf(ana, id);
    expect((await change({ suspended: true })).body.suspended).toBe(true);
    expect(await closedBy(second)).toBe(closeCodes.signIn.code);
    expect((await ana.ask("GET", `/api/v1/journeys/${id}`)).status).toBe(404);
    await change({ suspended: false });
    expect((await ana.ask("GET", `/api/v1/journeys/${id}`)).status).toBe(200);
  });

  test("who is removed has no session, no right and no way back, and their links stay listed", async () => {
    const email = newEmail();
    const id = await server.journey();
    const ana = await member("owner", email);
    const made = await ana.ask("POST", `/api/v1/journeys/${id}/links`, { role: "viewer" });
    const socket = await insideOf(ana, id);
    expect((await server.ask("DELETE", `/api/v1/members/${ana.id}`, { token: owner })).status).toBe(204);
    expect(await closedBy(socket)).toBe(closeCodes.signIn.code);
    expect((await ana.ask("GET", "/api/v1/me")).status).toBe(401);
    const back = await openBrowser(server).ask("POST", "/api/v1/sign-in/password", { email, password });
    expect(back.body.code).toBe("signIn.wrong");
    const { items } = (await server.ask("GET", `/api/v1/journeys/${id}/links`, { token: owner })).body;
    expect(items).toContainEqual(expect.objectContaining({ id: made.body.id, state: "live" }));
    expect((await server.ask("DELETE", `/api/v1/members/${ana.id}`, { token: owner })).body.code).toBe(
      "member.unknown",
    );
    // Their address is free for a new invitation.
    await member("viewer", email);
  });
});

describe("wrong passwords", () => {
  test("are not asked for without end, whether the address is known or not", async () => {
    const email = newEmail();
    await member("editor", email);
    for (const tried of [email, newEmail()]) {
      const browser = openBrowser(server);
      const { wrongTries } = server.services.accounts;
      for (let i = 0; i < 9; i += 1) wrongTries.wrong(tried);
      const tenth = await browser.ask("POST", "/api/v1/sign-in/password", { email: tried, password: "x" });
      expect(tenth.body.code).toBe("signIn.wrong");
      const next = await browser.ask("POST", "/api/v1/sign-in/password", { email: tried, password });
      expect([next.status, next.body.code]).toEqual([429, "signIn.tooOften"]);
    }
    time += 15 * 60_000;
    const later = await openBrowser(server).ask("POST", "/api/v1/sign-in/password", { email, password });
    expect(later.status).toBe(200);
  });
});

describe("sessions", () => {
  test("are listed with their browser and end one by one, with the sockets they opened and no others", async () => {
    const email = newEmail();
    const id = await server.journey();
    const here = await member("editor", email);
    const there = openBrowser(server, "Safari/605.1 (iPhone)");
    await there.ask("POST", "/api/v1/sign-in/password", { email, password });
    const [mine, other] = [await insideOf(here, id), await insideOf(there, id)];
    const { items } = (await here.ask("GET", "/api/v1/me/sessions")).body as {
      items: { id: string; browser: string; current: boolean }[];
    };
    const told = items.map(({ browser, current }) => `${browser.split("/")[0]} ${current}`);
    expect(new Set(told)).toEqual(new Set(["Firefox true", "Safari false"]));
    const remote = items.find(({ current }) => !current)?.id ?? "";
    expect((await here.ask("DELETE", `/api/v1/me/sessions/${remote}`)).status).toBe(204);
    expect(await closedBy(other)).toBe(closeCodes.signIn.code);
    expect((await there.ask("GET", "/api/v1/me")).status).toBe(401);
    expect(mine.closed).toBeUndefined();
    expect((await here.ask("DELETE", `/api/v1/me/sessions/${remote}`)).body.code).toBe("session.unknown");
  });

  test("of somebody else are not there", async () => {
    const [ana, ben] = [await member(), await member()];
    const { items } = (await ana.ask("GET", "/api/v1/me/sessions")).body as { items: { id: string }[] };
    const answer = await ben.ask("DELETE", `/api/v1/me/sessions/${items[0]?.id}`);
    expect([answer.status, answer.body.code]).toEqual([404, "session.unknown"]);
    expect((await ana.ask("GET", "/api/v1/me")).status).toBe(200);
  });

  test("end when one signs out, and what is still under way is not taken", async () => {
    const id = await server.journey();
    const ana = await member();
    const socket = await insideOf(ana, id);
    const out = ana.ask("POST", "/api/v1/sign-out");
    await out;
    for (let i = 0; i < 50; i += 1)
      socket.send(frameTypes.sync, syncBody(syncSteps.update, someUpdate(`after${i}`, 1, 100 + i)));
    expect(await closedBy(socket)).toBe(closeCodes.signIn.code);
    const shapes = await server.services.rooms.readDocument(id, (doc) => doc.getMap("shapes").size);
    expect(shapes).toBe(0);
  });

  test("but one end when the password is changed, which needs the one before", async () => {
    const email = newEmail();
    const here = await member("editor", email);
    const there = openBrowser(server);
    await there.ask("POST", "/api/v1/sign-in/password", { email, password });
    const change = (before: string | undefined) =>
      here.ask("POST", "/api/v1/me/password", { before, password: "another long password" });
    expect((await change(undefined)).body.code).toBe("account.password");
    expect((await change("wrong")).body.code).toBe("account.password");
    expect((await change(password)).body).toEqual({ ended: 1 });
    expect((await there.ask("GET", "/api/v1/me")).status).toBe(401);
    expect((await here.ask("GET", "/api/v1/me")).status).toBe(200);
    const short = await here.ask("POST", "/api/v1/me/password", { before: "x", password: "short" });
    expect(short.status).toBe(422);
  });

  test("a ticket of a session that has ended opens nothing", async () => {
    const id = await server.journey();
    const ana = await member();
    const { body } = await ana.ask("POST", `/api/v1/journeys/${id}/ticket`);
    await ana.ask("POST", "/api/v1/sign-out");
    const socket = await openRawSocket(server.socketUrl, "/collab", id, String(body.token));
    onTestFinished(() => socket.leave());
    expect(await closedBy(socket)).toBe(closeCodes.signIn.code);
  });
});

describe("an account", () => {
  test("takes an address that is free, with the password, and signs in by it", async () => {
    const [ana, taken] = [await member(), newEmail()];
    await member("viewer", taken);
    const change = (body: object) => ana.ask("PATCH", "/api/v1/me", body);
    expect((await change({ email: taken, password })).body.code).toBe("account.emailTaken");
    expect((await change({ email: newEmail() })).body.code).toBe("account.password");
    const email = newEmail();
    expect((await change({ email, password })).body.email).toBe(email);
  });

  test("of the owner gets an address first, then a password", async () => {
    const browser = await ownersBrowser(server);
    const set = () => browser.ask("POST", "/api/v1/me/password", { password });
    expect((await set()).body.code).toBe("account.emailNeeded");
    const email = newEmail();
    await browser.ask("PATCH", "/api/v1/me", { email });
    expect((await set()).status).toBe(200);
    const there = openBrowser(server);
    const signedIn = await there.ask("POST", "/api/v1/sign-in/password", { email, password });
    expect(signedIn.body).toMatchObject({ kind: "owner", hasPassword: true });
  });

  test("is nothing that a guest or a token has", async () => {
    const id = await server.journey();
    const made = await server.ask("POST", `/api/v1/journeys/${id}/links`, {
      token: owner,
      body: { role: "editor" },
    });
    const guest = openBrowser(server);
    await guest.ask("POST", "/api/v1/join", { secret: String(made.body.url).split("#")[1], name: "G" });
    expect((await guest.ask("GET", "/api/v1/me")).body).toMatchObject({ email: null, hasPassword: false });
    for (const ask of [
      () => guest.ask("PATCH", "/api/v1/me", { email: newEmail() }),
      () => guest.ask("POST", "/api/v1/me/password", { password }),
    ])
      expect((await ask()).body.code).toBe("rights.missing");
    expect((await server.ask("GET", "/api/v1/me/sessions", { token: owner })).body.items).toEqual([]);
  });
});

describe("who may see a journey", () => {
  test("is told whole: the owner, members, people by links while these stand, and tokens", async () => {
    const id = await server.journey();
    const ana = await member("viewer");
    const made = await server.ask("POST", `/api/v1/journeys/${id}/links`, {
      token: owner,
      body: { role: "editor" },
    });
    const guest = openBrowser(server);
    await guest.ask("POST", "/api/v1/join", { secret: String(made.body.url).split("#")[1], name: "Gaia" });
    await server.token("commenter", id);
    await server.token("commenter", await server.journey());
    const told = async () => {
      const { items } = (await server.ask("GET", `/api/v1/journeys/${id}/access`, { token: owner })).body;
      return (items as { kind: string; id: string; name: string; role: string }[]).map(
        ({ kind, name, role, id: who }) => (kind === "member" ? who : `${kind} ${name} ${role}`),
      );
    };
    const all = await told();
    expect(all).toContain(ana.id);
    expect(all).toContain("guest Gaia editor");
    expect(all.filter((one) => one === "token a commenter commenter")).toHaveLength(1);
    await server.ask("DELETE", `/api/v1/journeys/${id}/links/${String(made.body.id)}`, { token: owner });
    expect(await told()).not.toContain("guest Gaia editor");
    expect((await ana.ask("GET", `/api/v1/journeys/${id}/access`)).status).toBe(403);
  });
});
