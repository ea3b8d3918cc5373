import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { detect } from "../src/detect.ts";
import { contactNamer } from "../src/identity.ts";
import { preview, readContacts } from "../src/readContacts.ts";
import { isRefusal } from "../src/refusal.ts";

const folder = new URL("../../../e2e/data/", import.meta.url);

async function read(name: string) {
  const file = detect(
    new Uint8Array(readFileSync(new URL(name, folder))),
    name.startsWith("broken/") ? name : "a-name-that-says-nothing",
  );
  if (isRefusal(file)) return { kind: "", refused: file.refused, contacts: [], skipped: [] };
  const contacts = [];
  const skipped = [];
  let refused: string | undefined;
  for await (const one of readContacts(file)) {
    if ("refused" in one) refused = one.refused;
    else if ("why" in one) skipped.push(one);
    else contacts.push(one);
  }
  const seen = await preview(file);
  return { kind: file.kind, file, refused, contacts, skipped, seen };
}

/** Every sample, its kind, the words, moment, score and speakers of its first contact, and how many contacts there are. */
const samples: [string, string, number, Record<string, unknown>][] = [
  ["forms.csv", "csv", 2, { text: /kukaan vastannut$/, at: "2026-11-03T07:41:22.000Z", score: "nps 2" }],
  [
    "typeform.csv",
    "csv",
    2,
    { text: /Answer the phone sooner$/, at: "2026-10-01T10:14:00.000Z", score: "csat5 4" },
  ],
  [
    "surveymonkey.csv",
    "csv",
    2,
    { text: /moved four times/, at: "2026-10-27T09:15:00.000Z", score: "ces7 2" },
  ],
  [
    "survey.xlsx",
    "xlsx",
    2,
    { text: "Lasku oli väärin & sen oikaisu kesti", at: "2026-11-03T09:41:00.000Z", score: "csat5 2" },
  ],
  [
    "zendesk.csv",
    "csv",
    2,
    { text: "", at: "2026-09-01T07:30:00.000Z", score: "thumb 0", themes: ["yhteys", "häiriö"] },
  ],
  [
    "zendesk.ndjson",
    "zendesk",
    2,
    {
      text: /^SAMPLE Netti poikki jo kolmatta päivää/,
      at: "2026-09-01T07:30:00.000Z",
      score: "thumb 0",
      speakers: ["customer", "agent"],
      channel: "email",
    },
  ],
  [
    "zendesk.json",
    "zendesk",
    2,
    { text: /tänään\.$/, themes: ["yhteys", "häiriö"], speakers: ["customer", "agent"] },
  ],
  [
    "freshdesk.csv",
    "csv",
    2,
    {
      text: "Muutto\n\nMuutin, mutta lasku tuli vanhaan osoitteeseen",
      at: "2026-08-03T09:10:00.000Z",
      channel: "phone",
      themes: ["lasku", "muutto"],
    },
  ],
  [
    "intercom.json",
    "intercom",
    1,
    {
      text: /kuin ennen\? äö/,
      at: "2026-09-01T07:00:00.000Z",
      score: "csat5 2",
      speakers: ["customer", "bot", "agent"],
      channel: "chat",
    },
  ],
  [
    "google-play.csv",
    "csv",
    2,
    { text: /avaan laskun – äh!$/, at: "2026-07-01T10:00:00.000Z", score: "stars5 1" },
  ],
  [
    "mail.eml",
    "eml",
    1,
    {
      text: "SAMPLE häiriö\n\nHei, netti on ollut poikki koko päivän.\nFrom täältä en pääse töihin.",
      at: "2026-11-03T07:41:00.000Z",
      speakers: ["customer"],
    },
  ],
  [
    "mails.mbox",
    "mbox",
    2,
    {
      text: /From täältä en pääse töihin\.\n\nVika korjataan tänään\.$/,
      at: "2026-11-03T07:41:00.000Z",
      speakers: ["customer", "agent"],
      channel: "email",
    },
  ],
  [
    "whatsapp.txt",
    "whatsapp",
    2,
    {
      text: "Hei, missä asentaja viipyy?\nOdotin jo aamulla.\n\nHän on tulossa klo 15:30.",
      at: "2026-03-12T14:08:20.000Z",
      speakers: ["customer", "agent"],
      channel: "messaging_app",
    },
  ],
  ["whatsapp-us.txt", "whatsapp", 1, { text: /^Nobody called me back/, speakers: ["customer", "agent"] }],
  [
    "interview.docx",
    "docx",
    1,
    {
      text: /Soitin ja jonotin, yli tunnin\./,
      speakers: ["other", "agent", "customer", "agent", "customer"],
    },
  ],
  [
    "teams.docx",
    "docx",
    1,
    {
      text: /hätä oli iso\.$/,
      speakers: ["agent", "customer", "agent", "customer"],
      startS: [3, 9, 3723, 3730],
    },
  ],
  ["project.qdpx", "qdpx", 1, { text: /tunnin 😀\./, themes: ["Jonotus", "Apu & ääni"] }],
  ["zoom.vtt", "vtt", 1, { speakers: ["agent", "customer", "agent", "customer", "agent", "customer"] }],
  ["teams.vtt", "vtt", 1, { speakers: ["agent", "customer", "agent", "customer"] }],
  ["call.srt", "srt", 1, { speakers: ["other", "customer", "agent", "customer"] }],
  ["interview.txt", "text", 1, { text: /Koko rappu oli pimeänä/ }],
];

describe("a file of every kind", () => {
  test.each(samples)(
    "%s is told by its content (%s) and read right, ä and ö whole",
    async (name, kind, count, first) => {
      const found = await read(name);
      expect(found).toMatchObject({ kind, refused: undefined, skipped: [] });
      expect(found.contacts).toHaveLength(count);
      const [contact] = found.contacts;
      const { text, at, score, themes, speakers, channel, startS } = first;
      if (text instanceof RegExp) expect(contact?.text).toMatch(text);
      else if (text !== undefined) expect(contact?.text).toBe(text);
      if (at !== undefined) expect(contact?.occurredAt).toBe(at);
      if (score !== undefined) expect(`${contact?.rating?.scale} ${contact?.rating?.x}`).toBe(score);
      if (themes !== undefined) expect(contact?.themes).toEqual(themes);
      if (channel !== undefined) expect(contact?.channel).toBe(channel);
      if (speakers !== undefined) expect(contact?.thread?.map(({ speaker }) => speaker)).toEqual(speakers);
      if (startS !== undefined) expect(contact?.thread?.map((turn) => turn.startS)).toEqual(startS);
      for (const turn of contact?.thread ?? [])
        expect(contact?.text.slice(turn.from, turn.from + turn.text.length)).toBe(turn.text);
    },
  );

  test.each(samples)("%s read twice names the same contacts, each once", async (name, _kind, count) => {
    const names = async (): Promise<string[]> => {
      const nameOf = contactNamer();
      return (await read(name)).contacts.map((contact) => nameOf(contact));
    };
    const first = await names();
    expect(new Set(first).size).toBe(count);
    expect(await names()).toEqual(first);
  });

  test("no sample is without a line of this table", () => {
    const files = readdirSync(folder).filter((name) => /\.(?!ts$)[a-z]+$/.test(name));
    expect(files.filter((name) => !samples.some(([one]) => one === name))).toEqual(["survey-1000.csv"]);
  });

  test("notes that only the desk sees, deleted words, quoted mails and signatures are not read", async () => {
    const all = (
      await Promise.all(["zendesk.json", "intercom.json", "interview.docx", "mails.mbox"].map(read))
    )
      .flatMap(({ contacts }) => contacts)
      .map(({ text }) => text)
      .join("\n");
    for (const unsaid of [
      "Hankala asiakas",
      "älä lupaa",
      "suutuin",
      "040 123",
      "alert(1)",
      "tracker",
      "> Hei",
    ])
      expect(all).not.toContain(unsaid);
  });

  test("the coded stretches of a project are its quotes, placed by code points, with their codes as themes", async () => {
    const [contact] = (await read("project.qdpx")).contacts;
    const stretches = contact?.stretches?.map(({ from, to, themes }) => [
      contact.text.slice(from, to),
      themes,
    ]);
    expect(stretches).toEqual([
      ["Jonotin joka kerta yli tunnin", ["Jonotus"]],
      ["Lopuksi sain avun heti.", ["Apu & ääni"]],
    ]);
  });

  test("a chat whose dates can be read both ways is asked about, and the answer is followed", async () => {
    const { seen, file } = await read("whatsapp-us.txt");
    expect(seen).toMatchObject({ ambiguousDates: true });
    if (file === undefined) throw new Error("not read");
    for await (const one of readContacts(file, { dayFirst: false }))
      expect(one).toMatchObject({ occurredAt: "2026-03-05T10:14:00.000Z" });
  });

  test("a survey keeps the questions that were read beside its only words and its score; tables of tickets and reviews asked nobody", async () => {
    const names = ["forms.csv", "typeform.csv", "surveymonkey.csv", "freshdesk.csv", "google-play.csv"];
    const first = await Promise.all(names.map(async (name) => (await read(name)).contacts[0]));
    expect(first.map((one) => one?.asked)).toEqual([
      { words: "Mikä meni pieleen?", score: "Kuinka todennäköisesti suosittelisit meitä?" },
      { score: "How satisfied are you?" },
      { words: "What happened?", score: "How easy was it to get help? (1–7)" },
      undefined,
      undefined,
    ]);
    expect(first[1]?.thread?.map(({ question }) => question)).toEqual([
      "What went well?",
      "What could we do better?",
    ]);
  });

  test("the export of a table is told by its headings", async () => {
    const names = ["forms", "typeform", "surveymonkey", "zendesk", "freshdesk", "google-play"];
    const seen = await Promise.all(names.map(async (name) => (await read(`${name}.csv`)).seen));
    expect(seen.map((one) => one !== undefined && "export" in one && one.export)).toEqual([
      "google-forms",
      "typeform",
      "surveymonkey",
      "zendesk-csv",
      "freshdesk",
      "google-play",
    ]);
  });
});

describe("a broken file of every kind", () => {
  test.each([
    ["call.srt", "no-cues"],
    ["forms.csv", "no-rows"],
    ["google-play.csv", "no-rows"],
    ["intercom.json", "damaged"],
    ["interview.docx", "damaged"],
    ["interview.txt", "binary"],
    ["mail.eml", "no-words"],
    ["project.qdpx", "no-words"],
    ["survey.xlsx", "damaged"],
    ["whatsapp.txt", "no-words"],
    ["zoom.vtt", "no-cues"],
  ])("%s is refused: %s", async (name, refused) => {
    expect(await read(`broken/${name}`)).toMatchObject({ refused, contacts: [] });
  });

  test.each([
    ["freshdesk.csv", 1, [{ row: 3, why: "too-many-cells" }]],
    ["mails.mbox", 1, [{ row: 2, why: "no-words-no-score" }]],
    ["surveymonkey.csv", 0, [{ row: 3, why: "too-few-cells" }]],
    ["typeform.csv", 1, [{ row: 2, why: "broken-quotes" }]],
    ["zendesk.csv", 0, [{ row: 2, why: "no-words-no-score" }]],
    ["zendesk.ndjson", 1, [{ row: 2, why: "broken-record" }]],
  ])("%s keeps its %i good rows and tells of the others", async (name, good, skipped) => {
    const found = await read(`broken/${name}`);
    expect(found.refused).toBeUndefined();
    expect(found.contacts).toHaveLength(good);
    expect(found.skipped).toEqual(skipped);
  });
});
