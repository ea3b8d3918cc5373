import type { ListeningAnswer } from "@polku/protocol";
import { afterAll, beforeAll, expect, test } from "vitest";
import { joinByHocuspocus, until } from "../testing/clients.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

let server: TestServer;
let now = 1_000_000;

beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } });
});
afterAll(() => server.stop());

/** Somebody in a journey, and what the server has told them of hearing together. */
async function joins(journeyId: string, role: "editor" | "viewer") {
  const { provider } = joinByHocuspocus(server.socketUrl, journeyId, await server.token(role, journeyId));
  const heard: ListeningAnswer[] = [];
  provider.on("stateless", ({ payload }: { payload: string }) => {
    const message = JSON.parse(payload) as ListeningAnswer;
    if (message.t === "listening" || message.t === "clock") heard.push(message);
  });
  await until("they are in", () => provider.isSynced);
  const say = (message: unknown): void => provider.sendStateless(JSON.stringify(message));
  const answered = async (count: number): Promise<ListeningAnswer | undefined> => {
    await until("the server answers", () => heard.length >= count);
    return heard[count - 1];
  };
  return { provider, say, heard, answered };
}

test("everybody is told the same place by the server's clock, and who comes later is told it too", async () => {
  const journeyId = await server.journey();
  const [ana, ben] = [await joins(journeyId, "editor"), await joins(journeyId, "viewer")];
  ana.say({ t: "listen", deed: "play", quoteId: "q1", at: 2 });
  const state = { quoteId: "q1", playing: true, at: 2, since: now + 400, by: "a editor" };
  expect(await ana.answered(1)).toEqual({ t: "listening", now, state });
  expect(await ben.answered(1)).toEqual({ t: "listening", now, state });
  now += 5_000;
  const cleo = await joins(journeyId, "viewer");
  cleo.say({ t: "listening?" });
  expect(await cleo.answered(1)).toEqual({ t: "listening", now, state });
  cleo.say({ t: "clock?", c: 7 });
  expect(await cleo.answered(2)).toEqual({ t: "clock", c: 7, now });
  for (const { provider } of [ana, ben, cleo]) provider.destroy();
});

test("only who may edit the map begins, pauses and ends; others are not heeded", async () => {
  const journeyId = await server.journey();
  const [ana, ben] = [await joins(journeyId, "editor"), await joins(journeyId, "viewer")];
  ben.say({ t: "listen", deed: "play", quoteId: "q1", at: 0 });
  ben.say({ t: "listening?" });
  expect(await ben.answered(1)).toMatchObject({ state: null });
  ana.say({ t: "listen", deed: "pause", quoteId: "q1", at: 3 });
  expect(await ben.answered(2)).toMatchObject({ state: { playing: false, at: 3, since: now } });
  ben.say({ t: "listen", deed: "end" });
  ana.say({ t: "listen", deed: "end" });
  expect(await ben.answered(3)).toMatchObject({ state: null });
  for (const { provider } of [ana, ben]) provider.destroy();
});

test("what is no message of ours, and one too many, end nobody's socket", async () => {
  const journeyId = await server.journey();
  const ana = await joins(journeyId, "editor");
  for (const wrong of [
    { t: "listen", deed: "play", quoteId: "../x", at: 0 },
    { t: "listen", deed: "play", quoteId: "q", at: -1 },
    { t: "listen" },
    7,
  ])
    ana.say(wrong);
  for (let n = 0; n < 60; n += 1) ana.say({ t: "clock?", c: n });
  // Frames of one socket are handled in order: when this is answered, those before it were handled.
  let saved = false;
  ana.provider.on("stateless", ({ payload }: { payload: string }) => (saved ||= payload.includes('"saved"')));
  ana.say({ t: "save?", v: 1, s: "test" });
  await until("all was handled", () => saved);
  now += 60_000;
  ana.say({ t: "listening?" });
  await until("it is told", () => ana.heard.some((one) => one.t === "listening"));
  expect(ana.heard.filter((one) => one.t === "clock").length).toBeLessThan(60);
  expect(ana.heard.at(-1)).toMatchObject({ state: null });
  ana.provider.destroy();
});
