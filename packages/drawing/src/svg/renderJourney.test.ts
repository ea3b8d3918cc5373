import { describe, expect, test } from "vitest";
import { feedbackUnder, plainWords, saidBy, sampleJourney } from "../../test/sampleJourney.ts";
import { renderJourney } from "./renderJourney.ts";
import type { RenderInput } from "./scene.ts";

const input: RenderInput = { words: plainWords(), links: new Map(), now: Date.UTC(2026, 10, 22) };

/** Whether every element that opens closes, in order, and no bare & or < stands in text. */
function complaints(svg: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-zA-Z]+)((?:\s[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
    (_, close, name, _attributes, alone) => {
      if (close !== "") {
        if (open.pop() !== name) wrong.push(`</${name}>`);
      } else if (alone === "") open.push(name);
      return "";
    },
  );
  if (/[<>]/.test(rest)) wrong.push(rest.slice(0, 80));
  if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(svg)) wrong.push("a bare &");
  return [...wrong, ...open];
}

describe("the picture of a journey", () => {
  test("is well formed, with an empty journey, a full one, and open sub-journeys", () => {
    expect(complaints(renderJourney(sampleJourney(0, 0), input))).toEqual([]);
    expect(complaints(renderJourney(sampleJourney(3, 3), { ...input, theme: "dark" }))).toEqual([]);
    for (const told of [true, false]) {
      const view = sampleJourney(3, 2, feedbackUnder("t1-1", "f", told));
      expect(complaints(renderJourney(view, input))).toEqual([]);
    }
    expect(complaints("<svg><g></svg>")).not.toEqual([]);
    expect(complaints("<svg>&nbsp;</svg>")).not.toEqual([]);
  });

  test("calls the steps of the scale as the journey does, shortened to its heading, and the rest as the reader", () => {
    const usual = renderJourney(sampleJourney(1, 1), input);
    expect(usual).toContain(`${input.words.feeling[2]}  +2`);
    const meta = { feelingBest: "carried along", feelingWorst: "lost between three desks and no way out" };
    const view = sampleJourney(1, 1);
    const own = renderJourney({ ...view, meta: { ...view.meta, ...meta } }, input);
    expect(own).toContain("carried along  +2");
    expect(own).toMatch(/lost between[^<]*…  −2/);
    expect(own).toContain(`${input.words.feeling[0]}  0`);
  });

  test("draws time to scale when asked: lines as long as the waits, said in words, on the main path and inside sub-journeys", () => {
    const plain = sampleJourney(2, 2, feedbackUnder("t0-0", "f", true));
    const inside = plain.subJourneys.get("f")?.path.touchpointIds[0] ?? "";
    const waits = new Map([
      ["t0-0", 24],
      ["t0-1", 60],
      ["t1-0", 3 * 7 * 24 * 60],
      [inside, 48],
    ]);
    const touchpoints = new Map(
      [...plain.touchpoints].map(([id, one]) => [id, { ...one, waitMinutes: waits.get(id) ?? null }]),
    );
    const view = { ...plain, touchpoints };
    const drawn = renderJourney(view, { ...input, toScale: true });
    expect(complaints(drawn)).toEqual([]);
    for (const said of ["24 minuuttia", "1 tunti", "3 viikkoa", "48 minuuttia"])
      expect(drawn).toContain(`>${said}<`);
    expect(renderJourney(view, { ...input, words: { ...input.words, lang: "en" }, toScale: true })).toContain(
      ">3 weeks<",
    );
    expect(renderJourney(view, input)).not.toContain("24 minuuttia");
  });

  test("draws the dramatic arc as bars as high as what hangs on each touchpoint, and none where nobody has said", () => {
    const plain = sampleJourney(1, 2);
    const lanes = plain.lanes.map((lane) =>
      lane.kind === "customer_action" ? { ...lane, kind: "dramatic_arc" as const } : lane,
    );
    const withArc = (arc: number | null) =>
      new Map([...plain.touchpoints].map(([id, one]) => [id, { ...one, arc: id === "t0-0" ? arc : null }]));
    const bars = (arc: number | null) =>
      [
        ...renderJourney({ ...plain, lanes, touchpoints: withArc(arc) }, input).matchAll(
          /height="([\d.]+)" [^>]*fill-opacity="0.1"/g,
        ),
      ].map(([, height]) => Number(height));
    expect(bars(null)).toEqual([]);
    const [low = 0, ...others] = bars(2);
    expect(others).toEqual([]);
    expect(bars(4)).toEqual([2 * low]);
  });

  test("is the same for the same journey", () => {
    const view = sampleJourney(3, 3, feedbackUnder("t1-1", "f", false));
    expect(renderJourney(view, input)).toBe(renderJourney(view, input));
    expect(renderJourney(sampleJourney(3, 3), { ...input, theme: "dark" })).not.toBe(
      renderJourney(sampleJourney(3, 3), input),
    );
  });

  test("shows what people wrote as text, whatever it is", () => {
    const nasty = `<script>alert("1")</script> ]]> & \u0000\uD800 ä`;
    const view = sampleJourney(1, 1, {
      touchpoints: [{ id: "x", at: ["s0", "b"], title: nasty, note: "" }],
      cells: [{ id: "c", laneId: "customer_action", touchpointId: "x", text: nasty }],
      pins: [
        {
          id: "p",
          quoteId: "q",
          touchpointId: "x",
          v: -2,
          vBy: "human",
          stance: "supports",
          status: "confirmed",
          by: [],
        },
      ],
    });
    const svg = renderJourney(view, { ...input, quotes: new Map([["q", { text: nasty, speaker: nasty }]]) });
    expect(svg).not.toContain("<script");
    expect(svg).toContain("&lt;script&gt;");
    expect(complaints(svg)).toEqual([]);
    // eslint-disable-next-line no-control-regex
    expect(svg).not.toMatch(/\u0000|\uD800/);
  });

  test("keeps customers' words out unless they are given, and says how many spoke", () => {
    const view = sampleJourney(1, 1, {
      pins: [
        {
          id: "p",
          quoteId: "q",
          touchpointId: "t0-0",
          v: -2,
          vBy: "human",
          stance: "supports",
          status: "confirmed",
          by: [],
        },
      ],
    });
    const links = new Map([["t0-0", saidBy(3, -1)]]);
    expect(renderJourney(view, { ...input, links })).toContain("3 ihmistä");
    const quotes = new Map([["q", { text: "Soitan kolmatta kertaa", speaker: "Sari" }]]);
    const spoken = renderJourney(view, { ...input, links, quotes });
    expect(spoken).toContain("“Soitan kolmatta");
    expect(spoken).toContain("Source Serif 4");
  });

  test("asks who has said it where nobody has, in pencil", () => {
    const svg = renderJourney(sampleJourney(1, 1), input);
    // In two lines: it keeps to its column.
    expect(svg).toMatch(/>Kuka on sanonut<\/tspan><tspan [^>]*>tämän\?</);
    expect(svg).toMatch(/<rect[^>]*fill="none"[^>]*stroke-dasharray="5 4"/);
    const known = renderJourney(sampleJourney(1, 1), { ...input, links: new Map([["t0-0", saidBy(3, 1)]]) });
    expect(known).not.toContain("Kuka on sanonut");
  });

  test("says when nobody told the customer, and stops saying it when somebody does", () => {
    const picture = (told: boolean) =>
      renderJourney(sampleJourney(3, 2, feedbackUnder("t1-1", "f", told)), input);
    expect(picture(false)).toContain("Kukaan ei");
    expect(picture(true)).not.toContain("Kukaan ei");
  });
});
