import { applyCommand, createJourneyDoc, readJourney, seedJourney } from "@polku/journey";
import { describe, expect, test } from "vitest";
import { feedbackUnder, sampleJourney } from "../../test/sampleJourney.ts";
import { layoutMap } from "./mapLayout.ts";
import { TIME, timeRooms, timeUnit } from "./timeScale.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Three stages with a touchpoint in each; `set` is what is known of the time of each. */
function journey(...set: readonly object[]) {
  const doc = createJourneyDoc();
  let made = 0;
  const context = {
    doc,
    origin: "ana",
    by: "ana",
    newId: () => `id${(made += 1)}`,
    now: () => "2026-01-01T00:00:00Z",
  };
  seedJourney(context, { title: "Repair", lang: "en" });
  const ids = readJourney(doc).path.touchpointIds;
  for (const [i, attributes] of set.entries())
    if (Object.keys(attributes).length > 0)
      applyCommand(context, "setTouchpoint", { touchpointId: ids[i], set: attributes });
  return readJourney(doc);
}

describe("time to scale", () => {
  test("is off unless it is asked for, and changes nothing where no time is known", () => {
    const view = journey({ waitMinutes: 30 });
    expect(layoutMap(view).time).toBeNull();
    const unknown = layoutMap(journey(), { toScale: true });
    expect(unknown.columns).toEqual(layoutMap(journey()).columns);
    expect(unknown.time?.gaps).toEqual([]);
  });

  test("moves the columns apart by what one waits, or by when they begin, and keeps their order", () => {
    const view = journey(
      { waitMinutes: 30 },
      { startsAt: "2026-05-01T10:00:00Z" },
      { startsAt: "2026-05-01T11:00:00Z" },
    );
    const [plain, scaled] = [layoutMap(view), layoutMap(view, { toScale: true })];
    const unit = scaled.time?.unit ?? 0;
    const px = (ms: number) => Math.round((ms / unit) * TIME.unit);
    const moved = scaled.columns.map(({ x }, i) => x - (plain.columns[i]?.x ?? 0));
    expect(moved).toEqual([0, px(30 * MINUTE), px(30 * MINUTE) + px(60 * MINUTE)]);
    expect(px(60 * MINUTE)).toBe(2 * px(30 * MINUTE));
    expect(scaled.columns.map(({ touchpointId }) => touchpointId)).toEqual(
      plain.columns.map(({ touchpointId }) => touchpointId),
    );
    const [first] = scaled.time?.gaps ?? [];
    expect(first?.x).toBe((scaled.columns[0]?.x ?? 0) + 200);
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBe(scaled.columns[1]?.x);
    expect(scaled.bands.map(({ x }) => x)).toEqual(scaled.columns.map(({ x }) => x));
    expect(scaled.grid.width - plain.grid.width).toBe(moved[2]);
  });

  test("takes nothing from a touchpoint that begins before the one it follows", () => {
    const view = journey({ startsAt: "2026-05-02" }, { startsAt: "2026-05-01" });
    expect(layoutMap(view, { toScale: true }).time?.gaps).toEqual([]);
  });

  test("holds in open sub-journeys too, by the unit of the main path, and opening one moves no column", () => {
    const plain = sampleJourney(2, 2, feedbackUnder("t0-0", "f", true));
    const inside = plain.subJourneys.get("f")?.path.touchpointIds ?? [];
    const waits = new Map([
      ["t0-0", 60],
      [inside[0], 30],
      [inside[1], 60 * 24 * 30],
    ]);
    const touchpoints = new Map(
      [...plain.touchpoints].map(([id, one]) => [id, { ...one, waitMinutes: waits.get(id) ?? null }]),
    );
    const view = { ...plain, touchpoints };
    const open = () => true;
    const [shut, scaled, unscaled] = [
      layoutMap(view, { toScale: true }),
      layoutMap(view, { toScale: true, open }),
      layoutMap(view, { open }),
    ];
    expect(scaled.columns).toEqual(shut.columns);
    const [branch] = scaled.branches;
    const px = (ms: number) => (ms / (scaled.time?.unit ?? 0)) * TIME.unit;
    expect(branch?.gaps).toMatchObject([
      { from: inside[0], ms: 30 * MINUTE, broken: false, width: px(30 * MINUTE) + 24 },
      { from: inside[1], ms: 30 * DAY, broken: true },
    ]);
    const room = px(30 * MINUTE) + TIME.broken;
    expect(branch?.box.width).toBe((unscaled.branches[0]?.box.width ?? 0) + room);
    expect(unscaled.branches[0]?.gaps).toEqual([]);
  });

  test("breaks only what is too long for the rest, and tells how long it is", () => {
    const times = [10, 20, 30, 40].map((minutes) => minutes * MINUTE);
    const unit = timeUnit([...times, 90 * DAY]);
    const between = [...times, 90 * DAY].map((ms, i) => ({ from: `t${i}`, to: `t${i + 1}`, ms }));
    const rooms = [...timeRooms(between, unit).values()];
    expect(rooms.map(({ broken }) => broken)).toEqual([false, false, false, false, true]);
    expect(rooms.at(-1)).toMatchObject({ width: TIME.broken, ms: 90 * DAY });
    for (const { broken, width, ms } of rooms.slice(0, 4))
      expect([broken, width]).toEqual([false, Math.round((ms / unit) * TIME.unit)]);
  });

  test("has a unit for any times: none, an instant, centuries", () => {
    for (const times of [[], [0], [1e15], [5 * MINUTE, 1e15]]) {
      const unit = timeUnit(times);
      expect(unit).toBeGreaterThan(0);
      for (const { width } of timeRooms(
        times.map((ms, i) => ({ from: `${i}`, to: "x", ms })),
        unit,
      ).values())
        expect(width).toBeLessThanOrEqual(TIME.most);
    }
  });
});
