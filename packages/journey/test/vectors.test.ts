import { describe, expect, test } from "vitest";
import {
  ASKED_KINDS,
  CONVENTIONS,
  FAMILY_OF_KIND,
  INTERNAL_KINDS,
  LISTENED_KINDS,
} from "../src/derive/index.ts";
import vectors from "./vectors.json" with { type: "json" };
import { compute, NOW } from "./vectors.ts";

/** The same keys and values, numbers within 1e-6; says where the two part. */
function differences(found: unknown, expected: unknown, path = "result"): string[] {
  if (typeof expected === "number" && typeof found === "number") {
    return Math.abs(found - expected) <= 1e-6 ? [] : [`${path}: ${found} is not ${expected}`];
  }
  if (isRecord(expected) && isRecord(found)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(found)]);
    return [...keys].flatMap((key) => differences(found[key], expected[key], `${path}.${key}`));
  }
  return Object.is(found, expected)
    ? []
    : [`${path}: ${JSON.stringify(found)} is not ${JSON.stringify(expected)}`];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

describe("the worked examples of the method", () => {
  for (const [group, examples] of Object.entries(vectors.groups)) {
    for (const { name, input, expected } of examples) {
      test(`${group}: ${name}`, () => {
        expect(differences(compute(group, input), expected)).toEqual([]);
      });
    }
  }

  test("the conventions are the method's defaults", () => {
    expect(CONVENTIONS).toMatchObject(vectors.defaults);
  });

  test("the kinds of source, their classes and families are the method's", () => {
    expect([...ASKED_KINDS]).toEqual(vectors.enums.asked);
    expect([...LISTENED_KINDS]).toEqual(vectors.enums.listened);
    expect([...INTERNAL_KINDS]).toEqual(vectors.enums.internal);
    expect(FAMILY_OF_KIND).toEqual(vectors.enums.family);
  });

  test("the fixed moment is the examples'", () => {
    expect(NOW).toBe(vectors.now);
  });

  test("a difference is seen", () => {
    expect(differences({ a: [1, 2] }, { a: [1, 2.1] })).toHaveLength(1);
    expect(differences({ a: 1, b: 2 }, { a: 1 })).toHaveLength(1);
    expect(differences(null, 0)).toHaveLength(1);
  });
});
