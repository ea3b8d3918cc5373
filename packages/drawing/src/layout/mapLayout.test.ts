import { describe, expect, test } from "vitest";
import { feedbackUnder, sampleJourney } from "../../test/sampleJourney.ts";
import { bottom, right } from "./box.ts";
import type { Box } from "./box.ts";
import { cardBox, GRID, laneRows, touchpointColumns } from "./grid.ts";
import { layoutMap } from "./mapLayout.ts";

function overlap(a: Box, b: Box): boolean {
  return a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a);
}

describe("the grid", () => {
  test("columns stand in time order, none upon another, each within its stage's band", () => {
    const { columns, bands } = layoutMap(sampleJourney(4, 3));
    for (const [i, column] of columns.entries()) {
      const before = columns[i - 1];
      if (before !== undefined) expect(column.x).toBeGreaterThanOrEqual(before.x + before.width);
      const band = bands.find(({ stageId }) => stageId === column.stageId);
      expect(column.x).toBeGreaterThanOrEqual(band?.x ?? Infinity);
      expect(column.x + column.width).toBeLessThanOrEqual((band?.x ?? 0) + (band?.width ?? 0));
    }
    expect(touchpointColumns(columns).map(({ touchpointId }) => touchpointId)).toEqual(
      sampleJourney(4, 3).path.touchpointIds,
    );
  });

  test("an empty stage still has a column, and the curve does not count it", () => {
    const view = sampleJourney(2, 1, { stages: [{ id: "empty", title: "Tyhjä", order: "a0V" }] });
    const { columns, bands } = layoutMap(view);
    expect(bands).toHaveLength(3);
    expect(columns).toHaveLength(3);
    expect(touchpointColumns(columns)).toHaveLength(2);
  });

  test("lanes follow one another without overlapping, hidden ones take no room", () => {
    const { lanes } = sampleJourney(1, 1);
    const rows = laneRows(lanes, 10);
    for (const [i, row] of rows.entries()) {
      const before = rows[i - 1];
      expect(row.y).toBeGreaterThanOrEqual(before === undefined ? 10 : before.y + before.height);
    }
    const shorter = laneRows(
      lanes.map((lane) => ({ ...lane, hidden: lane.kind === "emotion" })),
      10,
    );
    expect(shorter.map(({ kind }) => kind)).not.toContain("emotion");
    expect(
      laneRows(lanes, 0, new Map([["backstage", 300]])).find(({ laneId }) => laneId === "backstage")?.height,
    ).toBe(300);
  });

  test("a lane that is shrunk to its heading takes that much room, whatever its text would need", () => {
    const { lanes } = sampleJourney(1, 1);
    const folded = lanes.map((lane) => ({ ...lane, collapsed: lane.kind === "emotion" }));
    const row = laneRows(folded, 0, new Map([["emotion", 300]])).find(({ kind }) => kind === "emotion");
    expect(row).toMatchObject({ collapsed: true, height: GRID.headingHeight });
  });

  test("frozen lanes lie above the others, right under the stages", () => {
    const view = sampleJourney(1, 1);
    const lanes = view.lanes.map((lane) => ({ ...lane, frozen: lane.kind === "emotion" }));
    const { rows, frozenEnd } = layoutMap({ ...view, lanes });
    expect(rows[0]).toMatchObject({ kind: "emotion", frozen: true, y: GRID.bandHeight + GRID.laneGap });
    expect(frozenEnd).toBe((rows[0]?.y ?? 0) + (rows[0]?.height ?? 0));
    expect(rows[1]?.y).toBeGreaterThanOrEqual(frozenEnd);
    expect(layoutMap(view).frozenEnd).toBe(GRID.bandHeight);
  });

  test("a card stays within its column and its lane", () => {
    const { columns, cardRow } = layoutMap(sampleJourney(1, 2));
    for (const column of columns) {
      const card = cardBox(column, cardRow);
      expect(card.x).toBeGreaterThanOrEqual(column.x);
      expect(right(card)).toBeLessThanOrEqual(column.x + column.width);
      expect(card.y).toBeGreaterThanOrEqual(cardRow.y);
      expect(bottom(card)).toBeLessThanOrEqual(cardRow.y + cardRow.height);
    }
  });

  test("a journey without anything is only its stages' row", () => {
    const layout = layoutMap({ ...sampleJourney(0, 0), lanes: [] });
    expect(layout.columns).toEqual([]);
    expect(layout.grid.height).toBe(GRID.bandHeight);
  });
});

describe("branches", () => {
  const open = () => true;

  test("a loop closed later than promised comes back by a line with breaks, and only where both times are written", () => {
    const late = (toldAt: string | undefined) => {
      const made = feedbackUnder("t1-0", "f", true);
      const when: Record<string, string | undefined> = {
        "f-give-t": "2026-03-01T10:00:00Z",
        "f-told-t": toldAt,
      };
      const touchpoints = made.touchpoints?.map((one) => {
        const startsAt = when[String(one.id)];
        return startsAt === undefined ? one : { ...one, startsAt };
      });
      const view = sampleJourney(3, 1, { ...made, ...(touchpoints ? { touchpoints } : {}) });
      return layoutMap(view, { open: () => true }).branches[0]?.returning;
    };
    expect(late("2026-03-03T10:00:00Z")).toMatchObject({ state: "closed", late: false });
    expect(late("2026-03-03T10:01:00Z")).toMatchObject({ state: "closed", late: true });
    expect(late(undefined)).toMatchObject({ state: "closed", late: false });
  });

  test("closed sub-journeys take no room", () => {
    const view = sampleJourney(2, 2, feedbackUnder("t1-1", "f", true));
    expect(layoutMap(view).branches).toEqual([]);
    expect(layoutMap(view).box.height).toBe(layoutMap(view).grid.height);
  });

  test("an open one lies below the map and within its width when it can", () => {
    const { branches, grid } = layoutMap(sampleJourney(4, 2, feedbackUnder("t3-1", "f", true)), { open });
    expect(branches).toHaveLength(1);
    expect(branches[0]?.box.y).toBeGreaterThan(bottom(grid));
    expect(right(branches[0]?.box ?? grid)).toBeLessThanOrEqual(right(grid));
  });

  test("a loop that tells the customer returns to the next touchpoint, one that does not frays", () => {
    const closed = layoutMap(sampleJourney(3, 1, feedbackUnder("t1-0", "f", true)), { open }).branches[0];
    const broken = layoutMap(sampleJourney(3, 1, feedbackUnder("t1-0", "f", false)), { open }).branches[0];
    expect(closed?.returning).toMatchObject({ state: "closed", toTouchpointId: "t2-0" });
    expect(broken?.returning.state).toBe("broken");
    if (broken?.returning.state === "broken") expect(broken.returning.strands.length).toBeGreaterThan(3);
  });

  test("a free sub-journey owes nobody an answer and goes on after its last step", () => {
    const feedback = feedbackUnder("t1-0", "f", false);
    const subJourneys = feedback.subJourneys?.map((sub) => ({ ...sub, kind: "free" })) ?? [];
    const view = sampleJourney(3, 1, { ...feedback, subJourneys });
    expect(layoutMap(view, { open }).branches[0]?.returning).toMatchObject({
      state: "closed",
      toTouchpointId: "t2-0",
    });
  });

  test("a journey in a journey in a journey: every branch lies free of the others and below its parent", () => {
    const deep = [
      feedbackUnder("t0-0", "f", true),
      feedbackUnder("f-give-t", "g", false),
      feedbackUnder("g-hear-t", "h", true),
      feedbackUnder("t0-1", "e", true),
      feedbackUnder("t1-1", "d", false),
    ];
    const merged = (key: string) => deep.flatMap((one) => one[key] ?? []);
    const view = sampleJourney(2, 2, {
      stages: merged("stages"),
      touchpoints: merged("touchpoints"),
      subJourneys: merged("subJourneys"),
    });
    const { branches, grid, box } = layoutMap(view, { open });
    expect(branches.map(({ subJourneyId, depth }) => [subJourneyId, depth])).toEqual([
      ["f", 1],
      ["g", 2],
      ["h", 3],
      ["e", 1],
      ["d", 1],
    ]);
    for (const [i, branch] of branches.entries()) {
      expect(overlap(branch.box, grid)).toBe(false);
      expect(bottom(branch.box)).toBeLessThanOrEqual(bottom(box));
      for (const other of branches.slice(i + 1)) expect(overlap(branch.box, other.box)).toBe(false);
    }
  });
});

test("a thousand touchpoints have a thousand columns", () => {
  const view = sampleJourney(20, 50);
  const layout = layoutMap(view);
  expect(layout.columns).toHaveLength(1000);
  expect(layout.rows).toHaveLength(6);
});
