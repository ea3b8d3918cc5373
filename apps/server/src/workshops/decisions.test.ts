import type { JourneyView } from "@polku/journey";
import { expect, test } from "vitest";
import { decisionsBetween } from "./decisions.ts";

type Insight = JourneyView["insights"][number];
const insight = (id: string, status: Insight["status"], toldQuoteIds: string[] = []): Insight => ({
  id,
  status,
  toldQuoteIds,
  title: id,
  level: "opportunity",
  owner: null,
  touchpointIds: [],
  quoteIds: [],
  toldAt: {},
});

test("what was decided, made, told and opened again between two moments is told apart from what was so before; what stayed open is not told", () => {
  const before = [
    insight("stays-open", "open"),
    insight("decided-now", "open"),
    insight("decided-before", "decided"),
    insight("made-now", "decided"),
    insight("told-now", "shipped", ["q1"]),
    insight("open-again", "decided"),
    insight("gone", "decided"),
  ];
  const after = [
    insight("stays-open", "open"),
    insight("decided-now", "decided"),
    insight("decided-before", "decided"),
    insight("made-now", "shipped"),
    insight("told-now", "told_customers", ["q1", "q2", "q3"]),
    insight("open-again", "open"),
    insight("new", "decided"),
    insight("new-and-open", "open"),
  ];
  expect(decisionsBetween(before, after)).toEqual([
    { id: "decided-now", status: "decided", was: "open", told: 0 },
    { id: "decided-before", status: "decided", was: "decided", told: 0 },
    { id: "made-now", status: "shipped", was: "decided", told: 0 },
    { id: "told-now", status: "told_customers", was: "shipped", told: 2 },
    { id: "open-again", status: "open", was: "decided", told: 0 },
    { id: "new", status: "decided", was: null, told: 0 },
  ]);
});
