import { readFileSync } from "node:fs";
import { readJourney } from "@polku/journey";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { erase } from "../commands/erase.ts";
import { planOfView } from "../exchange/planOfView.ts";
import { writeCsv } from "../exchange/tableFile.ts";
import { pngScale } from "../pictures/pngScale.ts";
import { sendFile } from "../testing/evidence.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

let server: TestServer;
let owner: string;

beforeAll(async () => {
  server = await startTestServer({ demo: true });
  owner = await server.token("owner");
});

afterAll(() => server.stop());

async function download(query: string, token = owner, journey = "demo-fi", from = server) {
  const response = await fetch(`${from.url}/api/v1/journeys/${journey}/export?${query}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes, text: bytes.toString("utf8") };
}

const upload = (bytes: string, token = owner, to = server) =>
  sendFile(to, token, { bytes, name: "polku.json", path: "/api/v1/journeys/import" });

const viewOf = (of: TestServer, id: string) => of.services.rooms.readDocument(id, readJourney);

const demoFile = () => readFileSync(new URL("../demo/demo-journey.json", import.meta.url), "utf8");

describe("a journey as a picture", () => {
  test("the SVG shows the map with its sub-journey and customers' words, ä and ö as they are", async () => {
    const svg = await download("format=svg");
    expect(svg.status).toBe(200);
    expect(svg.headers.get("content-type")).toContain("image/svg+xml");
    expect(svg.headers.get("content-disposition")).toContain("filename*=UTF-8''Yhteyteni%20p%C3%A4tkii");
    expect(svg.text).toContain("Yhteyteni pätkii");
    expect(svg.text).toContain("Palautepolku");
    expect(svg.text).toContain("“Kolmannen katkon");
    expect(svg.text).toContain("Asiakas · ");
    expect(svg.text).toContain("Esimerkkiaineisto");
  });

  test("without words the picture quotes nobody, and still counts them", async () => {
    const svg = await download("format=svg&words=false");
    expect(svg.text).not.toContain("“Kolmannen");
    expect(svg.text).toContain("ihmistä");
  });

  test("dark and English when asked", async () => {
    const svg = await download("format=svg&theme=dark&lang=en", owner, "demo-en");
    expect(svg.text).toContain("#15171B");
    expect(svg.text).toContain("What customers felt");
  });

  test("with time to scale when asked, its spans in the language of the picture; another word for it is refused", async () => {
    const scaled = await download("format=svg&time=scale&lang=en", owner, "demo-en");
    expect(scaled.text).toMatch(/>[\d.]+ (?:hours|days|weeks)</);
    expect((await download("format=svg&time=scale")).text).toMatch(/>[\d,]+ (?:tuntia|päivää|viikkoa)</);
    expect((await download("format=svg")).text).not.toMatch(/>[\d,]+ (?:tuntia|päivää|viikkoa)</);
    expect((await download("format=svg&time=fast")).status).toBe(422);
  });

  test("the PNG is the same picture, twice as large", async () => {
    const svg = await download("format=svg");
    const png = await download("format=png");
    expect(png.headers.get("content-type")).toBe("image/png");
    expect(png.bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
    const width = Number(/ width="([\d.]+)"/.exec(svg.text)?.[1]);
    expect(Math.abs(png.bytes.readUInt32BE(16) - 2 * width)).toBeLessThanOrEqual(1);
  });

  test("a map too long for twice the size is made as large as it can be", () => {
    expect(pngScale(3000, 2000)).toBe(2);
    expect(pngScale(200_000, 2000) * 200_000).toBeLessThanOrEqual(16_000);
    expect(pngScale(14_000, 14_000) ** 2 * 14_000 ** 2).toBeLessThanOrEqual(80_000_001);
  });

  test("a format there is not is refused with those there are", async () => {
    const refused = await download("format=docx");
    expect(refused.status).toBe(422);
    expect(JSON.parse(refused.text)).toMatchObject({ code: "export.format" });
    expect(refused.text).toContain("svg, png, pdf, json, polku");
    expect((await download("format=svg", owner, "nowhere")).status).toBe(404);
  });

  test("the PDF is the picture with its words in it, on one page or on the sheets of a paper", async () => {
    const pages = async (query: string): Promise<{ status: number; count: number; text: string }> => {
      const { status, bytes } = await download(`format=pdf&${query}`);
      const text = Buffer.from(bytes).toString("latin1");
      return { status, text, count: Number(/\/Count (\d+)/.exec(text)?.[1]) };
    };
    const whole = await pages("lang=fi");
    expect([whole.status, whole.count]).toEqual([200, 1]);
    expect(whole.text.slice(0, 5)).toBe("%PDF-");
    // Letters with a table of what they mean can be searched and read aloud.
    expect(whole.text).toContain("/ToUnicode");
    expect(whole.text).toMatch(/\/Lang \(fi\)/);
    expect((await pages("paper=a4")).count).toBe(1);
    expect((await download("format=pdf&paper=a9")).status).toBe(422);
  });
});

describe("a journey as JSON", () => {
  test("holds nobody's words, and imported again is an equal journey", async () => {
    const { text } = await download("format=json");
    expect(text).not.toContain("Kolmannen katkon");
    const made = await upload(text);
    expect(made.status).toBe(201);
    expect(await viewOf(server, String(made.body.id))).toEqual(await viewOf(server, "demo-fi"));
  });

  test("with words needs the right to the evidence", async () => {
    const viewer = await server.token("viewer", "demo-fi");
    expect((await download("format=json", viewer)).status).toBe(200);
    expect((await download("format=json&words=true", viewer)).status).toBe(403);
    expect((await download("format=json&words=true")).text).toContain("Kolmannen katkon");
  });

  test("with words moves whole to another installation, people under keys of their own there", async () => {
    const { text } = await download("format=json&words=true");
    const other = await startTestServer();
    try {
      const theirs = await other.token("owner");
      const made = await upload(text, theirs, other);
      expect(made.status).toBe(201);
      const id = String(made.body.id);
      expect(await viewOf(other, id)).toEqual(await viewOf(server, "demo-fi"));
      const [here, there] = [server, other].map(({ services }) =>
        services.evidence.listQuotes({ limit: 100 }),
      );
      const words = async (rows: typeof here) => new Map((await rows)?.map((row) => [row.id, row.text]));
      expect(await words(there)).toEqual(await words(here));
      const keys = async (rows: typeof here) =>
        new Set((await rows)?.map(({ respondentKey }) => respondentKey));
      expect((await keys(there)).size).toBe((await keys(here)).size);
      expect([...(await keys(there))].some((key) => key !== null && text.includes(key))).toBe(false);
      const svg = await download("format=svg", theirs, id, other);
      expect(svg.text).toContain("“Kolmannen katkon");
      expect((await upload(text, theirs, other)).status).toBe(201);
      expect(await other.services.evidence.listQuotes({ limit: 100 })).toHaveLength(60);
    } finally {
      await other.stop();
    }
  });

  test("does not bring back a source that was erased here", async () => {
    const { text } = await download("format=json&words=true");
    const other = await startTestServer();
    try {
      const theirs = await other.token("owner");
      await upload(text, theirs, other);
      const [source] = await other.services.evidence.listSources();
      if (source === undefined) throw new Error("no source came");
      await erase(other.services, "o", { what: "source", id: source.id }, "other");
      await upload(text, theirs, other);
      expect(await other.services.evidence.findSource(source.id)).toBeUndefined();
    } finally {
      await other.stop();
    }
  });
});

describe("a journey as an archive", () => {
  const send = (bytes: Uint8Array<ArrayBuffer>) =>
    sendFile(server, owner, { bytes, name: "polku.polku", path: "/api/v1/journeys/import" });

  test("holds nobody's words unless they are asked for, and imported again is an equal journey", async () => {
    const bare = await download("format=polku");
    expect(bare.status).toBe(200);
    expect(Buffer.from(bare.bytes).toString("utf8")).not.toContain("Kolmannen katkon");
    const made = await send(new Uint8Array(bare.bytes));
    expect(made.status).toBe(201);
    expect(await viewOf(server, String(made.body.id))).toEqual(await viewOf(server, "demo-fi"));
    const viewer = await server.token("viewer", "demo-fi");
    expect((await download("format=polku&words=true", viewer)).status).toBe(403);
    const whole = await download("format=polku&words=true");
    expect(Buffer.from(whole.bytes).toString("utf8")).toContain("Kolmannen katkon");
    expect((await send(new Uint8Array(whole.bytes))).status).toBe(201);
  });

  test("that is damaged is refused with the file that is, and nothing is made", async () => {
    const count = (await server.services.journeys.list()).length;
    const bytes = new Uint8Array((await download("format=polku")).bytes);
    const journey = Buffer.from(bytes).indexOf('"touchpoints"');
    const bent = bytes.slice();
    bent[journey + 1] = 0x54;
    const refused = await send(bent);
    expect([refused.status, refused.body.code]).toEqual([422, "import.notJourney"]);
    expect(JSON.stringify(refused.body)).toContain("journey.json");
    const half = await send(bytes.slice(0, bytes.length / 2));
    expect([half.status, half.body.code]).toEqual([422, "import.notJourney"]);
    expect((await server.services.journeys.list()).length).toBe(count);
  });
});

describe("the demo format", () => {
  test("becomes a journey in the asker's language, its words in the library once", async () => {
    const made = await upload(demoFile());
    expect(made.status).toBe(201);
    const view = await viewOf(server, String(made.body.id));
    expect(view.touchpoints.size).toBe(22);
    expect(view.meta.sample).toBe(true);
    expect(await server.services.evidence.listQuotes({ limit: 200 })).toHaveLength(60);
  });
});

describe("what is no journey", () => {
  const before = () => server.services.journeys.list().then((list) => list.length);

  test.each([
    ["not JSON", "%PDF-1.7 …"],
    ["no format", "{}"],
    ["an array", "[1, 2]"],
    ["a journey without its parts", JSON.stringify({ format: "polku-journey", formatVersion: 1 })],
    [
      "a journey whose touchpoint has no id",
      JSON.stringify({ format: "polku-journey", formatVersion: 1, meta: {}, touchpoints: [{ title: "x" }] }),
    ],
    ["a demo file with a valence of 7", () => demoFile().replace(/"valence":\s*-2/, '"valence": 7')],
    [
      "words that are not as expected",
      JSON.stringify({ format: "polku-journey", formatVersion: 1, meta: {}, evidence: { quotes: 7 } }),
    ],
  ])("%s is refused with what is wrong, and nothing is made", async (_name, given) => {
    const count = await before();
    const refused = await upload(typeof given === "string" ? given : given());
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ code: "import.notJourney" });
    expect(await before()).toBe(count);
  });

  test("a file that is missing, and one who may not", async () => {
    const response = await server.ask("POST", "/api/v1/journeys/import", { token: owner, body: {} });
    expect(response.status).toBe(422);
    expect((await upload("{}", await server.token("editor"))).status).toBe(403);
  });
});

describe("a journey in other programs", () => {
  /** What a table can hold of a journey, in order: what does not survive is not in here. */
  async function rowsOf(id: string) {
    const view = await viewOf(server, id);
    return planOfView(view).rows;
  }
  const send = (bytes: Uint8Array<ArrayBuffer> | string, name: string) =>
    sendFile(server, owner, { bytes, name, path: "/api/v1/journeys/import" });

  test.each(["csv", "xlsx"])(
    "%s out and in: stages, cards, lanes' texts, curve and the journey inside are equal",
    async (format) => {
      for (const lang of ["en", "fi"]) {
        const out = await download(`format=${format}&lang=${lang}`);
        expect(out.status).toBe(200);
        const made = await send(new Uint8Array(out.bytes), `polku.${format}`);
        expect(made.status).toBe(201);
        const { id, skipped } = made.body as { id: string; skipped: unknown[] };
        expect(skipped).toEqual([]);
        expect(await rowsOf(id)).toEqual(await rowsOf("demo-fi"));
      }
    },
  );

  test("texts that look like formulas, hold quotes or line breaks come back letter for letter", async () => {
    const [stage, touchpoint, text] = ['=cmd|" /C calc"!A1', '-2 °C; "kylmää"', "'@rivi\nkaksi, kolme"];
    const table = writeCsv([
      ["Stage", "Touchpoint", "Oma kaista"],
      [stage, touchpoint, text],
    ]);
    const { id } = (await send(table, "Oudot sanat.csv")).body as { id: string };
    const out = await download("format=csv", owner, id);
    expect(out.text).toContain(`"'=cmd|`);
    const again = (await send(new Uint8Array(out.bytes), "x.csv")).body as { id: string };
    for (const journey of [id, again.id]) {
      const [row] = await rowsOf(journey);
      expect(row?.stage).toBe(stage);
      expect(row?.touchpoint?.title).toBe(touchpoint);
      expect(row?.touchpoint?.texts).toContain(text);
    }
    expect((await viewOf(server, id)).meta.title).toBe("Oudot sanat");
    expect((await viewOf(server, id)).lanes.map(({ title }) => title)).toContain("Oma kaista");
  });

  test("a table in a person's own words: what is not understood is left out and told by row and column", async () => {
    const table =
      "Vaihe,Kohtaamispiste,Kanava,Tunne (milloin 0–1: −2…+2)\nAlku,Soittaa,puhelin,-1\n,Odottaa,savumerkki,7\n";
    const made = (await send(table, "oma.csv")).body as { id: string; skipped: unknown };
    expect(made.skipped).toEqual([
      { row: 3, column: "Kanava", text: "savumerkki" },
      { row: 3, column: "Tunne (milloin 0–1: −2…+2)", text: "7" },
    ]);
    const rows = await rowsOf(made.id);
    expect(rows.map(({ stage, touchpoint }) => [stage, touchpoint?.title, touchpoint?.channel])).toEqual([
      ["Alku", "Soittaa", "phone"],
      ["Alku", "Odottaa", "other"],
    ]);
    expect(rows[0]?.touchpoint?.points).toEqual([[0.5, -1]]);
  });

  test("Mermaid out and in keeps stages, names with colons and the curve to a whole step", async () => {
    const table =
      "Stage;Touchpoint;Feeling (when 0–1: −2…+2)\nKlo 12:30; Soitto: 3; -1,6\nLoppu;Vastaus #1;2\n";
    const { id } = (await send(table, "kello.csv")).body as { id: string };
    const out = await download("format=mermaid", owner, id);
    expect(out.headers.get("content-disposition")).toContain("kello.mmd");
    expect(out.text).toBe(
      "journey\n    title kello\n    section Klo 12\u223630\n      Soitto\u2236 3: 1: Asiakas\n    section Loppu\n      Vastaus 1: 5: Asiakas\n".replaceAll(
        "Asiakas",
        (await viewOf(server, id)).meta.lang === "fi" ? "Asiakas" : "Customer",
      ),
    );
    const again = (await send(new Uint8Array(out.bytes), "kello.mmd")).body as {
      id: string;
      skipped: unknown;
    };
    expect(again.skipped).toEqual([]);
    const rows = await rowsOf(again.id);
    expect(rows.map(({ stage, touchpoint }) => [stage, touchpoint?.title, touchpoint?.points])).toEqual([
      ["Klo 12:30", "Soitto: 3", [[0.5, -2]]],
      ["Loppu", "Vastaus 1", [[0.5, 2]]],
    ]);
  });

  test("a diagram of somebody else: scores out of range are clamped, lines that are no task are told", async () => {
    const text =
      "%% note\njourney\n  title My day\n  section Work\n    Klo 12:30 soitto: 3: Maija\n    Tea: 7: Me, Cat\n    nonsense\n";
    const made = (await send(text, "day.txt")).body as {
      id: string;
      title: string;
      skipped: unknown;
    };
    expect(made.title).toBe("My day");
    expect(made.skipped).toEqual([{ row: 7, text: "nonsense" }]);
    const rows = await rowsOf(made.id);
    expect(rows.map(({ touchpoint }) => [touchpoint?.title, touchpoint?.points[0]?.[1]])).toEqual([
      ["Klo 12:30 soitto", 0],
      ["Tea", 2],
    ]);
  });

  test("a table without touchpoints, an image and a torn spreadsheet get a sentence and make nothing", async () => {
    const count = async () => {
      const answer = await fetch(`${server.url}/api/v1/journeys`, {
        headers: { authorization: `Bearer ${owner}` },
      });
      return (await answer.text()).split('"id"').length;
    };
    const before = await count();
    for (const [bytes, name] of [
      ["a;b\n1;2\n", "x.csv"],
      [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0]), "x.png"],
      [new TextEncoder().encode("PK\u0003\u0004torn"), "x.xlsx"],
      ["", "empty.csv"],
    ] as const) {
      const answer = await send(bytes, name);
      expect(answer.status).toBe(422);
      expect(answer.body.code).toBe("import.notJourney");
    }
    expect(await count()).toBe(before);
  });
});
