import type { TimeBetween } from "@polku/journey";
import { right } from "./box.ts";
import type { Column } from "./grid.ts";

/** How time is drawn, px of the map. */
export const TIME = {
  /** The width of one unit. */
  unit: 100,
  /** A gap wider than this is broken … */
  most: 480,
  /** … and then this wide. */
  broken: 140,
} as const;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Units that a person reckons with, ms. */
const UNITS = [
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  14 * DAY,
  30 * DAY,
  90 * DAY,
  365 * DAY,
] as const;

/** The unit of a drawing, ms for `TIME.unit` px: the finest in which three gaps of five need not be broken. */
export function timeUnit(gaps: readonly number[]): number {
  const inOrder = gaps.toSorted((a, b) => a - b);
  const most = inOrder[Math.floor(Math.max(0, inOrder.length - 1) * 0.6)] ?? 0;
  const last = UNITS[UNITS.length - 1] ?? DAY;
  return UNITS.find((unit) => (most / unit) * TIME.unit <= TIME.most) ?? last;
}

/** The room after a touchpoint that stands for the time until the next one. */
export interface TimeRoom extends TimeBetween {
  readonly width: number;
  /** Too long to be drawn to scale with the others: the drawing is broken there, and the time is said in words. */
  readonly broken: boolean;
}

/** The room for each known time between two touchpoints, by the first one's id, all to one scale. */
export function timeRooms(between: readonly TimeBetween[], unit: number): ReadonlyMap<string, TimeRoom> {
  return new Map(
    between.map((one) => {
      const wide = (one.ms / unit) * TIME.unit;
      const broken = wide > TIME.most;
      return [one.from, { ...one, width: broken ? TIME.broken : Math.round(wide), broken }];
    }),
  );
}

/** A time between two columns, as it is drawn. */
export interface TimeGap {
  readonly from: string;
  readonly to: string;
  readonly ms: number;
  readonly broken: boolean;
  readonly x: number;
  readonly width: number;
}

/** Each known time from the end of one column to the beginning of the next. */
export function timeGaps(columns: readonly Column[], rooms: ReadonlyMap<string, TimeRoom>): TimeGap[] {
  const begins = new Map(columns.map(({ touchpointId, x }) => [touchpointId, x]));
  return columns.flatMap((column) => {
    const room = column.touchpointId === null ? undefined : rooms.get(column.touchpointId);
    const next = room && begins.get(room.to);
    if (!room || next === undefined) return [];
    const x = right({ ...column, y: 0, height: 0 });
    return [{ from: room.from, to: room.to, ms: room.ms, broken: room.broken, x, width: next - x }];
  });
}
