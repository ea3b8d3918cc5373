import { expect, test } from "vitest";
import { orderPlace } from "./dragOrder.ts";

const item = (id: string, top: number) => {
  const element = document.createElement("div");
  element.getBoundingClientRect = () => new DOMRect(0, top, 100, 40);
  return { id, element };
};
const items = [item("a", 0), item("b", 40), item("c", 80)];

test("a dragged item lands at the border it is nearest to, and its own place is none", () => {
  expect(orderPlace(items, "a", 50)).toEqual({ above: "b", y: 40 });
  expect(orderPlace(items, "a", 70)).toEqual({ above: "c", y: 80 });
  expect(orderPlace(items, "a", 500)).toEqual({ above: null, y: 120 });
  expect(orderPlace([item("a", 0)], "a", 10)).toBeNull();
});
