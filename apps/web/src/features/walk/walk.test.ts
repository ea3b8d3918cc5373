import type { JourneyView } from "@polku/journey";
import type { Presence } from "@polku/protocol";
import { describe, expect, test } from "vitest";
import type { Quote } from "../../api/quotes.ts";
import { leaderOf } from "./leader.ts";
import { stayAt, stopsOf } from "./stops.ts";
import { withStepsAfter } from "./WalkEnd.tsx";

const quote = (id: string, more: Partial<Quote> = {}) =>
  ({ id, text: `words of ${id}`, speaker: "customer", withdrawn: false, clip: null, ...more }) as Quote;
const clip = { from: 10, to: 14, captions: [] } as unknown as Quote["clip"];
const pin = (quoteId: string, status = "confirmed") => ({ quoteId, status });

/** A path of two moments; only what a walk reads. */
const view = {
  lanes: [
    { id: "does", kind: "customer_action", title: "" },
    { id: "house", kind: "backstage", title: "" },
    { id: "thinks", kind: "thinking", title: "In my head" },
    { id: "hurts", kind: "pain", title: "" },
  ],
  path: { stages: [{ id: "s", title: "Help", touchpointIds: ["call", "wait"] }] },
  touchpoints: new Map([
    [
      "call",
      {
        title: "I call",
        pins: [
          pin("plain"),
          pin("heard"),
          pin("agent"),
          pin("no", "rejected"),
          pin("back"),
          pin("maybe", "suggested"),
        ],
      },
    ],
    ["wait", { title: "", pins: [] }],
  ]),
  cells: new Map([
    [
      "does/call",
      {
        blocks: [
          { id: "a", text: "I find the number" },
          { id: "b", text: " " },
        ],
      },
    ],
    ["hurts/call", { blocks: [{ id: "d", text: "The channel does not hand over the case" }] }],
    ["house/call", { blocks: [{ id: "c", text: "The queue is long on Mondays" }] }],
  ]),
} as unknown as JourneyView;
const quotes = new Map(
  [
    quote("plain"),
    quote("heard", { clip }),
    quote("agent", { speaker: "agent" }),
    quote("no"),
    quote("back", { withdrawn: true }),
    quote("maybe"),
  ].map((one) => [one.id, one]),
);

describe("the stops of the walk", () => {
  const [call, wait] = stopsOf(view, quotes, new Map([["call", -1.5]]));

  test("hold the customer's lanes, and nothing of the house, its words for pains included", () => {
    expect(call?.lanes.map(({ text }) => text)).toEqual(["I find the number"]);
    expect(JSON.stringify(call)).not.toMatch(/Mondays|hand over/);
    expect(wait?.lanes).toEqual([]);
  });

  test("hold customers' own confirmed words, calls first; none that was rejected, suggested, taken back or said by the house", () => {
    expect(call?.quotes.map(({ id }) => id)).toEqual(["heard", "plain"]);
    expect(wait?.quotes).toEqual([]);
  });

  test("say how it felt to customers where somebody said it, and nothing where nobody did", () => {
    expect([call?.mean, wait?.mean]).toEqual([-1.5, null]);
  });

  test("stay as long as their call, or as long as their words take to be read", () => {
    expect(stayAt({ title: "I call", lanes: [], quotes: [quote("heard", { clip })] })).toBe(7_000);
    expect(stayAt({ title: "one two", lanes: [], quotes: [] })).toBe(4_800);
    expect(stayAt({ title: "one", lanes: [], quotes: [quote("plain")] })).toBe(5_600);
  });
});

test("a walk is led by who may edit the map, whatever others say of themselves", () => {
  const other = (clientId: number, role: string, walk: string | null) =>
    ({ clientId, walk, user: { id: "u", name: "U", colour: "", role } }) as Presence & { clientId: number };
  expect(leaderOf([other(1, "participant", "call"), other(2, "viewer", "end")])).toBeUndefined();
  expect(
    leaderOf([other(1, "editor", null), other(3, "editor", "call"), other(4, "owner", "wait")])?.clientId,
  ).toBe(3);
});

test("what we felt and what we will mend come right after the step that is on", () => {
  const step = (id: string) => ({ id }) as Parameters<typeof withStepsAfter>[1][number];
  const steps = withStepsAfter({ steps: [step("a"), step("b")], stepId: "a" }, [step("x"), step("y")]);
  expect(steps.map(({ id }) => id)).toEqual(["a", "x", "y", "b"]);
});
