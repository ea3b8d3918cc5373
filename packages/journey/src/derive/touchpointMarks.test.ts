import { expect, test } from "vitest";
import { applyCommand, readJourney, type TouchpointView } from "../index.ts";
import { contextOf, freshJourney } from "../../test/people.ts";
import { evidence } from "./evidence.ts";
import type { EvidenceLink } from "./link.ts";
import { cardMarks, touchpointMarks, type MarkInput } from "./touchpointMarks.ts";
import { wayToHuman } from "./wayToHuman.ts";

/** A touchpoint with some attributes, drawn at some valences from left to right. */
function touchpointWith(set: Record<string, unknown>, drawn: readonly number[] = []): TouchpointView {
  const { doc } = freshJourney();
  const context = contextOf(doc);
  const [touchpointId = ""] = readJourney(doc).path.touchpointIds;
  if (Object.keys(set).length > 0) applyCommand(context, "setTouchpoint", { touchpointId, set });
  drawn.forEach((v, i) =>
    applyCommand(context, "addEmotionPoint", { touchpointId, t: (i + 1) / (drawn.length + 1), v }),
  );
  const found = readJourney(doc).touchpoints.get(touchpointId);
  if (!found) throw new Error("The blank journey has a touchpoint.");
  return found;
}

/** One person for each valence. */
function said(...values: number[]): EvidenceLink[] {
  return values.map((v, i) => ({
    id: `l${i}`,
    kind: "interview",
    sourceId: "s",
    itemId: `i${i}`,
    respondentKey: `p${i}`,
    v,
    vBy: "human",
    at: null,
    by: [],
    stance: "supports",
  }));
}

function codes(
  set: Record<string, unknown>,
  { drawn = [], links = [], ...rest }: Partial<MarkInput> & { drawn?: readonly number[] } = {},
): string[] {
  const touchpoint = touchpointWith(set, drawn);
  const input = { touchpoint, links, evidence: evidence(links), way: null, ...rest };
  return touchpointMarks(input).map(({ code }) => code);
}

test("two crowds are split, whatever their mean", () => {
  expect(codes({}, { links: said(-1, 1) })).toContain("split");
  expect(codes({}, { links: said(-0.9, 1) })).not.toContain("split");
});

test("easy for us and hard for them needs both: effort 4 or more there, 2 or less here", () => {
  expect(codes({ effort: { customer: 4, company: 2 } })).toContain("easy_for_us");
  expect(codes({ effort: { customer: 4, company: 3 } })).not.toContain("easy_for_us");
  expect(codes({ effort: { customer: 3, company: 1 } })).not.toContain("easy_for_us");
  expect(codes({ effort: { customer: 5 } })).not.toContain("easy_for_us");
});

test("solved but unhappy begins at −0.5", () => {
  expect(codes({ solved: true }, { drawn: [-0.5] })).toContain("solved_unhappy");
  expect(codes({ solved: true }, { drawn: [-0.4] })).not.toContain("solved_unhappy");
  expect(codes({ solved: false }, { drawn: [-2] })).not.toContain("solved_unhappy");
});

test("another kind of contact or another channel than was offered is a wish not met", () => {
  expect(codes({ contactKind: "bot", wanted: "human" })).toContain("wanted_other");
  expect(codes({ contactKind: "human", wanted: "human" })).not.toContain("wanted_other");
  expect(codes({ channel: "chat", wantedChannel: "phone" })).toContain("wanted_other");
});

test("two people at the end of the scale make it memorable, one does not", () => {
  expect(codes({}, { links: said(2, -2) })).toContain("memorable");
  expect(codes({}, { links: said(2, 1) })).not.toContain("memorable");
});

test("a bot that is felt as nothing much should just work, unless it divides people", () => {
  expect(codes({ contactKind: "bot" }, { drawn: [0.5] })).toContain("should_just_work");
  expect(codes({ contactKind: "bot" }, { drawn: [0.6] })).not.toContain("should_just_work");
  expect(codes({ contactKind: "human" }, { drawn: [0] })).not.toContain("should_just_work");
  expect(codes({ contactKind: "bot" }, { links: said(-1, 0, 1) })).not.toContain("should_just_work");
});

test("high drama and pain is mended first; quiet pain is where nobody looks", () => {
  expect(codes({ arc: 4 }, { drawn: [-1] })).toContain("fix_first");
  expect(codes({ arc: 4 }, { drawn: [1] })).toContain("highlight");
  expect(codes({ arc: 2 }, { drawn: [-1] })).toContain("quiet_pain");
  expect(codes({ arc: 3 }, { drawn: [-2] })).toEqual([]);
});

test("what three people said outweighs what the team drew, and the mark says which it was", () => {
  const touchpoint = touchpointWith({ arc: 5 }, [2]);
  const links = said(-2, -2, -1);
  const marks = touchpointMarks({ touchpoint, links, evidence: evidence(links), way: null });
  expect(marks.find(({ code }) => code === "fix_first")).toMatchObject({ assumed: false });
  expect(marks.map(({ code }) => code)).toContain("rosier");
});

test("a number that the team wrote with no customer behind it has no voice", () => {
  expect(codes({ waitMinutes: 24 })).toContain("number_without_voice");
  expect(codes({ waitMinutes: 24 }, { links: said(1) })).not.toContain("number_without_voice");
  expect(codes({})).not.toContain("number_without_voice");
});

test("lift is the last feeling minus the first, change comes from before; nothing is said of no change", () => {
  const touchpoint = touchpointWith({}, [-1, 0, 1.5]);
  const marks = touchpointMarks({ touchpoint, links: [], evidence: evidence([]), way: null, change: -2 });
  expect(marks).toContainEqual({ code: "lift", by: 2.5 });
  expect(marks).toContainEqual({ code: "change", by: -2 });
  expect(codes({}, { drawn: [1, 1] })).toEqual([]);
});

test("a card shows two marks at most, the most urgent first, and never the quiet ones", () => {
  const touchpoint = touchpointWith(
    { arc: 5, effort: { customer: 5, company: 1 }, solved: true, contactKind: "bot", wanted: "human" },
    [-2, -1],
  );
  const marks = touchpointMarks({ touchpoint, links: [], evidence: evidence([]), way: { found: false } });
  expect(cardMarks(marks).map(({ code }) => code)).toEqual(["fix_first", "dead_end"]);
  expect(
    cardMarks([
      { code: "lift", by: 1 },
      { code: "memorable", n: 2 },
    ]),
  ).toEqual([{ code: "memorable", n: 2 }]);
});

const step = (contactKind: "human" | "bot" | "none" | "assisted", waitMinutes: number | null = null) => ({
  contactKind,
  waitMinutes,
});

test("the way to a human counts the steps and the known minutes to the next person; where none comes it is a dead end", () => {
  const path = [step("bot", 3), step("none", 20), step("assisted", 9), step("bot")];
  expect(wayToHuman(path, 0)).toEqual({ found: true, steps: 2, minutes: 23 });
  expect(wayToHuman(path, 1)).toEqual({ found: true, steps: 1, minutes: 20 });
  expect(wayToHuman(path, 2)).toBeNull();
  expect(wayToHuman(path, 3)).toEqual({ found: false });
  expect(wayToHuman([step("bot"), step("human")], 0)).toEqual({ found: true, steps: 1, minutes: null });
});

test("a dead end where nobody meets the customer is told beside the map, not on the card of every new touchpoint", () => {
  const touchpoint = touchpointWith({});
  const marks = touchpointMarks({ touchpoint, links: [], evidence: evidence([]), way: { found: false } });
  expect(marks).toEqual([{ code: "dead_end", contactKind: "none" }]);
  expect(cardMarks(marks)).toEqual([]);
});
