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
      at: 5,
    };
    expect(readPresence(whole)).toEqual(whole);
  });

  test("leaves out what is not, and keeps the rest", () => {
    const odd = { user, cursor: { x: "1", y: 2 }, selection: ["a", 7, null], editing: { id: 1 }, at: "now" };
    expect(readPresence(odd)).toEqual({ user, cursor: null, selection: ["a"], editing: null, at: 0 });
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
