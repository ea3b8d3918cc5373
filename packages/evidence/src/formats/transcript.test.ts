import { describe, expect, test } from "vitest";
import { readParagraphs, monologue } from "./text.ts";
import { conversation, readTranscript } from "./transcript.ts";

const zoom = `WEBVTT

1
00:00:02.190 --> 00:00:05.010
Maija M: Hei, mitä tapahtui?

2
00:00:05.500 --> 00:00:09.000
Pekka Virtanen: Netti meni poikki.

3
00:00:09.100 --> 00:00:12.000
Pekka Virtanen: Odotin tunnin &amp; soitin.

4
00:00:12.500 --> 00:00:14.000
Maija M: Ja sitten? Kuka vastasi?
`;

const teams = `WEBVTT

d1a2/15-0
00:00:01.000 --> 00:00:03.000
<v Virtanen, Pekka>Jono oli
pitkä</v>

d1a2/16-0
00:00:03.000 --> 00:00:04.000
<v.loud Virtanen, Pekka>Todella pitkä

d1a2/17-0
00:00:04.000 --> 00:00:05.000
<v Maija>Kiitos</v>
`;

const turns = async (text: string, type: "vtt" | "srt") => {
  const read = await readTranscript(text, type);
  if ("refused" in read) throw new Error(read.sentence);
  return read;
};

describe("transcripts", () => {
  test("Zoom: names stand before a colon, one speaker's lines in a row are one turn", async () => {
    expect(await turns(zoom, "vtt")).toEqual([
      { name: "Maija M", text: "Hei, mitä tapahtui?", startS: 2.19, endS: 5.01 },
      {
        name: "Pekka Virtanen",
        text: "Netti meni poikki. Odotin tunnin & soitin.",
        startS: 5.5,
        endS: 12,
        cues: [
          [0, 5.5, 9],
          [19, 9.1, 12],
        ],
      },
      { name: "Maija M", text: "Ja sitten? Kuka vastasi?", startS: 12.5, endS: 14 },
    ]);
  });

  test("Teams: names stand in voice tags, over several lines, closed or not", async () => {
    expect(await turns(teams, "vtt")).toEqual([
      {
        name: "Virtanen, Pekka",
        text: "Jono oli pitkä Todella pitkä",
        startS: 1,
        endS: 4,
        cues: [
          [0, 1, 3],
          [15, 3, 4],
        ],
      },
      { name: "Maija", text: "Kiitos", startS: 4, endS: 5 },
    ]);
  });

  test("SubRip with Windows line ends and italics", async () => {
    const srt =
      "1\n00:00:01,000 --> 00:00:03,500\n<i>Hei</i>\nkaikki\n\n2\n00:00:08,000 --> 00:00:09,000\nmoi\n";
    expect(await turns(srt, "srt")).toEqual([
      { text: "Hei kaikki", startS: 1, endS: 3.5 },
      { text: "moi", startS: 8, endS: 9 },
    ]);
  });

  test("a colon inside speech does not make a speaker", async () => {
    const [turn] = await turns("WEBVTT\n\n00:01.000 --> 00:02.000\nsanoin näin: en jaksa\n", "vtt");
    expect(turn).toEqual({ text: "sanoin näin: en jaksa", startS: 1, endS: 2 });
  });

  test("the one who asks is taken for ours, the other for the customer; a turn knows its place in the text", async () => {
    const contact = conversation(await turns(zoom, "vtt"));
    expect(contact.thread?.map((turn) => turn.speaker)).toEqual(["agent", "customer", "agent"]);
    expect(contact.person).toBe("Pekka Virtanen");
    for (const turn of contact.thread ?? [])
      expect(contact.text.slice(turn.from, turn.from + turn.text.length)).toBe(turn.text);
  });

  test("a person's word on who is who wins over the guess", async () => {
    const contact = conversation(await turns(zoom, "vtt"), {
      "Maija M": "customer",
      "Pekka Virtanen": "agent",
    });
    expect(contact.person).toBe("Maija M");
  });

  test("nothing timed is refused by name", async () => {
    expect(await readTranscript("WEBVTT\n\nhei\n", "vtt")).toMatchObject({ refused: "no-cues" });
  });
});

describe("plain text", () => {
  test("H: and M: are interviewer and customer, and a broken line goes on", () => {
    const contact = monologue(readParagraphs("H: Mitä kävi?\nM: Odotin\nkauan.\nH: Miksi?\nM: En tiedä.\n"));
    expect(contact.thread?.map(({ speaker, text }) => [speaker, text])).toEqual([
      ["agent", "Mitä kävi?"],
      ["customer", "Odotin kauan."],
      ["agent", "Miksi?"],
      ["customer", "En tiedä."],
    ]);
  });

  test("paragraphs without speakers stay paragraphs", () => {
    expect(readParagraphs("Ensin odotin.\nSitten soitin.\n\nLopuksi luovutin.")).toEqual([
      { text: "Ensin odotin.\nSitten soitin." },
      { text: "Lopuksi luovutin." },
    ]);
  });
});
