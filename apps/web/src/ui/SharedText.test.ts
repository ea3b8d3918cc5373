import { expect, test } from "vitest";
import { movedCaret, rebased } from "./SharedText.tsx";

test("a caret behind somebody else's letters moves with its words", () => {
  expect(movedCaret(5, { at: 0, remove: 0, insert: "abc" })).toBe(8);
  expect(movedCaret(2, { at: 4, remove: 1, insert: "" })).toBe(2);
  expect(movedCaret(5, { at: 3, remove: 4, insert: "x" })).toBe(4);
});

test("what was composed meanwhile is put onto what the others wrote, and nobody's letters go", () => {
  expect(rebased("hello", "hello wörld", "oh hello")).toBe("oh hello wörld");
  expect(rebased("hello", "häh hello", "hello there")).toBe("häh hello there");
  expect(rebased("hello", "hello", "goodbye")).toBe("goodbye");
});
