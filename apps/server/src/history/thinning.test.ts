import { expect, test } from "vitest";
import { versionsToThin } from "./thinning.ts";

const hour = 3_600_000;
const day = 24 * hour;
const now = 1_000 * 7 * day;
const dated = (...ages: number[]) => ages.map((age) => ({ id: String(age), at: now - age }));
const kept = (...ages: number[]) => {
  const gone = versionsToThin(dated(...ages), now);
  return ages.filter((age) => !gone.includes(String(age)));
};

test("every version of the last day stays", () => {
  expect(versionsToThin(dated(0, 1_000, hour, hour + 1, day), now)).toEqual([]);
});

test("of an hour of the last week the last one stays", () => {
  expect(kept(2 * day + 1_000, 2 * day + 2_000, 2 * day + 3_000)).toEqual([2 * day + 1_000]);
  expect(kept(2 * day + 1_000, 2 * day + hour + 1_000)).toHaveLength(2);
});

test("of a day of the last ninety the last one stays, and of a week before that", () => {
  expect(kept(10 * day + hour, 10 * day + 2 * hour)).toEqual([10 * day + hour]);
  expect(kept(100 * day, 101 * day, 200 * day)).toHaveLength(2);
});

test("what may go is named oldest first, so that each can hand its people to the next", () => {
  expect(versionsToThin(dated(2 * day + 1, 2 * day + 2, 2 * day + 3), now)).toEqual([
    String(2 * day + 3),
    String(2 * day + 2),
  ]);
});
