import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { createUndo } from "@polku/journey";
import { importedFile } from "../testing/evidence.ts";
import { joinByHocuspocus, until } from "../testing/clients.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

type Entry = { id: string; kind: string; name: string | null; people: { name: string; edits: number }[] };
type Said = { kind: string; deed: string; title: string; now: unknown };

let server: TestServer;
let owner: string;
let time = Date.now();
/** What would be done later, and when; a test lets the time come. */
let waiting: { work: () => void; ms: number; off: boolean }[] = [];

beforeAll(async () => {
  server = await startTestServer({
    clock: { now: () => (time += 1) },
    later: (work, ms) => {
      const one = { work, ms, off: false };
      waiting.push(one);
      return () => {
        one.off = true;
      };
    },
  });
  owner = await server.token("owner");
});
beforeEach(() => {
  waiting = [];
});
afterAll(() => server.stop());

const ask = (method: string, path: string, body?: unknown, token = owner) =>
  server.ask(method, `/api/v1/journeys/${path}`, { token, body });

async function addStage(id: string, title: string, token = owner): Promise<void> {
  const body = { id: title, name: "addStage", args: { title } };
  expect((await ask("POST", `${id}/commands`, body, token)).status).toBe(200);
}

async function keep(id: string, name: string): Promise<string> {
  const { status, body } = await ask("POST", `${id}/versions`, { name });
  expect(status).toBe(201);
  return String(body.id);
}

async function versions(id: string): Promise<Entry[]> {
  return (await ask("GET", `${id}/versions`)).body.items as Entry[];
}

async function changes(id: string, version: string, other = ""): Promise<Said[]> {
  return (await ask("GET", `${id}/versions/${version}/changes${other}`)).body.changes as Said[];
}

const stagesOf = async (id: string) => {
  const { journey } = (await ask("GET", id)).body as { journey: { stages: { title: string }[] } };
  return journey.stages.map(({ title }) => title);
};

describe("a version with a name", () => {
  test("tells who changed the journey up to it, and holds the journey as it was", async () => {
    const id = await server.journey("Before");
    await keep(id, "Beginning");
    const editor = await server.token("editor", id);
    await addStage(id, "One", editor);
    await addStage(id, "Two", editor);
    const version = await keep(id, "  After the workshop ");
    await addStage(id, "Three");
    const [newest, first] = await versions(id);
    expect(newest).toMatchObject({ id: version, kind: "named", name: "After the workshop" });
    expect(newest?.people).toEqual([{ id: expect.any(String), name: "a editor", edits: 2 }]);
    expect(first?.name).toBe("Beginning");
    const { body } = await ask("GET", `${id}/versions`);
    expect(body.since).toMatchObject([{ name: "a owner", edits: 1 }]);
    const whole = (await ask("GET", `${id}/versions/${version}`)).body as {
      journey: { stages: { title: string }[] };
    };
    expect(whole.journey.stages.map(({ title }) => title)).toEqual(expect.arrayContaining(["One", "Two"]));
    expect(JSON.stringify(whole.journey)).not.toContain("Three");
  });

  test("can be given another name, and is unknown in another journey", async () => {
    const [id, other] = [await server.journey(), await server.journey()];
    const version = await keep(id, "Wrong");
    expect((await ask("PATCH", `${id}/versions/${version}`, { name: "Right" })).body.name).toBe("Right");
    for (const [method, path] of [
      ["GET", ""],
      ["GET", "/changes"],
      ["PATCH", ""],
      ["POST", "/restore"],
    ] as const) {
      const body = method === "PATCH" ? { name: "Mine" } : undefined;
      const answer = await ask(method, `${other}/versions/${version}${path}`, body);
      expect([answer.status, answer.body.code]).toEqual([404, "version.unknown"]);
    }
    expect((await ask("GET", `${id}/versions/${version}/changes?with=nothere`)).status).toBe(404);
  });

  test("is not for readers", async () => {
    const id = await server.journey();
    const version = await keep(id, "Here");
    for (const role of ["participant", "commenter", "viewer"] as const) {
      const token = await server.token(role, id);
      expect((await ask("GET", `${id}/versions`, undefined, token)).status).toBe(403);
      expect((await ask("GET", `${id}/versions/${version}`, undefined, token)).status).toBe(403);
      expect((await ask("POST", `${id}/versions/${version}/restore`, undefined, token)).status).toBe(403);
    }
  });
});

describe("comparing", () => {
  test("tells what was done up to a version, to another, and since", async () => {
    const id = await server.journey();
    const first = await keep(id, "1");
    await addStage(id, "Early");
    const second = await keep(id, "2");
    await addStage(id, "Late");
    const said = [{ kind: "stage", deed: "added", title: "Early" }];
    expect(await changes(id, second)).toMatchObject(said);
    expect(await changes(id, second, `?with=${first}`)).toMatchObject(said);
    expect(await changes(id, first, `?with=${second}`)).toMatchObject(said);
    expect(await changes(id, second, "?with=now")).toMatchObject([{ title: "Late" }]);
    expect((await changes(id, first)).length).toBeGreaterThan(3);
    const { body } = await ask("GET", `${id}/versions/${first}/changes?with=now`);
    expect(body).toMatchObject({ from: { id: first }, to: null, people: [{ edits: 2 }], total: 2 });
  });
});

describe("restoring", () => {
  test("keeps the state before it, brings the old one back, and can be taken back", async () => {
    const id = await server.journey();
    const version = await keep(id, "Good");
    const before = await stagesOf(id);
    await addStage(id, "Regretted");
    const { body } = await ask("POST", `${id}/versions/${version}/restore`);
    expect(body).toMatchObject({ changed: true, kept: { kind: "before-restore" } });
    expect(await stagesOf(id)).toEqual(before);
    const { kept } = body as { kept: Entry };
    await ask("POST", `${id}/versions/${kept.id}/restore`);
    expect(await stagesOf(id)).toContain("Regretted");
    const again = await ask("POST", `${id}/versions/${kept.id}/restore`);
    expect(again.body.changed).toBe(false);
  });

  test("is seen live by whoever is in the journey, and their undo still works", async () => {
    const id = await server.journey();
    const ana = joinByHocuspocus(server.socketUrl, id, await server.token("editor", id));
    onTestFinished(() => ana.leave());
    await until("Ana has the journey", () => ana.doc.getMap("stages").size === 3);
    const undo = createUndo(ana.doc, "ana", 0);
    ana.doc.transact(() => ana.doc.getMap("meta").set("scope", "Ana's"), "ana");
    await ana.saved();
    const version = await keep(id, "Good");
    await addStage(id, "Regretted");
    await until("Ana sees the stage", () => ana.doc.getMap("stages").size === 4);
    await ask("POST", `${id}/versions/${version}/restore`);
    const deleted = () =>
      [...ana.doc.getMap("stages").values()].filter((stage) =>
        (stage as Map<string, unknown>).has("deleted"),
      );
    await until("Ana sees it go", () => deleted().length === 1);
    undo.undo();
    await ana.saved();
    expect(String(ana.doc.getMap("meta").get("scope"))).not.toBe("Ana's");
    const [, first] = await versions(id);
    expect(first?.people.map(({ name }) => name)).toContain("a editor");
  });

  test("is on disk when it is answered", async () => {
    const id = await server.journey();
    const version = await keep(id, "Good");
    await addStage(id, "Regretted");
    await ask("POST", `${id}/versions/${version}/restore`);
    expect(server.services.rooms.health().waiting).toBe(0);
  });
});

describe("words of customers", () => {
  test("are in no version, and erased ones are gone from every old one", async () => {
    const id = await server.journey();
    const words = "Kukaan ei soittanut kanarialinnulle takaisin";
    const source = await importedFile(server, owner, {
      bytes: `text\n${words}\n`,
      name: "kanaria.csv",
      meta: { kind: "survey_open", title: "Kanaria" },
    });
    const found = await server.ask("GET", "/api/v1/contacts?q=kanarialinnulle", { token: owner });
    const [contact] = found.body.items as { id: string; sourceId: string }[];
    const quote = await server.ask("POST", "/api/v1/quotes", {
      token: owner,
      body: { contactId: contact?.id, text: words },
    });
    expect([source.state, quote.status]).toEqual(["done", 201]);
    const quoteId = String(quote.body.id);
    const touchpoint = await server.services.rooms.readDocument(id, (doc) => [
      ...doc.getMap("touchpoints").keys(),
    ]);
    const args = { quoteId, touchpointId: touchpoint[0], v: -1 };
    await ask("POST", `${id}/commands`, { id: "p", name: "pinQuote", args });
    const version = await keep(id, "With the quote");
    const { text } = await ask("GET", `${id}/versions/${version}`);
    expect(text).toContain(quoteId);
    expect(text).not.toContain("kanarialinnulle");
    const said = await changes(id, version, "?with=now");
    expect(JSON.stringify(said)).not.toContain("kanarialinnulle");
    await server.ask("DELETE", `/api/v1/sources/${contact?.sourceId}`, { token: owner });
    const shown = await server.ask("GET", `/api/v1/quotes?ids=${quoteId}`, { token: owner });
    expect(shown.body.items).toEqual([]);
    await ask("POST", `${id}/versions/${version}/restore`);
    expect((await ask("GET", `${id}/export?format=svg`)).text).not.toContain("kanarialinnulle");
  });
});

describe("automatic versions", () => {
  const comes = async (id: string, count: number) => {
    for (const one of waiting.splice(0)) if (!one.off) one.work();
    await expect.poll(async () => (await versions(id)).length).toBe(count);
  };

  test("come ten minutes after the first change, or a minute after everybody has left, and not without a change", async () => {
    const id = await server.journey();
    await until("it was left", () => waiting.some(({ ms }) => ms === 60_000));
    const live = waiting.filter(({ off }) => !off);
    expect(waiting[0]?.ms).toBe(600_000);
    expect(live.map(({ ms }) => ms)).toEqual([60_000]);
    await comes(id, 1);
    const [first] = await versions(id);
    expect(first).toMatchObject({ kind: "auto", name: null, by: null });
    await addStage(id, "One");
    await addStage(id, "Two");
    await until("it was left", () => waiting.some(({ ms }) => ms === 60_000));
    await comes(id, 2);
    expect((await versions(id))[0]?.people).toMatchObject([{ name: "a owner", edits: 2 }]);
    expect(waiting.filter(({ off }) => !off)).toEqual([]);
  });

  test("do not repeat a state that the newest version holds", async () => {
    const id = await server.journey();
    await keep(id, "Here");
    await comes(id, 1);
  });

  test("wait while the memory is short, and come when there is room", async () => {
    let share = 0.4;
    const later: (() => void)[] = [];
    const short = await startTestServer({
      heapShare: () => share,
      later: (work) => {
        later.push(work);
        return () => {};
      },
    });
    onTestFinished(() => short.stop());
    const id = await short.journey();
    const [token, count] = [
      await short.token("owner"),
      async () => (await short.services.history.list(id)).length,
    ];
    share = 0.6;
    await until("it is due", () => later.length > 0);
    for (const work of later.splice(0)) work();
    await until("it is put off", () => later.length > 0);
    expect(await count()).toBe(0);
    share = 0.4;
    for (const work of later.splice(0)) work();
    await expect.poll(count).toBe(1);
    expect((await short.ask("GET", `/api/v1/journeys/${id}/versions`, { token })).status).toBe(200);
  });

  test("are made up for when a server was stopped before they came", async () => {
    const first = await startTestServer({ later: () => () => {} });
    const id = await first.journey();
    await first.services.rooms.withDocument(id, (doc) => doc.getMap("meta").set("scope", "last words"));
    await first.close();
    const second = await startTestServer({ folder: first.folder, later: () => () => {} });
    onTestFinished(async () => {
      await second.close();
      await first.stop();
    });
    const token = await second.token("owner");
    const list = async () =>
      (await second.ask("GET", `/api/v1/journeys/${id}/versions`, { token })).body.items as Entry[];
    expect(await list()).toEqual([]);
    await second.ask("GET", `/api/v1/journeys/${id}`, { token });
    await expect.poll(async () => (await list()).map(({ kind }) => kind)).toEqual(["auto"]);
  });
});
