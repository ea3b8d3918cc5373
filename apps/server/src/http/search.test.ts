import { afterAll, beforeAll, expect, test } from "vitest";
import { foundContacts, importedFile } from "../testing/evidence.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

const rows = [
  ["1.3.2026", "2", "Jonotin puhelimessa tunnin ja lasku oli silti väärä", "puhelin"],
  ["2.3.2026", "9", "Lasku selvisi heti, ystävällinen palvelu", "chat"],
  ["3.3.2026", "7", "Sain nettilaskun ajallaan", "chat"],
  ["4.3.2026", "1", "Laskuja tuli kolme, eikä kukaan vastaa puhelimeen", "puhelin"],
];
const csv = ["Aika;NPS;Kommentti;Kanava", ...rows.map((row) => row.join(";"))].join("\n");

let server: TestServer;
let token: string;
const texts = async (query: Record<string, string>): Promise<string[]> =>
  (await foundContacts(server, token, query)).map(({ text }) => text.split(" ")[0] ?? "");

beforeAll(async () => {
  server = await startTestServer();
  token = await server.token("owner");
  const meta = {
    kind: "survey_nps",
    title: "NPS",
    mapping: {
      words: "Kommentti",
      moment: "Aika",
      channel: "Kanava",
      score: { column: "NPS", scale: "nps" },
    },
  };
  expect((await importedFile(server, token, { bytes: csv, name: "nps.csv", meta })).state).toBe("done");
});
afterAll(() => server.stop());

test("by date the latest said comes first; by relevance the word as it was typed comes before its other forms, and compounds last", async () => {
  expect(await texts({ q: "lasku" })).toEqual(["Laskuja", "Lasku", "Jonotin", "Sain"]);
  expect(await texts({ q: "lasku", sort: "relevance" })).toEqual(["Lasku", "Jonotin", "Laskuja", "Sain"]);
});

test("what is ranked comes page by page, nothing twice and nothing left out", async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({
      q: "lasku",
      sort: "relevance",
      limit: "1",
      ...(cursor && { cursor }),
    });
    const { body } = await server.ask("GET", `/api/v1/contacts?${query.toString()}`, { token });
    seen.push(...(body.items as { text: string }[]).map(({ text }) => text.split(" ")[0] ?? ""));
    cursor = body.next as string | undefined;
  } while (cursor !== undefined && seen.length < 10);
  expect(seen).toEqual(["Lasku", "Jonotin", "Laskuja", "Sain"]);
});

test("filters narrow what words find, and the count is told when it is asked for", async () => {
  expect(await texts({ q: "lasku", feeling: "negative" })).toEqual(["Laskuja", "Jonotin"]);
  expect(await texts({ q: "lasku", feeling: "neutral" })).toEqual(["Sain"]);
  expect(await texts({ q: "lasku", channel: "chat", from: "2026-03-03" })).toEqual(["Sain"]);
  expect(await texts({ origin: "asked" })).toHaveLength(4);
  expect(await texts({ origin: "listened" })).toEqual([]);
  expect(await texts({ kind: "chat" })).toEqual([]);
  expect(await texts({ q: '"eikä kukaan"' })).toEqual(["Laskuja"]);
  const { body } = await server.ask("GET", "/api/v1/contacts?q=lasku&counted=1", { token });
  expect(body.count).toBe(4);
});

test("read and set aside are for the whole team, and a contact that is gone is passed over", async () => {
  const [first, second] = await foundContacts(server, token, { q: "lasku" });
  const body = { ids: [first?.id, "nobody"], state: "read" };
  const done = await server.ask("POST", "/api/v1/contacts/triage", { token, body });
  expect(done.body).toEqual({ ids: [first?.id], state: "read" });
  await server.ask("POST", "/api/v1/contacts/triage", { token, body: { ids: [second?.id], state: "aside" } });
  expect(await texts({ triage: "read" })).toEqual(["Laskuja"]);
  expect(await texts({ triage: "aside" })).toEqual(["Lasku"]);
  expect(await texts({ triage: "unread" })).toEqual(["Sain", "Jonotin"]);
  const viewer = await server.token("viewer");
  const refused = await server.ask("POST", "/api/v1/contacts/triage", { token: viewer, body });
  expect(refused.status).toBe(403);
});

test("only contacts with a quote on the touchpoint, in a journey that the asker sees", async () => {
  const journey = await server.journey();
  const command = async (name: string, args: object): Promise<string> => {
    const deeds = [{ id: `${name}-1`, name, args }];
    const { body } = await server.ask("POST", `/api/v1/journeys/${journey}/commands`, { token, body: deeds });
    return (body.results as { value: { id: string } }[])[0]?.value.id ?? "";
  };
  const touchpointId = await command("addTouchpoint", { stageId: await command("addStage", { title: "A" }) });
  const [hit] = await foundContacts(server, token, { q: "ystävällinen" });
  const quote = { contactId: hit?.id, text: "ystävällinen palvelu" };
  const { body } = await server.ask("POST", "/api/v1/quotes", { token, body: quote });
  await command("pinQuote", { quoteId: body.id, touchpointId });
  expect(await texts({ journey, touchpoint: touchpointId })).toEqual(["Lasku"]);
  expect(await texts({ journey, touchpoint: touchpointId, q: "kolme" })).toEqual([]);
  const unseen = await server.ask("GET", `/api/v1/contacts?journey=none&touchpoint=${touchpointId}`, {
    token,
  });
  expect([unseen.status, unseen.body.code]).toEqual([404, "journey.unknown"]);
});

test("a search is kept under a name, replaced by another of that name, and dropped", async () => {
  const save = (name: string, search: object) =>
    server.ask("POST", "/api/v1/saved-searches", { token, body: { name, search } });
  const names = async () => {
    const { body } = await server.ask("GET", "/api/v1/saved-searches", { token });
    return (body.items as { name: string; search: object }[]).map(({ name, search }) => [name, search]);
  };
  await save("Vihaiset laskuista", { q: "lasku" });
  const { status, body } = await save("Vihaiset laskuista", { q: "lasku", feeling: "negative" });
  expect(status).toBe(201);
  expect(await names()).toEqual([["Vihaiset laskuista", { q: "lasku", feeling: "negative" }]]);
  const gone = await server.ask("DELETE", `/api/v1/saved-searches/${String(body.id)}`, { token });
  expect([gone.status, await names()]).toEqual([204, []]);
  const again = await server.ask("DELETE", `/api/v1/saved-searches/${String(body.id)}`, { token });
  expect([again.status, again.body.code]).toEqual([404, "search.unknown"]);
});

test("quotes that say much the same are found, the most alike first; another thing is not among them", async () => {
  const quoteOf = async (words: string): Promise<string> => {
    const [contact] = await foundContacts(server, token, { q: `"${words}"` });
    const { body } = await server.ask("POST", "/api/v1/quotes", {
      token,
      body: { contactId: contact?.id, text: words },
    });
    return String(body.id);
  };
  const bytes = "Asiakas: Jonottaa piti puhelimessa tunti.\n\nAsiakas: Jonotus kesti puhelimessa kauan.\n";
  const meta = { kind: "interview", title: "Haastattelu" };
  expect((await importedFile(server, token, { bytes, name: "h.txt", meta })).state).toBe("done");
  const own = await quoteOf("Jonotin puhelimessa tunnin");
  await quoteOf("Sain nettilaskun");
  const near = await quoteOf("Jonottaa piti puhelimessa tunti");
  const { body } = await server.ask("GET", `/api/v1/quotes/${own}/similar`, { token });
  expect((body.items as { id: string }[]).map(({ id }) => id)).toEqual([near]);
  expect((await server.ask("GET", "/api/v1/quotes/nobody/similar", { token })).status).toBe(404);
});
