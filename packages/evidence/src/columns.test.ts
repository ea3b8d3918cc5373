import { describe, expect, test } from "vitest";
import { guessMapping } from "./columns.ts";
import { detect } from "./detect.ts";
import { contactNamer } from "./identity.ts";
import { dayOrder, readMoment } from "./moment.ts";
import { MappingMismatch, readContacts } from "./readContacts.ts";
import { isRefusal } from "./refusal.ts";
import { readScore } from "./score.ts";

const file = (text: string, name = "s.csv") => {
  const found = detect(new TextEncoder().encode(text), name);
  if (isRefusal(found)) throw new Error(found.sentence);
  return found;
};
const contactsOf = async (text: string, choices = {}) => {
  const all = [];
  for await (const read of readContacts(file(text), choices)) if ("text" in read) all.push(read);
  return all;
};

describe("guessing columns", () => {
  test("Google Forms in Finnish", () => {
    const guess = guessMapping(
      ["Aikaleima", "Sähköpostiosoite", "Kuinka todennäköisesti suosittelisit meitä?", "Mikä meni pieleen?"],
      [
        ["2026/11/03 9.41.22 ap. EET", "a@b.fi", "9", "Odotin linjalla tunnin."],
        ["2026/11/04 1.05.00 ip. EET", "c@d.fi", "2", "Kukaan ei vastannut."],
      ],
    );
    expect(guess).toEqual({
      mapping: {
        words: ["Mikä meni pieleen?"],
        person: "Sähköpostiosoite",
        moment: "Aikaleima",
        score: { column: "Kuinka todennäköisesti suosittelisit meitä?", scale: "nps" },
      },
      ambiguousDates: false,
    });
  });

  test("Typeform: the moment is submitting, the id is #, system columns are left out", () => {
    const { mapping } = guessMapping(
      [
        "#",
        "How was it?",
        "Why?",
        "Response Type",
        "Start Date (UTC)",
        "Submit Date (UTC)",
        "Network ID",
        "Tags",
      ],
      [
        [
          "a1",
          "4",
          "It took too long to answer",
          "completed",
          "2026-11-03 10:11:12",
          "2026-11-03 10:12:12",
          "zz",
          "x",
        ],
        [
          "a2",
          "5",
          "Fine, thank you all",
          "completed",
          "2026-11-04 10:11:12",
          "2026-11-04 10:12:12",
          "zy",
          "",
        ],
      ],
    );
    expect(mapping).toMatchObject({
      words: ["Why?"],
      externalId: "#",
      moment: "Submit Date (UTC)",
      themes: "Tags",
    });
  });

  test("several open questions become answers with their question", async () => {
    const [contact] = await contactsOf(
      "Vastaajan ID;Mikä oli hyvää?;Mitä pitäisi parantaa?\n1;Nopea vastaus tuli;Hinta on kallis\n2;Ystävällinen palvelu;\n",
    );
    expect(contact?.text).toBe("Nopea vastaus tuli\n\nHinta on kallis");
    expect(contact?.thread?.map((turn) => turn.question)).toEqual([
      "Mikä oli hyvää?",
      "Mitä pitäisi parantaa?",
    ]);
  });

  test("dates that could be read both ways are asked about", () => {
    const rows = [
      ["1/2/2026", "jotain sanoin tässä"],
      ["3/4/2026", "ja toista sanoin siinä"],
    ];
    expect(guessMapping(["Date", "Comment"], rows)).toMatchObject({
      ambiguousDates: true,
      mapping: { dayFirst: true },
    });
    expect(guessMapping(["Date", "Comment"], [...rows, ["1/25/2026", "kolmas sana"]])).toMatchObject({
      ambiguousDates: false,
      mapping: { dayFirst: false },
    });
  });

  test("a mapping that names a column the file does not have says which", async () => {
    await expect(contactsOf("a;b\nx;y\n", { mapping: { words: ["c"] } })).rejects.toThrow(
      new MappingMismatch(["c"]),
    );
  });

  test("a row that says nothing is skipped; a score outside its scale leaves the words", async () => {
    const all = [];
    const text = "Palaute;NPS\nhidas;12\n;\n;7\n";
    for await (const read of readContacts(file(text), {
      mapping: { words: ["Palaute"], score: { column: "NPS", scale: "nps" } },
    }))
      all.push(read);
    expect(all).toMatchObject([
      { row: 2, text: "hidas" },
      { row: 3, why: "no-words-no-score" },
      { row: 4, text: "", rating: { scale: "nps", x: 7 } },
    ]);
    expect(all[0]).not.toHaveProperty("rating");
  });
});

describe("moments and scores", () => {
  test.each([
    ["2026-11-03", "2026-11-03T00:00:00.000Z", false],
    ["2026-11-03T10:11:12+02:00", "2026-11-03T08:11:12.000Z", true],
    ["3.11.2026 klo 9.41", "2026-11-03T09:41:00.000Z", true],
    ["3.11.2026", "2026-11-03T00:00:00.000Z", false],
    ["2026/11/03 1.41.22 ip. EET", "2026-11-03T11:41:22.000Z", true],
    ["25/12/2026 23:59", "2026-12-25T23:59:00.000Z", true],
    ["12/25/2026 11:59 PM", "2026-12-25T23:59:00.000Z", true],
    ["Nov 3, 2026 12:05 AM", "2026-11-03T00:05:00.000Z", true],
    ["3. marraskuuta 2026", "2026-11-03T00:00:00.000Z", false],
    ["1793700000000", "2026-11-03T10:00:00.000Z", true],
  ])("%s is %s", (text, iso, timed) => {
    expect(readMoment(text)).toEqual({ iso, timed });
  });

  test.each(["", "31.2.2026", "2026-13-01", "25:00", "huomenna", "12345", "1/2"])(
    "%j is no moment",
    (text) => {
      expect(readMoment(text)).toBeNull();
    },
  );

  test("one day over twelve decides a whole column", () => {
    expect(dayOrder(["1/2/2026", "13/2/2026"])).toBe("day-first");
    expect(dayOrder(["1.2.2026"])).toBe("sure");
  });

  test.each([
    ["9/10", "nps", 9],
    ["4,5", "csat5", 4.5],
    ["5 – Erittäin tyytyväinen", "csat5", 5],
    ["85 %", "percent", 85],
    ["👍", "thumb", 1],
    ["Huono", "thumb", 0],
  ] as const)("%j on %s is %d", (text, scale, x) => {
    expect(readScore(text, scale)).toEqual({ scale, x });
  });

  test.each([
    ["11", "nps"],
    ["-1", "nps"],
    ["0", "csat5"],
    ["", "nps"],
    ["hyvä", "nps"],
  ] as const)("%j is no score on %s", (text, scale) => {
    expect(readScore(text, scale)).toBeUndefined();
  });
});

describe("identity", () => {
  const names = async (text: string): Promise<string[]> => {
    const nameOf = contactNamer();
    return (await contactsOf(text)).map(nameOf);
  };

  test("the same file names the same contacts, and so do its rows in another order", async () => {
    const one = await names(
      "Aika;Palaute\n1.2.2026 klo 9.00;Odotin pitkään linjalla\n2.2.2026 klo 9.00;Kaikki sujui hienosti\n",
    );
    const two = await names(
      "Aika;Palaute\n2.2.2026 klo 9.00;Kaikki  sujui HIENOSTI\n1.2.2026 klo 9.00;Odotin pitkään linjalla\n",
    );
    expect(two.toReversed()).toEqual(one);
  });

  test("an id that comes back with other words is not taken for the same contact, with the same words it is", async () => {
    const mapping = { words: ["Palaute"], externalId: "Id" };
    const nameOf = contactNamer();
    const text = "Id;Palaute\n7;Odotin\n7;Soitin uudestaan\n7;Odotin\n";
    const [one, two, three] = (await contactsOf(text, { mapping })).map(nameOf);
    expect(one).not.toBe(two);
    expect(three).toBe(one);
  });

  test("two nameless people who say the same on one day are two, and still the same two next time", async () => {
    const text = "Päivä;Palaute\n1.2.2026;Odotin pitkään linjalla\n1.2.2026;Odotin pitkään linjalla\n";
    const [first, second] = await names(text);
    expect(first).not.toBe(second);
    expect(await names(text)).toEqual([first, second]);
  });
});
