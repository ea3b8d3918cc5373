import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { joinByHocuspocus, until } from "../testing/clients.ts";
import { foundContacts, importedFile, sampleFile } from "../testing/evidence.ts";
import { type TestServer, startTestServer } from "../testing/testServer.ts";

let server: TestServer;
let token: string;
let sourceId: string;

const rows = [
  [
    "1",
    "1.3.2026 klo 10.00",
    "2",
    "Laskuissa oli virheitä kahtena kuukautena",
    "phone",
    "hinta",
    "a@b.example",
  ],
  ["2", "2.3.2026 klo 10.00", "9", "Nettilaskun sai helposti maksettua", "web", "hinta;netti", "c@d.example"],
  ["3", "3.3.2026 klo 10.00", "0", "Jonotin tunnin enkä saanut apua", "phone", "", "a@b.example"],
  [
    "4",
    "4.3.2026 klo 10.00",
    "10",
    "Autoin naapuria ja tilauksen tekeminen korttelissa onnistui",
    "app",
    "",
    "",
  ],
  ["5", "5.3.2026 klo 10.00", "5", "Autossa kuunneltu puhelu katkesi", "phone", "", ""],
  ["6", "6.3.2026 klo 10.00", "5", "The bills were wrong and nobody told me", "email", "", ""],
];

beforeAll(async () => {
  server = await startTestServer();
  token = await server.token("owner");
  const bytes = [
    "Id;Aika;NPS;Palaute;Kanava;Teemat;Sähköposti",
    ...rows.map((row) => row.map((cell) => `"${cell}"`).join(";")),
  ].join("\n");
  const done = await importedFile(server, token, {
    bytes,
    name: "haku.csv",
    meta: { kind: "survey_nps", title: "Haku" },
  });
  expect(done).toMatchObject({ state: "done", kept: 6 });
  sourceId = String(done.sourceId);
});
afterAll(() => server.stop());

const search = async (query: Record<string, string>) =>
  foundContacts(server, token, { source: sourceId, ...query });
const said = async (query: Record<string, string>) =>
  (await search(query)).map(({ text }) => text.split(" ")[0]);
const post = (body: unknown, as = token) => server.ask("POST", "/api/v1/quotes", { token: as, body });

describe("searching what customers said", () => {
  test.each<[Record<string, string>, string[], string]>([
    [
      { q: "lasku" },
      ["Laskuissa", "Nettilaskun"],
      "the form first, the compound after it, though it is newer",
    ],
    [{ q: "laskun virhe" }, ["Laskuissa"], "all words must be there"],
    [{ q: "jonottaa" }, ["Jonotin"], "a verb by its infinitive"],
    [{ q: "auto" }, ["Autossa"], "autoin is no car"],
    [{ q: "tila" }, [], "tilaus is no tila"],
    [{ q: "kortti" }, [], "kortteli is no kortti"],
    [{ q: "bill" }, ["The"], "English too"],
    [{ q: "tell" }, ["The"], "irregular verbs too"],
    [{ q: "naap", typing: "1" }, ["Autoin"], "a word still being typed"],
    [{ q: "naap" }, [], "a word that ends there"],
    [{ theme: "hinta" }, ["Nettilaskun", "Laskuissa"], "by theme"],
    [{ channel: "phone", q: "puhelu" }, ["Autossa"], "by channel"],
    [{ from: "2026-03-05", to: "2026-03-05" }, ["Autossa"], "a day is whole"],
    [{ q: '"OR NEAR( *' }, [], "odd signs are no commands"],
  ])("%j finds %j: %s", async (query, words, _why) => {
    expect(await said(query)).toEqual(words);
  });

  test("marks show where the found words stand", async () => {
    const [found] = await search({ q: "virhe lasku" });
    expect(found?.marks.map(([from, to]) => found.text.slice(from, to))).toEqual(["Laskuissa", "virheitä"]);
  });

  test("pages follow one another until all has been seen once, across both tiers", async () => {
    for (const q of ["", "lasku"]) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const query = new URLSearchParams({ source: sourceId, q, limit: "1", ...(cursor && { cursor }) });
        const { body } = await server.ask("GET", `/api/v1/contacts?${query.toString()}`, { token });
        seen.push(...(body.items as { id: string }[]).map(({ id }) => id));
        cursor = body.next as string | undefined;
      } while (cursor !== undefined);
      expect(seen).toEqual((await search(q === "" ? {} : { q })).map(({ id }) => id));
    }
  });

  test("one contact is read by its id; one that is not there has its sentence", async () => {
    const [found] = await search({ q: "jono" });
    expect((await server.ask("GET", `/api/v1/contacts/${found?.id ?? ""}`, { token })).body).toMatchObject({
      id: found?.id,
    });
    const none = await server.ask("GET", "/api/v1/contacts/nobody", { token });
    expect([none.status, none.body.code]).toEqual([404, "contact.unknown"]);
  });

  test("themes are counted", async () => {
    const { body } = await server.ask("GET", "/api/v1/themes", { token });
    expect(body.items).toEqual([
      { theme: "hinta", count: 2 },
      { theme: "netti", count: 1 },
    ]);
  });
});

describe("quotes", () => {
  test("words of a contact become a quote with everything the measures need; without a valence the score speaks", async () => {
    const [contact] = await search({ q: "jonottaa" });
    const start = contact?.text.indexOf("enkä") ?? 0;
    const made = await post({ contactId: contact?.id, start, end: start + 4, themes: ["apu"] });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      text: "enkä",
      speaker: "customer",
      valence: -2,
      vBy: "rating",
      themes: ["apu"],
      itemId: contact?.id,
      sourceId,
      sourceTitle: "Haku",
      kind: "survey_nps",
      at: "2026-03-03T10:00:00.000Z",
      respondentKey: contact?.respondentKey,
      withdrawn: false,
    });
    const byIds = await server.ask("GET", `/api/v1/quotes?ids=${String(made.body.id)},gone`, { token });
    // Asked for by id, a quote says with which others somebody joined it, too.
    expect(byIds.body.items).toEqual([{ ...made.body, joined: [] }]);
    expect(await said({ attached: "1" })).toEqual(["Jonotin"]);
  });

  test("a person's valence wins, changes, and a withdrawn quote says so", async () => {
    const [contact] = await search({ q: "nettilasku" });
    const made = await post({ contactId: contact?.id, text: "helposti", valence: 1.5 });
    expect(made.body).toMatchObject({ start: 16, end: 24, valence: 1.5, vBy: "human" });
    const at = `/api/v1/quotes/${String(made.body.id)}`;
    const changed = await server.ask("PATCH", at, {
      token,
      body: { valence: -1, speaker: "other", withdrawn: true },
    });
    expect(changed.body).toMatchObject({
      text: "helposti",
      valence: -1,
      vBy: "human",
      speaker: "other",
      withdrawn: true,
    });
    const found = await server.ask("GET", "/api/v1/quotes?q=helppo", { token });
    expect((found.body.items as { id: string }[]).map(({ id }) => id)).toEqual([made.body.id]);
    expect((await server.ask("DELETE", at, { token })).status).toBe(204);
    expect((await server.ask("DELETE", at, { token })).body.code).toBe("quote.unknown");
  });

  test.each([
    ["a valence of 7", { start: 0, end: 4, valence: 7 }, "quote.valence"],
    ["a place outside the text", { start: 0, end: 4000 }, "quote.place"],
    ["an empty place", { start: 7, end: 8 }, "quote.place"],
    ["words that were not said", { text: "en sanonut näin" }, "quote.place"],
    ["no place at all", {}, "quote.place"],
    ["an unknown speaker", { start: 0, end: 4, speaker: "ghost" }, "request.invalid"],
    ["a contact that is not there", { contactId: "nobody", start: 0, end: 1 }, "contact.unknown"],
  ])("%s is refused with a sentence", async (_name, body, code) => {
    const [contact] = await search({ q: "jonottaa" });
    const refused = await post({ contactId: contact?.id, ...body });
    expect(refused.body.code).toBe(code);
    expect(String(refused.body.title)).toMatch(/\.$/);
  });

  test("the sentence is in the asker's language", async () => {
    const [contact] = await search({ q: "jonottaa" });
    const body = { contactId: contact?.id, start: 0, end: 4, valence: 7 };
    const refused = await server.ask("POST", "/api/v1/quotes", {
      token,
      body,
      headers: { "accept-language": "fi" },
    });
    expect(refused.body.title).toBe("Tunnearvo on luku väliltä −2…2, tai null, kun sitä ei tiedetä.");
  });
});

describe("who may", () => {
  test("a viewer reads the quotes they know the ids of and nothing else of the evidence", async () => {
    const viewer = await server.token("viewer", await server.journey());
    expect((await server.ask("GET", "/api/v1/quotes?ids=x", { token: viewer })).status).toBe(200);
    for (const closed of [
      "/api/v1/quotes",
      "/api/v1/quotes?q=a",
      "/api/v1/contacts",
      "/api/v1/sources",
      "/api/v1/themes",
    ])
      expect([closed, (await server.ask("GET", closed, { token: viewer })).status]).toEqual([closed, 403]);
    expect((await post({ contactId: "x", start: 0, end: 1 }, viewer)).status).toBe(403);
    expect((await server.ask("GET", "/api/v1/contacts")).status).toBe(401);
  });

  test("an editor may import and quote but not erase", async () => {
    const editor = await server.token("editor");
    expect((await server.ask("GET", "/api/v1/contacts", { token: editor })).status).toBe(200);
    expect((await server.ask("DELETE", `/api/v1/sources/${sourceId}`, { token: editor })).status).toBe(403);
  });
});

describe("erasing a source", () => {
  test("takes every byte of it from the files and empties its quotes in an open map", async () => {
    const bytes = "Palaute;x\nkanarianlintusana sanottiin minulle;1\n";
    const done = await importedFile(server, token, {
      bytes,
      name: "kanarianlintu.csv",
      meta: { kind: "complaint", title: "Kanarianlintu" },
    });
    const [contact] = await foundContacts(server, token, { source: String(done.sourceId) });
    const quote = await post({ contactId: contact?.id, text: "kanarianlintusana", valence: -2 });
    const id = String(quote.body.id);
    const client = joinByHocuspocus(server.socketUrl, await server.journey(), token);
    onTestFinished(() => client.leave());
    const heard: string[] = [];
    client.provider.on("stateless", ({ payload }: { payload: string }) => heard.push(payload));
    await until("the map is open", () => client.provider.isSynced);

    const gone = await server.ask("DELETE", `/api/v1/sources/${String(done.sourceId)}`, { token });
    expect([gone.status, gone.body]).toEqual([200, { id: done.sourceId, contacts: 1, quotes: 1 }]);
    await until("the map hears of it", () => heard.some((payload) => payload.includes(id)));
    expect((await server.ask("GET", `/api/v1/quotes?ids=${id}`, { token })).body.items).toEqual([]);
    expect((await server.ask("GET", `/api/v1/sources/${String(done.sourceId)}`, { token })).body.code).toBe(
      "source.unknown",
    );
    expect(await foundContacts(server, token, { q: "kanarianlintusana" })).toEqual([]);
    const left = readdirSync(server.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((file) => readFileSync(file).toString("latin1").toLowerCase().includes("kanarianlintu"));
    expect(left).toEqual([]);
    const again = await importedFile(server, token, { bytes, name: "kanarianlintu.csv" });
    expect(again).toMatchObject({ kept: 1, duplicates: 0 });
  });
});

test("a conversation's quote knows who speaks", async () => {
  const done = await importedFile(server, token, {
    bytes: sampleFile("zoom.vtt"),
    name: "zoom.vtt",
    meta: { kind: "interview", title: "Zoom" },
  });
  const [contact] = await foundContacts(server, token, { source: String(done.sourceId) });
  const asked = await post({ contactId: contact?.id, text: "Mitä teit ensimmäiseksi?" });
  expect(asked.body).toMatchObject({ speaker: "agent", valence: null, vBy: null });
  const answered = await post({ contactId: contact?.id, text: "Kukaan ei soittanut." });
  expect(answered.body).toMatchObject({ speaker: "customer", kind: "interview" });
});

describe("themes", () => {
  const change = (body: unknown, as = token) => server.ask("PATCH", "/api/v1/themes", { token: as, body });
  const list = async () => (await server.ask("GET", "/api/v1/themes", { token })).body.items as unknown[];
  const quoteOn = async (words: string, themes: string[]) => {
    const [found] = await search({ q: words });
    const made = await post({ contactId: found?.id, text: words, themes });
    expect(made.status).toBe(201);
    return String(made.body.id);
  };

  test("one is coloured, put under another, renamed and made one with another; every quote follows, and a second such step is refused", async () => {
    const id = await quoteOn("katkesi", ["katkos"]);
    await quoteOn("Jonotin", ["jonotus"]);
    expect((await change({ theme: "katkos", under: "jonotus", colour: "rose" })).status).toBe(200);
    expect(await list()).toContainEqual({ theme: "katkos", count: 1, under: "jonotus", colour: "rose" });
    expect(await list()).toContainEqual({ theme: "jonotus", count: 2 });
    expect(await said({ theme: "jonotus" })).toEqual(["Autossa", "Jonotin"]);
    const renamed = await change({ theme: "katkos", name: "puhelu katkesi" });
    expect(renamed.body).toEqual({ theme: "puhelu katkesi", contacts: 1, quotes: 1 });
    const merged = await change({ theme: "puhelu katkesi", name: "jonotus" });
    expect(merged.body).toEqual({ theme: "jonotus", contacts: 1, quotes: 1 });
    const { body } = await server.ask("GET", `/api/v1/quotes?ids=${id}`, { token });
    expect(body.items).toMatchObject([{ themes: ["jonotus"] }]);
    const again = await change({ theme: "puhelu katkesi", name: "jonotus" });
    expect([again.status, again.body.code]).toEqual([404, "theme.unknown"]);
  });

  test("none stands under itself, under one that is under another, or under another with its own below it", async () => {
    await quoteOn("naapuria", ["apu", "naapuri", "kortteli"]);
    expect((await change({ theme: "naapuri", under: "apu" })).status).toBe(200);
    for (const body of [
      { theme: "apu", under: "apu" },
      { theme: "kortteli", under: "naapuri" },
      { theme: "apu", under: "kortteli" },
    ])
      expect([body, (await change(body)).body.code]).toEqual([body, "theme.nesting"]);
    expect((await change({ theme: "kortteli", under: "nowhere" })).body.code).toBe("theme.unknown");
    expect((await change({ theme: "kortteli", colour: "#ff0000" })).status).toBe(422);
  });

  test("a saved search finds a theme by its new name, and only editors of the workspace change themes", async () => {
    await quoteOn("tunnin", ["odottelu"]);
    const saved = { name: "odottelijat", search: { theme: "odottelu" } };
    expect((await server.ask("POST", "/api/v1/saved-searches", { token, body: saved })).status).toBe(201);
    const viewer = await server.token("viewer", await server.journey());
    expect((await change({ theme: "odottelu", name: "x" }, viewer)).status).toBe(403);
    expect((await change({ theme: "odottelu", name: "odotus" })).status).toBe(200);
    const { body } = await server.ask("GET", "/api/v1/saved-searches", { token });
    expect(body.items).toContainEqual(expect.objectContaining({ search: { theme: "odotus" } }));
  });
});
