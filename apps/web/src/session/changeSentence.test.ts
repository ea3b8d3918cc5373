import { CHANGE_DEEDS, CHANGE_KINDS } from "@polku/journey";
import i18next from "i18next";
import { beforeAll, describe, expect, test } from "vitest";
import { chooseLanguage, startLanguage } from "../i18n/language.ts";
import { type Change, sayChange } from "./changeSentence.ts";

const plain: Change = {
  kind: "stage",
  deed: "added",
  id: "1",
  title: "",
  was: null,
  now: null,
  place: null,
  lane: null,
  fields: [],
};
const say = (change: Partial<Change>) => sayChange(i18next.t, { ...plain, ...change });

beforeAll(() => startLanguage());

describe.each(["en", "fi"] as const)("in %s", (language) => {
  beforeAll(() => chooseLanguage(language));

  test.each(CHANGE_KINDS.flatMap((kind) => CHANGE_DEEDS.map((deed) => [kind, deed] as const)))(
    "%s %s has a sentence without a hole",
    (kind, deed) => {
      const change = { kind, deed, title: "A", was: "B", now: "C", place: "D", fields: ["channel"] };
      const { sentence } = say({ ...change, lane: { kind: "pain", title: "" } });
      expect(sentence).not.toMatch(/\{\{|history\.|undefined|null/);
      expect(sentence.length).toBeGreaterThan(8);
    },
  );
});

test("a move within a stage, a thing without a name, a lane by its usual name, a valence with its sign", async () => {
  await chooseLanguage("en");
  expect(
    say({ kind: "touchpoint", deed: "moved", title: "A", was: "S", now: "S", place: "S" }).sentence,
  ).toBe("Touchpoint “A” moved within “S”");
  expect(say({ title: " " }).sentence).toBe("New stage “without a name”");
  const lane = { kind: "pain", title: "" } as const;
  expect(say({ kind: "text", deed: "changed", place: "A", lane, was: "x", now: "y" })).toEqual({
    sentence: "“A”, Pains: changed",
    was: "x",
    now: "y",
  });
  await chooseLanguage("fi");
  expect(say({ kind: "point", deed: "changed", place: "A", was: -1.5, now: 2 }).sentence).toBe(
    "Käyrä kohdassa ”A”: −1,5 → +2",
  );
});

test("every fact has a name of its own in both languages, and one of a newer server is told as it is called there", async () => {
  const fields = ["leadsTo", "frozen", "imageId", "until", "vBy", "season"];
  const told = () => say({ kind: "touchpoint", deed: "changed", title: "A", fields }).sentence;
  await chooseLanguage("en");
  expect(told()).toBe(
    "Touchpoint “A”: the journey below, kept in sight or not, the picture, until when, who judged the feeling, season",
  );
  await chooseLanguage("fi");
  expect(told()).toContain(
    "tarkempi polku, näkyvissä pitäminen, kuva, mihin asti, kuka arvioi tunteen, season",
  );
});
