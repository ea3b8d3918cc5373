import { expect, test } from "vitest";
import { firstShape } from "./useMapOrOutline.ts";

test("a phone begins with the outline, a wide window with the map", () => {
  expect(firstShape("", null, true)).toBe("outline");
  expect(firstShape("", null, false)).toBe("map");
});

test("what was chosen last comes before the width, what the address says before both", () => {
  expect(firstShape("", "map", true)).toBe("map");
  expect(firstShape("?view=outline", "map", false)).toBe("outline");
});

test("words that are no shape are passed over", () => {
  expect(firstShape("?view=poem", "verse", false)).toBe("map");
});
