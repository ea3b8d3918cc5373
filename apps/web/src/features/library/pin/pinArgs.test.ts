import { expect, test } from "vitest";
import { quoteOf } from "../../../testing/quote.ts";
import { pinArgs } from "./pinArgs.ts";

const quote = quoteOf("q1", { valence: -2, vBy: "rating" });

test("a pin takes the quote's feeling and whose word it is", () => {
  expect(pinArgs(quote, "t1")).toEqual({ quoteId: "q1", touchpointId: "t1", v: -2, vBy: "rating", t: null });
});

test.each([
  ["before", 0.1],
  ["during", 0.5],
  ["after", 0.9],
] as const)("a quote from %s the meeting stands at %s of the touchpoint", (moment, t) => {
  expect(pinArgs({ ...quote, moment }, "t1").t).toBe(t);
});

test("a feeling nobody knows stays unknown", () => {
  expect(pinArgs({ ...quote, valence: null, vBy: null }, "t1").v).toBeNull();
});
