import { expect, test } from "vitest";
import { scrollTogether } from "./scrollTogether.ts";

function box(): HTMLElement {
  return document.createElement("div");
}

function scroll(one: HTMLElement, left: number, top: number): void {
  one.scrollLeft = left;
  one.scrollTop = top;
  one.dispatchEvent(new Event("scroll"));
}

test("two maps scroll as one, whichever of them is scrolled, and neither throws the other back", () => {
  const [left, right] = [box(), box()];
  const letGo = scrollTogether([left, right]);
  scroll(left, 120, 40);
  expect([right.scrollLeft, right.scrollTop]).toEqual([120, 40]);
  // The browser tells of what was set by us, later; meanwhile the hand has gone on.
  left.scrollLeft = 150;
  right.dispatchEvent(new Event("scroll"));
  expect(left.scrollLeft).toBe(150);
  scroll(right, 300, 0);
  expect([left.scrollLeft, left.scrollTop]).toEqual([300, 0]);
  letGo();
  scroll(left, 10, 10);
  expect(right.scrollLeft).toBe(300);
});
