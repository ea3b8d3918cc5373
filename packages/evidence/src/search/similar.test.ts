import { expect, test } from "vitest";
import { likeness, trigramsOf } from "./similar.ts";

const fi = (text: string) => trigramsOf(text, "fi");

test("the same words are alike wholly, other words not at all, and nothing is like nothing", () => {
  expect(likeness(fi("Jonotin tunnin"), fi("jonotin tunnin!"))).toBe(1);
  expect(likeness(fi("Jonotin tunnin"), fi("hyvä"))).toBe(0);
  expect(likeness(fi(""), new Set())).toBe(0);
});

test("the same said in other forms is more alike than something else about the same thing", () => {
  const said = fi("Jonotin puhelimessa yli tunnin");
  const again = likeness(said, fi("Puhelimessa piti jonottaa tunti"));
  expect(again).toBeGreaterThan(likeness(said, fi("Puhelin on hajonnut")));
  expect(again).toBeGreaterThan(0.4);
});
