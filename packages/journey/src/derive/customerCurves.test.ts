import { describe, expect, test } from "vitest";
import { applyCommand, customerCurves, readJourney, type QuoteFacts } from "../index.ts";
import { freshJourney } from "../../test/people.ts";

const facts = (id: string, more: Partial<QuoteFacts> = {}): [string, QuoteFacts] => [
  id,
  {
    id,
    kind: "customer_workshop",
    sourceId: "s",
    itemId: `answer-${id}`,
    respondentKey: "ana",
    at: "2026-11-02T00:00:00Z",
    withdrawn: false,
    speaker: "customer",
    ...more,
  },
];

describe("customers' own curves", () => {
  const { context } = freshJourney();
  const [one = "", two = ""] = readJourney(context.doc).path.touchpointIds;
  const pin = (quoteId: string, touchpointId: string, v: number, more: object = {}) =>
    applyCommand(context, "pinQuote", { quoteId, touchpointId, v, vBy: "human", ...more });
  pin("a1", one, -2);
  pin("a2", two, 1);
  pin("b1", one, 2, { t: 0.25 });
  pin("b2", two, 2);
  pin("lone", two, -1);
  const curves = (...quotes: readonly [string, QuoteFacts][]) =>
    customerCurves(readJourney(context.doc).touchpoints, new Map(quotes)).map(({ key, points }) => [
      key,
      [...points.values()].flat(),
    ]);
  const bens = { respondentKey: null, itemId: "letter", at: "2026-11-01T00:00:00Z" };

  test("are told apart by person, or by answer where nobody knows who it is, the earliest first; one moment is no curve", () => {
    const lone = facts("lone", { respondentKey: "cai" });
    expect(curves(facts("a1"), facts("a2"), facts("b1", bens), facts("b2", bens), lone)).toEqual([
      [
        "letter",
        [
          { t: 0.25, v: 2 },
          { t: 0.5, v: 2 },
        ],
      ],
      [
        "ana",
        [
          { t: 0.5, v: -2 },
          { t: 0.5, v: 1 },
        ],
      ],
    ]);
  });

  test("hold nothing that was withdrawn, that a colleague said, or that came from elsewhere", () => {
    expect(curves(facts("a1"), facts("a2", { withdrawn: true }))).toEqual([]);
    expect(curves(facts("a1"), facts("a2", { speaker: "agent" }))).toEqual([]);
    expect(curves(facts("a1"), facts("a2", { kind: "interview" }))).toEqual([]);
  });
});
