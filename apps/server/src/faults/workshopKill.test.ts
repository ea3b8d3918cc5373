import type { WorkshopView } from "@polku/protocol";
import { expect, onTestFinished, test } from "vitest";
import { type ChildServer, startChildServer } from "../testing/childServer.ts";
import { until } from "../testing/clients.ts";
import { startTestServer } from "../testing/testServer.ts";

type Deed = { method: string; path: string; body?: unknown };

/** A person at whichever process is up. What was answered with 2xx is acknowledged; a process that dies answers nothing. */
function hand(journeyId: string, token: string, at: () => ChildServer) {
  const ask = async ({ method, path, body }: Deed) => {
    const response = await fetch(`${at().url}/api/v1/journeys/${journeyId}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, text: await response.text() };
  };
  return {
    ask,
    deed: async (deed: Deed): Promise<void> => {
      const { status, text } = await ask(deed);
      expect([status, text]).toEqual([204, ""]);
    },
    view: async () => JSON.parse((await ask({ method: "GET", path: "/workshop" })).text) as WorkshopView,
  };
}
type Hand = ReturnType<typeof hand>;

/** Everybody acts, one deed after the other, until the process is killed in the middle of it; answers what was acknowledged, by person. */
async function killedAmid(
  server: ChildServer,
  people: readonly Hand[],
  next: (n: number) => Deed,
  enough: number,
): Promise<string[][]> {
  const acknowledged = people.map((): string[] => []);
  const count = () => acknowledged.reduce((sum, one) => sum + one.length, 0);
  const acting = people.map(async (person, i) => {
    for (let n = 0; ; n += 1) {
      const deed = next(n);
      const answer = await person.ask(deed).catch(() => undefined);
      if (answer === undefined) return;
      if (answer.status !== 204) return;
      acknowledged[i]?.push(JSON.stringify(deed.body));
    }
  });
  await until("enough is acknowledged", () => count() >= enough);
  await server.kill("SIGKILL");
  await Promise.all(acting);
  return acknowledged;
}

test("F1: kill -9 in the middle of private writing, of a timer and of a vote: all of it goes on, and nothing acknowledged is lost", async () => {
  const first = await startTestServer();
  onTestFinished(() => first.stop());
  const journeyId = await first.journey();
  const token = (role: "editor" | "participant") => first.token(role, journeyId);
  const tokens = [await token("editor"), await token("participant"), await token("participant")];
  await first.close();

  let server = await startChildServer(first.folder);
  onTestFinished(async () => void (await server.kill("SIGKILL")));
  const restart = async () => {
    server = await startChildServer(first.folder);
  };
  const [vera, ana, ben] = tokens.map((one) => hand(journeyId, one, () => server));
  if (!vera || !ana || !ben) throw new Error("nobody is there");
  const steps = [
    { id: "write", title: "Write", minutes: 10, tool: "write" },
    { id: "vote", title: "Vote", minutes: 5, tool: "vote", dots: 20 },
  ];
  await vera.deed({ method: "POST", path: "/workshop", body: { title: "Killed", steps } });
  await vera.deed({ method: "PATCH", path: "/workshop", body: { timer: "start" } });
  const timer = (await vera.view()).workshop?.timer;

  // Private writing: each still has what was acknowledged to them, and nobody anything of another's.
  const drafts = await killedAmid(
    server,
    [ana, ben],
    (n) => ({
      method: "POST",
      path: "/workshop/drafts",
      body: { id: crypto.randomUUID(), stepId: "write", text: `Ajatus ${n}` },
    }),
    24,
  );
  await restart();
  for (const [i, person] of [ana, ben].entries()) {
    const own = (await person.view()).own.drafts.map(({ id }) => id);
    const mine = (drafts[i] ?? []).map((body) => (JSON.parse(body) as { id: string }).id);
    expect(mine.filter((id) => !own.includes(id))).toEqual([]);
    // At most the one whose answer the kill took.
    expect(own.length - mine.length).toBeLessThanOrEqual(1);
  }
  const lead = await vera.view();
  expect(lead.own.drafts).toEqual([]);
  expect(lead.workshop?.notes).toEqual([]);

  // The timer: it ends at the very moment at which it would have ended.
  expect(timer?.state).toBe("running");
  expect(lead.workshop?.timer).toEqual(timer);

  // The reveal after the kill has every note once.
  const written = (await ana.view()).own.drafts.length + (await ben.view()).own.drafts.length;
  await vera.deed({ method: "POST", path: "/workshop/reveal", body: { stepId: "write" } });
  expect((await ben.view()).workshop?.notes).toHaveLength(written);

  // The vote: what was given is one's own again, and the count is the sum of it.
  await vera.deed({ method: "PATCH", path: "/workshop", body: { stepId: "vote" } });
  const dots = await killedAmid(
    server,
    [ana, ben],
    (n) => ({
      method: "POST",
      path: "/workshop/votes",
      body: { stepId: "vote", thing: `touchpoint:t${n}`, dots: 1 },
    }),
    16,
  );
  await restart();
  const given = [];
  for (const [i, person] of [ana, ben].entries()) {
    const own = (await person.view()).own.dots;
    const mine = (dots[i] ?? []).map((body) => (JSON.parse(body) as { thing: string }).thing);
    expect(mine.filter((thing) => !own.some((one) => one.thing === thing))).toEqual([]);
    given.push(...own);
  }
  expect((await vera.view()).workshop?.tallies).toEqual([]);
  await vera.deed({ method: "POST", path: "/workshop/close-vote", body: { stepId: "vote" } });
  const [tally] = (await ana.view()).workshop?.tallies ?? [];
  expect(tally?.voters).toBe(2);
  expect(tally?.results.reduce((sum, one) => sum + one.dots, 0)).toBe(given.length);
});
