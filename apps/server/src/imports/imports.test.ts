import { readFileSync, readdirSync } from "node:fs";
import { request } from "node:http";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { foundContacts, importedFile, sampleFile, sendFile } from "../testing/evidence.ts";
import { type TestServer, startTestServer } from "../testing/testServer.ts";

let server: TestServer;
let token: string;

beforeAll(async () => {
  server = await startTestServer();
  token = await server.token("owner");
});
afterAll(() => server.stop());

const survey = sampleFile("survey-1000.csv");
const surveyText = new TextDecoder().decode(survey);
const latin1 = (text: string) => new Uint8Array(Buffer.from(text.replace("–", "-"), "latin1"));

describe("importing a survey", () => {
  test.each([
    ["UTF-8 with a byte order mark", survey],
    ["UTF-8 without one", new TextEncoder().encode(surveyText)],
    ["UTF-16LE", new Uint8Array(Buffer.from(`\uFEFF${surveyText}`, "utf16le"))],
    ["Windows-1252", latin1(surveyText)],
  ])("all 1,000 rows are kept, ä and ö whole: %s", async (title, bytes) => {
    const meta = { kind: "survey_nps", title, invited: 4000, responded: 1000, sample: true };
    const done = await importedFile(server, token, { bytes, name: "survey-1000.csv", meta });
    expect(done).toMatchObject({
      state: "done",
      read: 1000,
      kept: 1000,
      duplicates: 0,
      skippedCount: 0,
      skipped: [],
    });
    const { body } = await server.ask("GET", `/api/v1/sources/${String(done.sourceId)}`, { token });
    expect(body).toMatchObject({ title, contacts: 1000, scored: 1000, invited: 4000, sample: true });
    const [found] = await foundContacts(server, token, { source: String(done.sourceId), q: "päivä hukkaan" });
    expect(found?.text).toContain("työpäivä meni hukkaan");
    expect(found?.at).toMatch(/^2026-0[1-6]-/);
  });

  test("the same file twice adds nothing and lands in the same source", async () => {
    const upload = { bytes: survey, name: "twice.csv", meta: { kind: "survey_nps", title: "Kahdesti" } };
    const first = await importedFile(server, token, upload);
    const second = await importedFile(server, token, {
      ...upload,
      meta: { kind: "survey_nps", title: "Toinen nimi" },
    });
    expect(second).toMatchObject({
      state: "done",
      read: 1000,
      kept: 0,
      duplicates: 1000,
      sourceId: first.sourceId,
    });
  });

  test("broken rows are told with number and reason, the good rows are kept", async () => {
    const bytes =
      'Palaute;Arvosana\nHyvää työtä;5\nvain yksi\nliikaa;3;4\n"auki;2\nViimeinen sana tässä;1\n;\n';
    const done = await importedFile(server, token, { bytes, name: "rikki.csv" });
    expect(done).toMatchObject({ state: "done", read: 6, kept: 2, skippedCount: 4 });
    expect(done.skipped).toEqual([
      { row: 3, code: "too-few-cells", why: "The row has fewer cells than there are headings." },
      { row: 4, code: "too-many-cells", why: "The row has more cells than there are headings." },
      {
        row: 5,
        code: "broken-quotes",
        why: "A quotation mark in the row is not closed, or stands in the wrong place.",
      },
      { row: 7, code: "no-words-no-score", why: "The row holds neither words nor a score." },
    ]);
    const csv = await server.ask("GET", `/api/v1/imports/${String(done.id)}/skipped.csv`, {
      token,
      headers: { "accept-language": "fi" },
    });
    expect(csv.text.split("\r\n").slice(0, 2)).toEqual([
      "Rivi;Syy",
      "3;Rivillä on vähemmän soluja kuin otsikoita.",
    ]);
  });

  test("a person's mapping is followed", async () => {
    const bytes = "a;b;c\nensimmäinen sana;2/1/2026;3\n";
    const mapping = { words: "a", moment: "b", dayFirst: false, score: { column: "c", scale: "csat5" } };
    const done = await importedFile(server, token, {
      bytes,
      name: "m.csv",
      meta: { kind: "survey_csat", title: "M", mapping },
    });
    const [found] = await foundContacts(server, token, { source: String(done.sourceId) });
    expect(found).toMatchObject({
      text: "ensimmäinen sana",
      at: "2026-02-01T00:00:00.000Z",
      rating: { scale: "csat5", x: 3 },
    });
  });

  test("personal data is masked before it is kept, and the person becomes a key", async () => {
    const bytes =
      "Sähköposti;Palaute\nmaija.virtanen@posti.example;Soittakaa 040 123 4567 tai maija.virtanen@posti.example pian\nmaija.virtanen@posti.example;Toinen kerta kun kirjoitan teille\n";
    const done = await importedFile(server, token, { bytes, name: "pii.csv" });
    const found = await foundContacts(server, token, { source: String(done.sourceId) });
    expect(found.map(({ text }) => text)).toEqual([
      "Toinen kerta kun kirjoitan teille",
      "Soittakaa [phone] tai [email] pian",
    ]);
    expect(found[0]?.respondentKey).toEqual(found[1]?.respondentKey);
    const files = readdirSync(server.folder).filter((name) => /app\.db/.test(name));
    const kept = files.map((name) => readFileSync(path.join(server.folder, name), "utf8")).join("");
    expect(kept).not.toContain("maija.virtanen");
    expect(readdirSync(path.join(server.folder, "imports"))).toEqual([]);
  });

  test("a person may let a kind of it stay; a kind that does not exist is refused", async () => {
    const bytes = "Palaute\nSoittakaa 040 123 4567 tai a@b.fi pian\n";
    const meta = { kind: "survey_open", title: "Osin", mask: ["email"] };
    const done = await importedFile(server, token, { bytes, name: "osin.csv", meta });
    const found = await foundContacts(server, token, { source: String(done.sourceId) });
    expect(found.map(({ text }) => text)).toEqual(["Soittakaa 040 123 4567 tai [email] pian"]);
    const wrong = await sendFile(server, token, {
      bytes,
      name: "osin.csv",
      meta: { ...meta, mask: ["shoe"] },
    });
    expect([wrong.status, wrong.body.code]).toEqual([422, "request.invalid"]);
  });
});

describe("importing conversations", () => {
  test.each([
    ["zoom.vtt", "interview", ["agent", "customer", "agent", "customer", "agent", "customer"]],
    ["teams.vtt", "call_recording", ["agent", "customer", "agent", "customer"]],
    ["call.srt", "call_recording", ["other", "customer", "agent", "customer"]],
    ["interview.txt", "interview", ["other", "agent", "customer", "agent", "customer", "agent", "customer"]],
  ])("%s becomes one conversation with its turns", async (name, kind, speakers) => {
    const meta = { kind, title: name, collectedFrom: "2026-03-13", sample: true };
    const done = await importedFile(server, token, { bytes: sampleFile(name), name, meta });
    expect(done).toMatchObject({ state: "done", kept: 1 });
    const [found] = await foundContacts(server, token, { source: String(done.sourceId) });
    const thread = found?.thread as { speaker: string; text: string; from: number }[];
    expect(thread.map(({ speaker }) => speaker)).toEqual(speakers);
    expect(found?.at).toBe("2026-03-13T00:00:00.000Z");
    for (const turn of thread)
      expect(found?.text.slice(turn.from, turn.from + turn.text.length)).toBe(turn.text);
    expect(found?.text).not.toMatch(/Mallikas|Mallinen/);
  });
});

describe("importing what is no table and no transcript", () => {
  test.each([
    ["survey.xlsx", "survey_csat", 2],
    ["zendesk.ndjson", "support_ticket", 2],
    ["mails.mbox", "email", 2],
    ["whatsapp.txt", "message_app", 2],
    ["teams.docx", "interview", 1],
  ])("%s comes in, and the second time adds nothing", async (name, kind, contacts) => {
    const upload = { bytes: sampleFile(name), name, meta: { kind, title: name, sample: true } };
    const first = await importedFile(server, token, upload);
    expect(first).toMatchObject({ state: "done", kept: contacts, duplicates: 0 });
    const again = await importedFile(server, token, upload);
    expect(again).toMatchObject({ state: "done", kept: 0, duplicates: contacts, sourceId: first.sourceId });
  });

  test("a coded project brings its passages as quotes with their codes, once", async () => {
    const upload = {
      bytes: sampleFile("project.qdpx"),
      name: "p.qdpx",
      meta: { kind: "interview", title: "Koodit" },
    };
    const done = await importedFile(server, token, upload);
    await importedFile(server, token, upload);
    const { body } = await server.ask("GET", `/api/v1/quotes?source=${String(done.sourceId)}`, { token });
    const quotes = (body.items as { text: string; themes: string[]; speaker: string }[]).map(
      ({ text, themes, speaker }) => [text, themes, speaker],
    );
    expect(quotes.toSorted(([a], [b]) => String(a).localeCompare(String(b)))).toEqual([
      ["Jonotin joka kerta yli tunnin", ["Jonotus"], "customer"],
      ["Lopuksi sain avun heti.", ["Apu & ääni"], "customer"],
    ]);
  });

  test("the mapping of a spreadsheet is remembered for the next one with its headings", async () => {
    const path = "/api/v1/sources/preview";
    const bytes = sampleFile("survey.xlsx");
    const mapping = { words: ["Kerro omin sanoin"] };
    await importedFile(server, token, {
      bytes,
      name: "a.xlsx",
      meta: { kind: "survey_open", title: "X", mapping },
    });
    const next = await sendFile(server, token, { bytes, name: "b.xlsx", path });
    expect(next.body).toMatchObject({ kind: "xlsx", remembered: true, mapping });
    const wrong = { kind: "survey_open", mapping: { words: ["Puuttuva"] } };
    const refused = await sendFile(server, token, { bytes, name: "c.xlsx", meta: wrong });
    expect([refused.status, refused.body.code]).toEqual([422, "import.mapping"]);
  });

  test("all words are in the language that a person tells, but where the file says otherwise", async () => {
    const bytes = "Palaute;Kieli\nok super;\nok super;fi\n";
    const meta = { kind: "survey_open", title: "Kieli", language: "en" };
    const done = await importedFile(server, token, { bytes, name: "k.csv", meta });
    const found = await foundContacts(server, token, { source: String(done.sourceId) });
    expect(new Set(found.map(({ lang }) => lang))).toEqual(new Set(["en", "fi"]));
  });
});

describe("previewing", () => {
  test("shows what the file holds, how it would be read, and keeps nothing", async () => {
    const before = await server.services.evidence.listSources();
    const { status, body } = await sendFile(server, token, {
      bytes: survey,
      name: "survey.csv",
      path: "/api/v1/sources/preview",
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      kind: "csv",
      encoding: "utf-8",
      delimiter: ";",
      ambiguousDates: false,
      sampled: 200,
      mapping: {
        externalId: "Vastauksen ID",
        moment: "Aikaleima",
        words: ["Kerro omin sanoin, mitä tapahtui"],
        score: { column: "Kuinka todennäköisesti suosittelisit meitä? (0–10)", scale: "nps" },
        channel: "Kanava",
      },
    });
    expect(body.rows).toHaveLength(20);
    expect(await server.services.evidence.listSources()).toEqual(before);
  });

  test("shows what a person's mapping gives, and remembers it for the next file with these headings", async () => {
    const path = "/api/v1/sources/preview";
    const bytes = "Eka;Toka\nyksi asia oli hyvin;toinen meni huonosti\n";
    const mapping = { words: ["Toka"] };
    const told = await sendFile(server, token, { bytes, name: "x.csv", path, meta: { mapping } });
    expect(told.body).toMatchObject({
      remembered: false,
      mapping,
      contacts: [{ text: "toinen meni huonosti" }],
    });
    const wrong = await sendFile(server, token, {
      bytes,
      name: "x.csv",
      path,
      meta: { mapping: { words: ["Kolmas"] } },
    });
    expect([wrong.status, wrong.body.code]).toEqual([422, "import.mapping"]);
    await importedFile(server, token, {
      bytes,
      name: "x.csv",
      meta: { kind: "survey_open", title: "Muisti", mapping },
    });
    const next = await sendFile(server, token, {
      bytes: "Eka;Toka\nuusi sana tuli;vanha sana lähti\n",
      name: "y.csv",
      path,
    });
    expect(next.body).toMatchObject({ remembered: true, mapping, contacts: [{ text: "vanha sana lähti" }] });
  });

  test("names the speakers of a transcript and who they seem to be", async () => {
    const { body } = await sendFile(server, token, {
      bytes: sampleFile("zoom.vtt"),
      name: "zoom.vtt",
      path: "/api/v1/sources/preview",
    });
    expect(body.speakers).toEqual([
      { name: "Maija Mallikas", role: "agent", turns: 3 },
      { name: "Sari Esimerkki", role: "customer", turns: 3 },
    ]);
  });

  test("counts the personal data of the sample", async () => {
    const bytes = "Palaute;x\nSoita 040 123 4567 heti;1\nKirjoita a@b.fi tai c@d.fi;2\n";
    const { body } = await sendFile(server, token, { bytes, name: "p.csv", path: "/api/v1/sources/preview" });
    expect(body.personalData).toEqual({ phone: 1, email: 2 });
    expect(body.personalDataSamples).toEqual({ phone: ["040 123 4567"], email: ["a@b.fi", "c@d.fi"] });
  });
});

describe("files that are not what they say", () => {
  test.each([
    ["an empty file", "", "file.empty", 422],
    ["a spreadsheet", "PK\u0003\u0004 xl/workbook.xml", "file.spreadsheet", 415],
    ["a PDF", "%PDF-1.7", "file.pdf", 415],
    ["bytes", "a\0b\0\0\0\u0001", "file.binary", 415],
  ])(
    "%s called survey.csv is refused with a sentence, on import and on preview",
    async (_name, bytes, code, status) => {
      const upload = { bytes, name: "survey.csv", meta: { kind: "survey_open" } };
      const refused = await sendFile(server, token, upload);
      expect([refused.status, refused.body.code]).toEqual([status, code]);
      expect(String(refused.body.title)).toMatch(/\.$/);
      const looked = await sendFile(server, token, { ...upload, path: "/api/v1/sources/preview" });
      expect([looked.status, looked.body.code]).toEqual([status, code]);
      expect(readdirSync(path.join(server.folder, "imports"))).toEqual([]);
    },
  );

  test.each([
    ["no meta", undefined, "request.invalid"],
    ["meta that is no JSON", "{kind", "request.invalid"],
    ["an unknown kind", { kind: "gossip" }, "request.invalid"],
    [
      "a mapping to a column that is not there",
      { kind: "survey_open", mapping: { words: ["Puuttuva"] } },
      "import.mapping",
    ],
  ])("%s is refused with a sentence", async (_name, meta, code) => {
    const refused = await sendFile(server, token, { bytes: "a;b\nsana;2\n", name: "a.csv", meta });
    expect([refused.status, refused.body.code]).toEqual([422, code]);
  });

  test("a file over 50 MB is refused with a sentence that names the limit, and leaves nothing behind", async () => {
    const bytes = new Uint8Array(51 * 1024 * 1024).fill(97);
    const refused = await sendFile(server, token, { bytes, name: "big.csv", meta: { kind: "survey_open" } });
    expect(refused.status).toBe(413);
    expect(refused.body.title).toContain("50 MB");
    expect(readdirSync(path.join(server.folder, "imports"))).toEqual([]);
  });

  test("one that announces 200 MB is refused before it is sent", async () => {
    const { hostname, port } = new URL(server.url);
    const headers = {
      authorization: `Bearer ${token}`,
      "content-type": "multipart/form-data; boundary=x",
      "content-length": String(200 * 1024 * 1024),
    };
    const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
    const asked = request({ hostname, port, method: "POST", path: "/api/v1/sources", headers }, (answer) => {
      resolve(answer.statusCode);
      asked.destroy();
    });
    asked.on("error", reject);
    asked.write("--x\r\n");
    expect(await promise).toBe(413);
  });

  test("something that is no form is refused", async () => {
    const refused = await server.ask("POST", "/api/v1/sources", { token, body: { kind: "survey_open" } });
    expect([refused.status, refused.body.code]).toEqual([422, "file.missing"]);
  });
});
