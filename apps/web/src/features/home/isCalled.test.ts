import { expect, test } from "vitest";
import { isCalled } from "./isCalled.ts";

test("a journey is found by any of its words, as far as they are typed, in any order and without regard to capitals", () => {
  expect(isCalled("Yhteyteni pätkii: ensimmäisestä katkosta kuulluksi", "PÄTK yhteyt")).toBe(true);
  expect(isCalled("Yhteyteni pätkii", "patkii")).toBe(false);
  expect(isCalled("The café round the corner", "cafe")).toBe(true);
  expect(isCalled("A repair", "repair visit")).toBe(false);
  expect(isCalled("", "")).toBe(true);
});
