import { describe, expect, test } from "vitest";
import { languageOf, type ProblemCode, problems, problemSentence } from "./problems.ts";

const codes = Object.keys(problems) as ProblemCode[];
const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => String(match[1])).toSorted();

describe("the problems", () => {
  test.each(codes)("%s is a refusal with a sentence in both languages, which use the same values", (code) => {
    const { status, en, fi } = problems[code];
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    for (const sentence of [en, fi]) expect(sentence).toMatch(/^[\p{Lu}"{`].*[.?!]$/su);
    expect(blanks(fi)).toEqual(blanks(en));
  });

  test("a sentence is filled with the values it names, and a missing one shows", () => {
    expect(problemSentence("server.failed", "en", { reference: "ab12" })).toContain("ab12");
    expect(problemSentence("server.failed", "fi")).toContain("{reference}");
  });

  test.each([
    [undefined, "en"],
    ["", "en"],
    ["fi", "fi"],
    ["fi-FI,fi;q=0.9,en;q=0.8", "fi"],
    ["en-GB,en;q=0.9,fi;q=0.8", "en"],
    ["sv,fi;q=0.5", "fi"],
    ["fi;q=0,en;q=0.1", "en"],
    ["de", "en"],
    [";;;,q=,fi;q=abc", "en"],
  ])("Accept-Language %s asks for %s", (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
