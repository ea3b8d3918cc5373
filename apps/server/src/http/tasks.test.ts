import type { Role, TaskList } from "@polku/protocol";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestAnswer, type TestServer } from "../testing/testServer.ts";
import { openWorkshopPerson } from "../testing/workshopPerson.ts";
import { until } from "../testing/clients.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

async function room() {
  const journeyId = await server.journey();
  const person = async (role: Role) => {
    const token = await server.token(role, journeyId);
    return <Body = TestAnswer["body"]>(method: string, path: string, body?: unknown) =>
      server.ask<Body>(method, `/api/v1/journeys/${journeyId}${path}`, {
        token,
        body,
      });
  };
  return {
    journeyId,
    vera: await person("editor"),
    ana: await person("participant"),
    ben: await person("commenter"),
    lea: await person("viewer"),
  };
}
type Ask = Awaited<ReturnType<typeof room>>["vera"];

const task = (id: string, more: object = {}) => ({ id, thing: "touchpoint:t1", text: `Do ${id}`, ...more });
const tasksOf = async (ask: Ask) => (await ask<TaskList>("GET", "/tasks")).body;

describe("a task", () => {
  test("is written with who and by when, seen by all, done by anybody, and says who did it", async () => {
    const { vera, ana, ben, lea } = await room();
    expect((await ana("POST", "/tasks", task("a", { owner: "Minna", dueOn: "2026-12-01" }))).status).toBe(
      204,
    );
    expect(await tasksOf(lea)).toMatchObject({
      mayAdd: false,
      items: [
        {
          text: "Do a",
          owner: "Minna",
          dueOn: "2026-12-01",
          by: "a participant",
          done: null,
          mayChange: false,
        },
      ],
    });
    expect((await ben("PATCH", "/tasks/a", { done: true })).status).toBe(204);
    expect((await tasksOf(vera)).items).toMatchObject([{ done: { by: "a commenter" }, mayChange: true }]);
    await ana("PATCH", "/tasks/a", { done: false, owner: null });
    expect((await tasksOf(vera)).items).toMatchObject([{ done: null, owner: null }]);
  });

  test("sent twice it is one; the nearest day comes first, what has none after it, what is done last", async () => {
    const { ana, vera } = await room();
    for (const one of [
      task("none"),
      task("later", { dueOn: "2027-01-01" }),
      task("soon", { dueOn: "2026-12-01" }),
      task("soon", { dueOn: "2026-12-01" }),
      task("done", { dueOn: "2026-11-01" }),
    ])
      expect((await ana("POST", "/tasks", one)).status).toBe(204);
    await vera("PATCH", "/tasks/done", { done: true });
    expect((await tasksOf(ana)).items.map(({ id }) => id)).toEqual(["soon", "later", "none", "done"]);
  });

  test("is changed and removed by its author and by who may edit, by nobody else", async () => {
    const { vera, ana, ben, lea } = await room();
    await ana("POST", "/tasks", task("mine"));
    for (const [method, body] of [
      ["PATCH", { text: "Other" }],
      ["DELETE", undefined],
    ] as const) {
      const refused = await ben(method, "/tasks/mine", body);
      expect([refused.status, refused.body.code]).toEqual([403, "task.notYours"]);
      expect((await lea(method, "/tasks/mine", body)).status).toBe(403);
    }
    await ana("PATCH", "/tasks/mine", { text: "Better" });
    expect((await tasksOf(ben)).items).toMatchObject([{ text: "Better" }]);
    expect((await vera("DELETE", "/tasks/mine")).status).toBe(204);
    expect((await vera("DELETE", "/tasks/mine")).body.code).toBe("task.unknown");
  });

  test.each([
    ["no words", { text: " " }],
    ["a day that is none", { dueOn: "2026-02-31" }],
    ["a day as people write it", { dueOn: "1.12.2026" }],
    ["a thing that is none", { thing: "somewhere" }],
    ["an owner of a thousand letters", { owner: "x".repeat(1000) }],
  ])("with %s is refused", async (_, more) => {
    const { ana } = await room();
    const answer = await ana("POST", "/tasks", task("bad", more));
    expect([answer.status, answer.body.code]).toEqual([422, "request.invalid"]);
  });

  test("is told to whoever is there, without a word of it", async () => {
    const { journeyId, vera } = await room();
    const watcher = await openWorkshopPerson(server, journeyId, "viewer");
    await vera("POST", "/tasks", task("secret-words"));
    await until("it is told", () => watcher.heard().includes('{"t":"tasks"}'));
    expect(watcher.heard()).not.toContain("Do secret-words");
    watcher.leave();
  });
});

test("a thread is left in the parking lot by its author or who may edit, and taken out of it", async () => {
  const { vera, ana, ben } = await room();
  await ana("POST", "/comments", { id: "c", thing: "journey", text: "Entä laskutus?" });
  expect((await ben("PATCH", "/comments/c", { parked: true })).body.code).toBe("comment.notYours");
  const parked = async () =>
    ((await ben("GET", "/comments")).body.items as { parked: boolean }[]).map((one) => one.parked);
  await vera("PATCH", "/comments/c", { parked: true });
  expect(await parked()).toEqual([true]);
  await ana("PATCH", "/comments/c", { parked: false });
  expect(await parked()).toEqual([false]);
});
