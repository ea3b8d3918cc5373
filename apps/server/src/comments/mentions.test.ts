import { expect, test } from "vitest";
import { peopleCalled } from "./mentions.ts";

const people = ["Pasi", "Pasi Äijälä", "Kaisa", "Åsa"].map((name) => ({ id: name, name }));
const called = (text: string) => peopleCalled(text, people).map(({ id }) => id);

test.each([
  ["@Pasi kuka voisi vaihtaa lauseen tänään?", ["Pasi"]],
  ["Kysyn: @pasi äijälä, @KAISA!", ["Pasi Äijälä", "Kaisa"]],
  ["@Åsa @Åsa", ["Åsa"]],
  ["(@Kaisa)", ["Kaisa"]],
  ["@Pasila on kaupunginosa", []],
  ["kirjoita a@Kaisa.fi", []],
  ["@ Kaisa, @Tuntematon", []],
  ["", []],
] as const)("“%s” calls %j", (text, who) => {
  expect(called(text)).toEqual(who);
});

test("somebody without a name is called by no one", () => {
  expect(peopleCalled("@", [{ id: "x", name: "" }])).toEqual([]);
});
