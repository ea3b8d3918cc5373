import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { foundContacts, importedFile } from "../testing/evidence.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

let server: TestServer;
let ana: string;
let sourceId: string;
const ids: Record<string, string> = {};

const WORDS = {
  said: "Löysin lomakkeen heti",
  did: "Etsi lomaketta neljä minuuttia",
  other: "Soitti kesken kaiken ystävälleen",
  agent: "Neuvoin hänet oikealle sivulle",
} as const;

const ask = (method: string, path: string, body?: unknown) => server.ask(method, path, { token: ana, body });
const idsIn = (body: Record<string, unknown>): string[] =>
  (body.items as { id: string }[]).map(({ id }) => id);
const pairsOf = async (contact: string) =>
  (
    (await ask("GET", `/api/v1/contacts/${contact}/pairs`)).body.items as {
      said: { id: string };
      did: { id: string };
    }[]
  ).map(({ said, did }) => [said.id, did.id]);

beforeAll(async () => {
  server = await startTestServer();
  ana = await server.token("owner");
  const rows = [
    [WORDS.said, "aino@esimerkki.fi"],
    [WORDS.did, "aino@esimerkki.fi"],
    [WORDS.other, "olli@esimerkki.fi"],
    [WORDS.agent, "olli@esimerkki.fi"],
  ];
  const bytes = `Palaute;Sähköposti\n${rows.map((row) => row.join(";")).join("\n")}\n`;
  const mapping = { words: ["Palaute"], person: "Sähköposti" };
  const meta = { kind: "usability_test", title: "Testit", mapping };
  sourceId = String((await importedFile(server, ana, { bytes, name: "testit.csv", meta })).sourceId);
  const contacts = await foundContacts(server, ana, { source: sourceId });
  for (const [name, text] of Object.entries(WORDS)) {
    const contactId = contacts.find((one) => one.text === text)?.id ?? "";
    const manner = name === "said" || name === "agent" ? "stated" : "observed";
    const speaker = name === "agent" ? "agent" : "customer";
    // oxlint-disable-next-line no-await-in-loop -- One after the other, so that the newest is known.
    const made = await ask("POST", "/api/v1/quotes", { contactId, text, manner, speaker });
    ids[name] = String(made.body.id);
    ids[`${name}Contact`] = contactId;
  }
});
afterAll(() => server.stop());

test("a quote is offered what the same person was seen doing; what others did only on request, found by any form of a word", async () => {
  const path = `/api/v1/quotes/${ids.said}/counterparts`;
  expect(idsIn((await ask("GET", path)).body)).toEqual([ids.did]);
  expect(idsIn((await ask("GET", `${path}?anyone=1`)).body)).toEqual([ids.other, ids.did]);
  expect(idsIn((await ask("GET", `${path}?anyone=1&q=ystävä`)).body)).toEqual([ids.other]);
  expect(idsIn((await ask("GET", `/api/v1/quotes/${ids.did}/counterparts?anyone=1`)).body)).toEqual([
    ids.said,
  ]);
  // What an employee says is nothing that the customer said.
  expect(idsIn((await ask("GET", `/api/v1/quotes/${ids.agent}/counterparts?anyone=1`)).body)).toEqual([]);
});

test("two people who join the same two at once have one pair, told from both sides; taken apart, both quotes stay", async () => {
  const ben = await server.token("editor");
  const [one, other] = await Promise.all([
    ask("POST", `/api/v1/quotes/${ids.said}/pairs`, { with: ids.did }),
    server.ask("POST", `/api/v1/quotes/${ids.did}/pairs`, { token: ben, body: { with: ids.said } }),
  ]);
  expect([one.status, other.status]).toEqual([204, 204]);
  expect(await pairsOf(ids.saidContact ?? "")).toEqual([[ids.said, ids.did]]);
  expect(await pairsOf(ids.didContact ?? "")).toEqual([[ids.said, ids.did]]);
  expect((await ask("DELETE", `/api/v1/quotes/${ids.did}/pairs/${ids.said}`)).status).toBe(204);
  expect(await pairsOf(ids.saidContact ?? "")).toEqual([]);
  expect(idsIn((await ask("GET", `/api/v1/quotes?ids=${ids.said},${ids.did}`)).body)).toHaveLength(2);
});

test("two of a kind are no pair; a pair whose quote is told otherwise is hidden until it is told back", async () => {
  const same = await ask("POST", `/api/v1/quotes/${ids.did}/pairs`, { with: ids.other });
  expect([same.status, same.body.code]).toEqual([422, "quote.pair"]);
  expect((await ask("POST", `/api/v1/quotes/${ids.said}/pairs`, { with: "nothing" })).body.code).toBe(
    "quote.unknown",
  );
  await ask("POST", `/api/v1/quotes/${ids.said}/pairs`, { with: ids.other });
  await ask("PATCH", `/api/v1/quotes/${ids.other}`, { manner: "felt" });
  expect(await pairsOf(ids.saidContact ?? "")).toEqual([]);
  await ask("PATCH", `/api/v1/quotes/${ids.other}`, { manner: "observed" });
  expect(await pairsOf(ids.saidContact ?? "")).toEqual([[ids.said, ids.other]]);
});

test("whoever asks for quotes by their ids learns what each is joined with, and open maps are told at once of a pair made and taken apart", async () => {
  const told: string[][] = [];
  const { rooms } = server.services;
  const spy = vi.spyOn(rooms, "broadcast").mockImplementation((_, message) => {
    if (message.t === "evidence") told.push(message.ids);
  });
  const joined = async () => {
    const { body } = await ask("GET", `/api/v1/quotes?ids=${ids.did},${ids.said}`);
    const items = body.items as { id: string; joined: string[] }[];
    return new Map(items.map((one) => [one.id, one.joined]));
  };
  await ask("POST", `/api/v1/quotes/${ids.said}/pairs`, { with: ids.did });
  expect((await joined()).get(ids.did ?? "")).toEqual([ids.said]);
  expect((await joined()).get(ids.said ?? "")).toEqual(expect.arrayContaining([ids.did]));
  await ask("DELETE", `/api/v1/quotes/${ids.said}/pairs/${ids.did}`);
  expect((await joined()).get(ids.did ?? "")).toEqual([]);
  expect(told).toEqual([
    [ids.said, ids.did],
    [ids.said, ids.did],
  ]);
  spy.mockRestore();
});

test("a pair goes with either of its quotes, and with their source", async () => {
  const rows = () => server.services.db.selectFrom("quotePair").selectAll().execute();
  await ask("DELETE", `/api/v1/quotes/${ids.other}`);
  expect(await rows()).toEqual([]);
  await ask("POST", `/api/v1/quotes/${ids.said}/pairs`, { with: ids.did });
  expect(await rows()).toHaveLength(1);
  await ask("DELETE", `/api/v1/sources/${sourceId}`);
  expect(await rows()).toEqual([]);
});
