import { describe, expect, test } from "vitest";
import { closeCodes, closeReasonOf } from "./closeCodes.ts";

const entries = Object.entries(closeCodes);

describe("the close codes", () => {
  test.each(entries)("%s has a code of its own in the range for applications", (reason, { code }) => {
    expect(closeReasonOf(code)).toBe(reason);
    expect(code).toBeGreaterThanOrEqual(4400);
    expect(code).toBeLessThan(4600);
  });

  test.each(entries)(
    "%s says a sentence in both languages that fits a close frame (123 bytes)",
    (_, { en, fi }) => {
      for (const sentence of [en, fi]) {
        expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
        expect(new TextEncoder().encode(sentence).length).toBeLessThanOrEqual(123);
      }
      expect(en).not.toBe(fi);
    },
  );

  test("another code is none of ours", () => {
    expect(closeReasonOf(1006)).toBeUndefined();
  });
});
