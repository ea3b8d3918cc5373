import { describe, expect, test } from "vitest";
import { documentOf, journeyOf } from "./documents.ts";
import { readClientMessage } from "./statelessMessages.ts";

describe("the name of a document", () => {
  test("and the id of its journey lead to one another", () => {
    expect(journeyOf(documentOf("aB3-_x"))).toBe("aB3-_x");
  });

  test.each([
    "",
    "journey/",
    "journey/..",
    "journey/__proto__/x",
    "journey/a b",
    "journey/ä",
    "other/a",
    "journey/a\0b",
    `journey/${"a".repeat(65)}`,
  ])("%j is none of ours", (name) => {
    expect(journeyOf(name)).toBeUndefined();
  });
});

describe("a client's message", () => {
  test("asks whether all is saved", () => {
    expect(readClientMessage('{"t":"save?","v":3,"s":"x"}')).toEqual({ t: "save?", v: 3, s: "x" });
    expect(readClientMessage('{"t":"save?","v":3}')).toEqual({ t: "save?", v: 3, s: "" });
  });

  test.each([
    "{not json",
    "null",
    "[]",
    "7",
    '{"t":"saved","v":1,"s":""}',
    '{"t":"save?","v":"1"}',
    '{"t":"save?","v":1,"s":7}',
  ])("%s is none, and throws nothing", (payload) => {
    expect(readClientMessage(payload)).toBeNull();
  });
});
