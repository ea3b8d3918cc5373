import type { CommentList, Role } from "@polku/protocol";
import { roles } from "@polku/protocol";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApiToken } from "../accounts/apiTokens.ts";
import { systemClock } from "../clock.ts";
import { joinByHocuspocus, until } from "../testing/clients.ts";
import { startTestServer, type TestAnswer, type TestServer } from "../testing/testServer.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** Somebody in a journey, as a script with their name would be. */
async function person(journeyId: string, role: Role, name: string) {
  const token = await createApiToken(server.services.db, systemClock, { role, journeyId, name });
  const ask = <Body = TestAnswer["body"]>(method: string, path: string, body?: unknown) =>
    server.ask<Body>(method, `/api/v1/journeys/${journeyId}/comments${path}`, {
      token,
      body,
    });
  return { token, ask, threads: async () => (await ask<CommentList>("GET", "")).body };
}

/** Somebody who came by a link with only a name. */
async function guest(journeyId: string, name: string) {
  const owner = await server.token("owner");
  const made = await server.ask("POST", `/api/v1/journeys/${journeyId}/links`, {
    token: owner,
    body: { role: "commenter" },
  });
  const secret = String(made.body.url).split("#")[1];
  const joined = await server.ask("POST", "/api/v1/join", { body: { secret, name } });
  const cookie = joined.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const ask = <Body = TestAnswer["body"]>(method: string, path: string) =>
    server.ask<Body>(method, `/api/v1/journeys/${journeyId}/comments${path}`, { headers: { cookie } });
  return { ask, threads: async () => (await ask<CommentList>("GET", "")).body };
}

async function room() {
  const journeyId = await server.journey();
  const [vera, kaisa, pasi] = await Promise.all([
    person(journeyId, "editor", "Vera"),
    person(journeyId, "commenter", "Kaisa"),
    person(journeyId, "commenter", "Pasi"),
  ]);
  return { journeyId, vera, kaisa, pasi };
}

describe("comments", () => {
  test("a thread grows by answers, the latest thread stands first, and what was sent twice is there once", async () => {
    const { kaisa, pasi } = await room();
    const first = { id: "a", thing: "touchpoint:t3", text: "Kuka voisi vaihtaa lauseen tänään?" };
    for (const _ of [1, 2]) expect((await kaisa.ask("POST", "", first)).status).toBe(204);
    await pasi.ask("POST", "", { id: "b", thing: "journey", text: "Aloitetaanko alusta?" });
    expect((await kaisa.threads()).items.map(({ id }) => id)).toEqual(["b", "a"]);
    await pasi.ask("POST", "", { id: "c", threadId: "a", text: "Minä." });
    const { items, mayComment } = await kaisa.threads();
    expect(mayComment).toBe(true);
    expect(items.map(({ id, thing }) => [id, thing])).toEqual([
      ["a", "touchpoint:t3"],
      ["b", "journey"],
    ]);
    expect(items[0]?.remarks.map(({ by, text, mayChange }) => [by.name, text, mayChange])).toEqual([
      ["Kaisa", "Kuka voisi vaihtaa lauseen tänään?", true],
      ["Pasi", "Minä.", false],
    ]);
  });

  test("open windows are told that there is something new, in no words", async () => {
    const { journeyId, vera, kaisa } = await room();
    const window = joinByHocuspocus(server.socketUrl, journeyId, vera.token);
    const heard: string[] = [];
    window.provider.on("stateless", ({ payload }: { payload: string }) => heard.push(payload));
    await until("they are in", () => window.provider.synced);
    await kaisa.ask("POST", "", { id: "n", thing: "journey", text: "Salainen" });
    await until("they are told", () => heard.length > 0);
    expect(heard).toEqual(['{"t":"comments"}']);
    window.leave();
  });

  test("somebody is called by @ and their name, and has seen it when they say so", async () => {
    const { journeyId, kaisa, vera } = await room();
    const pasi = await guest(journeyId, "Pasi");
    await kaisa.ask("POST", "", { id: "m", thing: "journey", text: "@pasi, katsotko?" });
    const calls = async (who: { threads: () => Promise<CommentList> }) =>
      (await who.threads()).items.flatMap(({ remarks }) =>
        remarks.map(({ mentionsMe, seen }) => [mentionsMe, seen]),
      );
    expect(await calls(pasi)).toEqual([[true, false]]);
    expect(await calls(vera)).toEqual([[false, true]]);
    expect((await pasi.ask("POST", "/seen")).status).toBe(204);
    expect(await calls(pasi)).toEqual([[true, true]]);
  });

  test("one's own words may be changed, a thread is resolved by who began it or an editor, and opened again", async () => {
    const { kaisa, pasi, vera } = await room();
    await kaisa.ask("POST", "", { id: "r", thing: "journey", text: "Ensin" });
    await kaisa.ask("PATCH", "/r", { text: "Sitten" });
    expect((await pasi.ask("PATCH", "/r", { text: "Muu" })).body.code).toBe("comment.notYours");
    expect((await vera.ask("PATCH", "/r", { text: "Muu" })).body.code).toBe("comment.notYours");
    expect((await pasi.ask("PATCH", "/r", { resolved: true })).body.code).toBe("comment.notYours");
    expect((await vera.ask("PATCH", "/r", { resolved: true })).status).toBe(204);
    const [thread] = (await pasi.threads()).items;
    expect(thread).toMatchObject({ resolved: { by: "Vera" }, remarks: [{ text: "Sitten" }] });
    expect(thread?.remarks[0]?.editedAt).not.toBeNull();
    await kaisa.ask("PATCH", "/r", { resolved: false });
    expect((await pasi.threads()).items[0]?.resolved).toBeNull();
  });

  test("with the first remark goes its thread, with an answer only itself; others' are an editor's to remove", async () => {
    const { kaisa, pasi, vera } = await room();
    await kaisa.ask("POST", "", { id: "x", thing: "journey", text: "Yksi @Pasi" });
    await pasi.ask("POST", "", { id: "y", threadId: "x", text: "Kaksi" });
    expect((await kaisa.ask("DELETE", "/y")).body.code).toBe("comment.notYours");
    expect((await pasi.ask("DELETE", "/y")).status).toBe(204);
    expect((await kaisa.threads()).items[0]?.remarks).toHaveLength(1);
    expect((await vera.ask("DELETE", "/x")).status).toBe(204);
    expect((await kaisa.threads()).items).toEqual([]);
    expect(
      await server.services.db
        .selectFrom("commentMention")
        .selectAll()
        .where("commentId", "=", "x")
        .execute(),
    ).toEqual([]);
  });

  test("an answer to what is not there, or is itself an answer, and a comment without a place are refused", async () => {
    const { kaisa } = await room();
    await kaisa.ask("POST", "", { id: "p", thing: "journey", text: "Yksi" });
    await kaisa.ask("POST", "", { id: "q", threadId: "p", text: "Kaksi" });
    for (const threadId of ["none", "q"])
      expect((await kaisa.ask("POST", "", { id: `to-${threadId}`, threadId, text: "x" })).body.code).toBe(
        "comment.unknown",
      );
    for (const bad of [
      { id: "z", text: "x" },
      { id: "z", thing: "journey", threadId: "p", text: "x" },
      { id: "z", thing: "river:1", text: "x" },
      { id: "z", thing: "journey", text: " " },
      { id: "z", thing: "journey", text: "x".repeat(4001) },
    ])
      expect((await kaisa.ask("POST", "", bad)).body.code).toBe("request.invalid");
  });

  test.each(roles)("a %s may read, and comment if the role says so", async (role) => {
    const journeyId = await server.journey();
    const someone = await person(journeyId, role, "S");
    expect((await someone.ask("GET", "")).status).toBe(200);
    const { status } = await someone.ask("POST", "", { id: `by-${role}`, thing: "journey", text: "x" });
    expect(status).toBe(role === "viewer" ? 403 : 204);
  });
});
