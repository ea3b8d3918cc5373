import { describe, expect, test } from "vitest";
import { readPresence } from "./presence.ts";

const user = { id: "u1", name: "Ana", colour: "#b3261e", role: "editor" };

describe("reading another's presence", () => {
  test("gives back what is well formed", () => {
    const whole = {
      user,
      cursor: { x: 1, y: -2 },
      selection: ["t1"],
      editing: { id: "t1", field: "title" },
      sight: { x: 10, y: -20, width: 1280 },
      follows: 77,
      hand: true,
      reaction: { emoji: "👏", n: 3 },
      says: "look here",
      laser: true,
      walk: "t4",
      drag: { ids: ["s1"], dx: 3, dy: -4 },
      at: 5,
    };
    expect(readPresence(whole)).toEqual(whole);
  });

  test("leaves out what is not, and keeps the rest", () => {
    const odd = {
      user,
      cursor: { x: "1", y: 2 },
      selection: ["a", 7, null],
      editing: { id: 1 },
      sight: { x: 1, y: 2, width: 0 },
      follows: "me",
      hand: "up",
      reaction: { emoji: "<b>", n: 1 },
      says: 7,
      laser: "on",
      walk: 4,
      drag: { ids: [7], dx: 1, dy: 1 },
      at: "now",
    };
    const nothing = {
      cursor: null,
      editing: null,
      sight: null,
      follows: null,
      hand: false,
      reaction: null,
      says: null,
      laser: false,
      walk: null,
      drag: null,
      at: 0,
    };
    expect(readPresence(odd)).toEqual({ user, selection: ["a"], ...nothing });
    expect(readPresence({ user, says: "x".repeat(10_000) })?.says).toHaveLength(80);
    const drag = { ids: ["a", 7], dx: 3, dy: -2 };
    expect(readPresence({ user, drag })?.drag).toEqual({ ids: ["a"], dx: 3, dy: -2 });
    expect(readPresence({ user, drag: { ...drag, dx: Infinity } })?.drag).toBeNull();
    expect(readPresence({ user, cursor: { x: Number.NaN, y: 0 } })?.cursor).toBeNull();
  });

  test.each([
    null,
    7,
    "Ana",
    [],
    {},
    { user: null },
    { user: { ...user, role: "king" } },
    { user: { ...user, name: 7 } },
  ])("believes nothing of %j", (value) => {
    expect(readPresence(value)).toBeNull();
  });

  test("takes no endless lists or names", () => {
    const selection = Array.from({ length: 1_000 }, (_, i) => `t${i}`);
    expect(readPresence({ user, selection })?.selection).toHaveLength(64);
    expect(readPresence({ user: { ...user, name: "x".repeat(129) } })).toBeNull();
  });
});
