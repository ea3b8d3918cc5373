import { type Role, roles, type WorkshopSummary } from "@polku/protocol";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { until } from "../testing/clients.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";
import { openWorkshopPerson, type WorkshopPerson } from "../testing/workshopPerson.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const step = (id: string, more: object = {}) => ({
  id,
  title: `Step ${id}`,
  minutes: 10,
  tool: "map",
  ...more,
});
const agenda = [
  step("write", { tool: "write" }),
  step("named", { tool: "write", anonymous: false, asksHuman: true }),
  step("vote", { tool: "vote", dots: 3 }),
  step("open vote", { id: "open", tool: "vote", dots: 2, anonymous: false, voteOn: "notes" }),
  step("close"),
];

type Person = WorkshopPerson;
const person = (journeyId: string, role: Role, on: TestServer = server) =>
  openWorkshopPerson(on, journeyId, role);

/** A journey with a workshop in it, its facilitator and two participants. */
async function room(on: TestServer = server) {
  const journeyId = await on.journey();
  const vera = await person(journeyId, "editor", on);
  const ana = await person(journeyId, "participant", on);
  const ben = await person(journeyId, "participant", on);
  const begun = await vera.ask("POST", "/workshop", { title: "Listening", steps: agenda });
  expect([begun.status, begun.text]).toEqual([204, ""]);
  return { journeyId, vera, ana, ben };
}

const go = (who: Person, stepId: string) => who.ask("PATCH", "/workshop", { stepId });
const write = (who: Person, id: string, text: string, stepId = "write") =>
  who.ask("POST", "/workshop/drafts", { id, stepId, text });
const give = (who: Person, thing: string, dots: number, stepId = "vote") =>
  who.ask("POST", "/workshop/votes", { stepId, thing, dots });

describe("the agenda drives the room", () => {
  test("a step comes up for everyone, with its timer standing; the step before it is kept as a version", async () => {
    const { vera, ana } = await room();
    expect((await ana.view()).workshop).toMatchObject({
      title: "Listening",
      stepId: "write",
      timer: { state: "standing", leftMs: 600_000 },
    });
    const before = ana.pulses().length;
    await go(vera, "vote");
    await until("everybody is told", () => ana.pulses().length > before);
    expect(ana.pulses().at(-1)).toMatchObject({
      stepId: "vote",
      counts: { writers: 0, drafts: 0, voters: 0, drawers: 0, ready: 0 },
    });
    const versions = await vera.ask("GET", "/versions");
    expect(versions.body.items).toMatchObject([
      { name: "Listening: Step write", kind: "named" },
      { name: "Listening", kind: "named" },
    ]);
  });

  test("the timer starts, is lengthened and paused on the server's clock, the same for all", async () => {
    const { vera, ana, ben } = await room();
    await vera.ask("PATCH", "/workshop", { timer: "start" });
    const [one, two] = [await ana.view(), await ben.view()];
    expect(one.workshop?.timer).toEqual(two.workshop?.timer);
    const timer = one.workshop?.timer;
    expect(timer?.state === "running" && timer.endsAt > one.now).toBe(true);
    await vera.ask("PATCH", "/workshop", { timer: "addMinute" });
    await until("all are told", () => ana.pulses().at(-1)?.timer.state === "running");
    await vera.ask("PATCH", "/workshop", { timer: "pause" });
    const paused = (await ana.view()).workshop?.timer;
    expect(paused?.state === "standing" && paused.leftMs > 600_000 && paused.leftMs <= 660_000).toBe(true);
  });

  test("everybody is brought to a place, who comes later too; a new step lets them go", async () => {
    const { journeyId, vera, ana } = await room();
    const place = { x: 1200, y: -40, width: 900 };
    await vera.ask("PATCH", "/workshop", { bring: { ...place, hold: true } });
    await until("everybody is told", () => ana.pulses().at(-1)?.brought?.x === 1200);
    expect(ana.pulses().at(-1)?.brought).toMatchObject({ ...place, hold: true });
    const late = await person(journeyId, "viewer");
    expect((await late.view()).workshop?.brought).toMatchObject(place);
    const refused = await ana.ask("PATCH", "/workshop", { bring: { ...place, hold: false } });
    expect(refused.status).toBe(403);
    await go(vera, "vote");
    expect((await late.view()).workshop?.brought).toBeNull();
    const bad = await vera.ask("PATCH", "/workshop", { bring: { x: 0, y: 0, width: -1 } });
    expect([bad.status, bad.body.code]).toEqual([422, "request.invalid"]);
    late.leave();
  });

  test("it is edited in mid-session; the step that is on stays", async () => {
    const { vera, ana } = await room();
    const [first] = agenda;
    const edited = [{ ...first, title: "Kirjoita" }, step("new")];
    expect((await vera.ask("PATCH", "/workshop", { steps: edited })).status).toBe(204);
    expect((await ana.view()).workshop?.steps.map(({ title }) => title)).toEqual(["Kirjoita", "Step new"]);
    const without = await vera.ask("PATCH", "/workshop", { steps: [step("new")] });
    expect([without.status, without.body.code]).toEqual([409, "workshopStep.needed"]);
    expect((await go(vera, "no-such")).body.code).toBe("workshopStep.unknown");
  });

  test("one workshop at a time; when it has ended it is over for all, and another may begin", async () => {
    const { vera, ana } = await room();
    const second = await vera.ask("POST", "/workshop", { title: "Other", steps: agenda });
    expect([second.status, second.body.code]).toEqual([409, "workshop.isOn"]);
    expect((await vera.ask("DELETE", "/workshop")).status).toBe(204);
    await until("all are told", () => ana.pulses().at(-1)?.id === null);
    expect((await ana.view()).workshop).toBeNull();
    expect((await write(ana, "late", "Liian myöhään")).body.code).toBe("workshop.unknown");
    expect((await vera.ask("POST", "/workshop", { title: "Other", steps: agenda })).status).toBe(204);
  });
});

describe("private writing", () => {
  const secret = "Salainen virke äöå";

  test("nobody but its author gets a draft before the reveal, the facilitator included: a byte of it is found nowhere", async () => {
    const { vera, ana, ben } = await room();
    expect((await write(ana, "a1", secret)).status).toBe(204);
    expect((await ana.view()).own.drafts).toEqual([{ id: "a1", stepId: "write", text: secret, v: null }]);
    await until("the number is told", () => vera.pulses().at(-1)?.counts.drafts === 1);
    for (const other of [vera, ben]) {
      const { workshop, own } = await other.view();
      expect(workshop?.counts).toEqual({ writers: 1, drafts: 1, voters: 0, drawers: 0, ready: 0 });
      expect(own.drafts).toEqual([]);
      await other.ask("GET", "/versions");
      await other.ask("GET", "/export?format=json");
      expect(other.heard()).not.toContain("Salainen");
    }
  });

  test("the reveal is one deed with new ids and no author; the drafts are gone", async () => {
    const { vera, ana, ben } = await room();
    const mine = ["Eka", "Toka", "Kolmas"];
    for (const [i, text] of mine.entries()) await write(i === 1 ? ben : ana, `d${i}`, text);
    expect((await vera.ask("POST", "/workshop/reveal", { stepId: "write" })).status).toBe(204);
    const { workshop, own } = await ana.view();
    expect(own.drafts).toEqual([]);
    expect(workshop?.notes.map(({ text }) => text).toSorted()).toEqual(mine.toSorted());
    expect(workshop?.notes.every(({ by, id }) => by === null && !id.startsWith("d"))).toBe(true);
    expect(workshop?.revealed).toEqual(["write"]);
    expect(ben.heard()).not.toMatch(/"(authorId|authorName)"/);
    const rows = await server.services.db.selectFrom("workshopDraft").select("id").execute();
    expect(rows.filter(({ id }) => ["d0", "d1", "d2"].includes(id))).toEqual([]);
    const late = await write(ana, "d9", "Vielä");
    expect([late.status, late.body.code]).toEqual([409, "workshop.notWriting"]);
    expect((await vera.ask("POST", "/workshop/reveal", { stepId: "write" })).status).toBe(409);
  });

  test("the order of the notes is drawn by lot", async () => {
    const orders = new Set<string>();
    for (let i = 0; i < 6 && orders.size < 2; i += 1) {
      const { vera, ana } = await room();
      for (let n = 0; n < 6; n += 1) await write(ana, `n${n}`, String(n));
      await vera.ask("POST", "/workshop/reveal", { stepId: "write" });
      orders.add(((await vera.view()).workshop?.notes ?? []).map(({ text }) => text).join(""));
    }
    expect(orders.size).toBeGreaterThan(1);
  });

  test("where the step is not anonymous the notes say who wrote them, and may be sorted into human or not", async () => {
    const { vera, ana } = await room();
    await go(vera, "named");
    await write(ana, "opener", "Leipomo muisti koirani nimen", "named");
    await vera.ask("POST", "/workshop/reveal", { stepId: "named" });
    const [note] = (await ana.view()).workshop?.notes ?? [];
    expect(note).toMatchObject({ by: "a participant", isHuman: null });
    expect((await vera.ask("PATCH", `/workshop/notes/${note?.id}`, { isHuman: true })).status).toBe(204);
    expect((await ana.view()).workshop?.notes).toMatchObject([{ isHuman: true }]);
  });

  test("one writes over one's own draft and takes it away, and no one else's", async () => {
    const { ana, ben, vera } = await room();
    await write(ana, "x", "Ensin");
    await write(ana, "x", "Sitten");
    expect((await ana.view()).own.drafts).toEqual([{ id: "x", stepId: "write", text: "Sitten", v: null }]);
    expect((await write(ben, "x", "Minun")).body.code).toBe("workshopDraft.unknown");
    for (const other of [ben, vera])
      expect((await other.ask("DELETE", "/workshop/drafts/x")).body.code).toBe("workshopDraft.unknown");
    expect((await ana.view()).own.drafts).toMatchObject([{ text: "Sitten" }]);
    expect((await ana.ask("DELETE", "/workshop/drafts/x")).status).toBe(204);
    expect((await vera.view()).workshop?.counts.drafts).toBe(0);
  });

  test.each([
    ["nothing", "  "],
    ["a thousand letters and one", "ä".repeat(1001)],
  ])("%s is refused with a sentence", async (_, text) => {
    const { ana } = await room();
    const answer = await write(ana, "bad", text);
    expect([answer.status, answer.body.code]).toEqual([422, "request.invalid"]);
  });

  test("a drawer full of notes takes no more, and says how many there are", async () => {
    const { ana } = await room();
    for (let n = 0; n < 60; n += 1) await write(ana, `m${n}`, "sana");
    const answer = await write(ana, "m60", "sana");
    expect([answer.status, answer.body.code]).toEqual([409, "workshop.manyDrafts"]);
    expect(answer.text).toContain("60");
    expect((await write(ana, "m3", "toinen sana")).status).toBe(204);
  });
});

describe("voting", () => {
  test("dots are one's own until the vote is closed: no tally and no voter is on any wire", async () => {
    const { vera, ana, ben } = await room();
    await go(vera, "vote");
    await give(ana, "touchpoint:salainen1", 2);
    await give(ben, "touchpoint:salainen1", 1);
    await give(ben, "touchpoint:salainen2", 2);
    await until("the number is told", () => vera.pulses().at(-1)?.counts.voters === 2);
    expect((await vera.view()).workshop).toMatchObject({ tallies: [], counts: { voters: 2 } });
    expect((await ana.view()).own.dots).toEqual([{ stepId: "vote", thing: "touchpoint:salainen1", dots: 2 }]);
    expect(vera.heard()).not.toContain("salainen");
    expect(ana.heard()).not.toContain("salainen2");

    expect((await vera.ask("POST", "/workshop/close-vote", { stepId: "vote" })).status).toBe(204);
    expect((await ana.view()).workshop?.tallies).toEqual([
      {
        stepId: "vote",
        voters: 2,
        results: [
          { thing: "touchpoint:salainen1", dots: 3, rank: 1, by: null },
          { thing: "touchpoint:salainen2", dots: 2, rank: 2, by: null },
        ],
      },
    ]);
    expect(await server.services.db.selectFrom("workshopDot").selectAll().execute()).toEqual([]);
    const late = await give(ana, "touchpoint:salainen2", 1);
    expect([late.status, late.body.code]).toEqual([409, "workshop.notVoting"]);
  });

  test("the budget holds, also when many come at once; a dot taken back may be given elsewhere", async () => {
    const { vera, ana } = await room();
    await go(vera, "vote");
    const all = await Promise.all(["a", "b", "c", "d", "e"].map((id) => give(ana, `touchpoint:${id}`, 1)));
    expect(all.filter(({ status }) => status === 204)).toHaveLength(3);
    expect(all.find(({ status }) => status === 409)?.body.code).toBe("workshop.overBudget");
    const [first] = (await ana.view()).own.dots;
    await give(ana, first?.thing ?? "", 0);
    expect((await give(ana, "touchpoint:f", 1)).status).toBe(204);
    expect((await ana.view()).own.dots.map(({ dots }) => dots)).toEqual([1, 1, 1]);
  });

  test("a named vote on notes says who gave their dots to what; a note that is not there takes none", async () => {
    const { vera, ana } = await room();
    await write(ana, "n", "Minna soittaisi takaisin");
    await vera.ask("POST", "/workshop/reveal", { stepId: "write" });
    await go(vera, "open");
    const [note] = (await ana.view()).workshop?.notes ?? [];
    expect((await give(ana, "note:none", 1, "open")).body.code).toBe("workshopNote.unknown");
    await give(ana, `note:${note?.id}`, 2, "open");
    await vera.ask("POST", "/workshop/close-vote", { stepId: "open" });
    expect((await vera.view()).workshop?.tallies[0]?.results).toEqual([
      { thing: `note:${note?.id}`, dots: 2, rank: 1, by: ["a participant"] },
    ]);
  });

  test("a vote that was forgotten is counted when the workshop ends", async () => {
    const { journeyId, vera, ana } = await room();
    await go(vera, "vote");
    await give(ana, "touchpoint:x", 1);
    await vera.ask("DELETE", "/workshop");
    const tallies = await server.services.db
      .selectFrom("workshopTally")
      .innerJoin("workshop", "workshop.id", "workshopTally.workshopId")
      .select("results")
      .where("journeyId", "=", journeyId)
      .execute();
    expect(tallies.map(({ results }) => results)).toEqual([expect.stringContaining("touchpoint:x")]);
  });
});

describe("the summary", () => {
  const summaryOf = async (who: Person) => {
    const [first] = (await who.ask("GET", "/workshops")).body.items as { id: string }[];
    return (await who.ask<WorkshopSummary>("GET", `/workshops/${first?.id}`)).body;
  };

  const run = async (who: Person, name: string, args: object): Promise<string> => {
    const { body } = await who.ask("POST", "/commands", [{ id: crypto.randomUUID(), name, args }]);
    return (body.results as { value?: { id: string } }[])[0]?.value?.id ?? "";
  };

  test("tells what was revealed, counted, decided and agreed while it was on, and the versions before and after to who may read the history", async () => {
    const { vera, ana } = await room();
    await ana.ask("POST", "/tasks", { id: crypto.randomUUID(), thing: "journey", text: "Then" });
    await write(ana, "n1", "Leipomo");
    await vera.ask("POST", "/workshop/reveal", { stepId: "write" });
    await go(vera, "vote");
    await give(ana, "touchpoint:t", 2);
    await vera.ask("POST", "/workshop/close-vote", { stepId: "vote" });
    const insightId = await run(vera, "addInsight", { title: "Soitto samana päivänä" });
    await run(vera, "setInsight", { insightId, set: { status: "decided" } });
    expect((await summaryOf(ana)).decisions).toMatchObject([{ id: insightId, status: "decided", was: null }]);
    await vera.ask("DELETE", "/workshop");
    await run(vera, "setInsight", { insightId, set: { status: "shipped" } });
    await ana.ask("POST", "/tasks", { id: crypto.randomUUID(), thing: "journey", text: "After it" });
    const told = await summaryOf(vera);
    expect(told).toMatchObject({
      title: "Listening",
      notes: [{ text: "Leipomo", by: null }],
      tallies: [{ stepId: "vote", voters: 1 }],
      tasks: [{ text: "Then" }],
      decisions: [{ id: insightId, status: "decided", was: null, told: 0 }],
    });
    expect(told.endedAt).not.toBeNull();
    expect(told.before).not.toBe(told.after);
    const changes = await vera.ask("GET", `/versions/${told.after}/changes?with=${told.before}`);
    expect(changes.status).toBe(200);
    expect(await summaryOf(ana)).toMatchObject({ before: null, after: null, notes: [{ text: "Leipomo" }] });
  });

  test("while it is on holds no draft, no dot and no curve of anybody", async () => {
    const { vera, ana } = await room();
    await write(ana, "s1", "Salaisuus");
    await go(vera, "vote");
    await give(ana, "touchpoint:piilossa", 1);
    await summaryOf(vera);
    expect(vera.heard()).not.toMatch(/Salaisuus|piilossa/);
    expect((await vera.ask("GET", "/workshops/none")).body.code).toBe("workshop.unknown");
  });
});

describe("roles hold", () => {
  const deeds: [string, string, unknown, Role][] = [
    ["POST", "/workshop", { title: "T", steps: agenda }, "editor"],
    ["PATCH", "/workshop", { timer: "start" }, "editor"],
    ["POST", "/workshop/reveal", { stepId: "write" }, "editor"],
    ["PATCH", "/workshop/notes/x", { isHuman: true }, "editor"],
    ["POST", "/workshop/close-vote", { stepId: "vote" }, "editor"],
    ["POST", "/workshop/drafts", { id: "r", stepId: "write", text: "sana" }, "participant"],
    ["DELETE", "/workshop/drafts/r", undefined, "participant"],
    ["POST", "/workshop/curve", { stepId: "write", points: [] }, "participant"],
    ["POST", "/workshop/heard", { stepId: "write", quoteId: "q" }, "participant"],
    ["POST", "/workshop/votes", { stepId: "vote", thing: "touchpoint:x", dots: 1 }, "commenter"],
    ["DELETE", "/workshop", undefined, "editor"],
  ];

  test.each(
    deeds.flatMap(([method, path, body, least]) =>
      roles.map((role) => [role, method, path, body, least] as const),
    ),
  )("%s: %s %s", async (role, method, path, body, least) => {
    const { journeyId } = await room();
    const someone = await person(journeyId, role);
    const bytes = () =>
      server.services.rooms.readDocument(journeyId, (doc) =>
        Buffer.from(Y.encodeStateAsUpdate(doc)).toString("hex"),
      );
    const before = await bytes();
    const { status } = await someone.ask(method, path, body);
    expect(status === 403).toBe(roles.indexOf(role) > roles.indexOf(least));
    expect(await bytes()).toBe(before);
    someone.leave();
  });
});

test("a server that is stopped and started in mid-writing, mid-vote and mid-timer goes on where it was", async () => {
  const first = await startTestServer();
  const { journeyId, vera, ana } = await room(first);
  await write(ana, "kept", "Säilyy");
  await vera.ask("PATCH", "/workshop", { timer: "start" });
  const { workshop: before, own } = await ana.view();
  const rows = await first.services.db.selectFrom("workshopDraft").selectAll().execute();
  await first.close();

  const next = await startTestServer({ folder: first.folder });
  const { workshop: after } = await next.services.workshops.read(journeyId, rows[0]?.authorId ?? "");
  expect(after).toEqual(before);
  expect((await next.services.workshops.read(journeyId, rows[0]?.authorId ?? "")).own).toEqual(own);
  const lead = await person(journeyId, "editor", next);
  await go(lead, "vote");
  await give(lead, "touchpoint:x", 2);
  await next.close();

  const last = await startTestServer({ folder: first.folder });
  const again = await person(journeyId, "editor", last);
  await again.ask("POST", "/workshop/close-vote", { stepId: "vote" });
  expect((await again.view()).workshop?.tallies[0]).toMatchObject({ voters: 1, results: [{ dots: 2 }] });
  await last.close();
  await first.stop();
});
