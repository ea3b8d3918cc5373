import { openFeedback } from "@polku/journey";
import { expect, test } from "vitest";
import { holds, trailTo } from "./alone.ts";
import { localSession } from "./testing/localSession.ts";

/** A journey with a complaint inside its first touchpoint, and a survey inside the complaint's second one. */
function nested() {
  const { session } = localSession();
  const [first = "", second = ""] = session.view().path.touchpointIds;
  const open = (touchpointId: string, kind: "complaint" | "survey"): string => {
    const made = session.run(openFeedback, { touchpointId, kind });
    if (!made.ok) throw new Error(made.code);
    return made.value.id;
  };
  const outer = open(first, "complaint");
  const inside = session.view().subJourneys.get(outer)?.path.touchpointIds[1] ?? "";
  const inner = open(inside, "survey");
  return { session, first, second, outer, inside, inner };
}

test("the trail leads from the outermost sub-journey to the innermost", () => {
  const { session, outer, inner } = nested();
  expect(trailTo(session.view(), inner).map(({ id }) => id)).toEqual([outer, inner]);
  expect(trailTo(session.view(), outer).map(({ id }) => id)).toEqual([outer]);
  expect(trailTo(session.view(), "gone")).toEqual([]);
});

test("a sub-journey holds its own touchpoints and those of the ones inside it, not its parent's", () => {
  const { session, first, second, outer, inside, inner } = nested();
  const deep = session.view().subJourneys.get(inner)?.path.touchpointIds[0] ?? "";
  expect(holds(session.view(), outer, inside)).toBe(true);
  expect(holds(session.view(), outer, deep)).toBe(true);
  expect(holds(session.view(), inner, inside)).toBe(false);
  expect(holds(session.view(), outer, first)).toBe(false);
  expect(holds(session.view(), outer, second)).toBe(false);
  expect(holds(session.view(), "gone", first)).toBe(false);
});
