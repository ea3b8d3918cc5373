import { expect, test } from "vitest";
import { samePersona } from "./personas.ts";

const at = (journeyId: string, id: string, from?: [string, string]) => ({
  journeyId,
  id,
  from: from ? { journeyId: from[0], personaId: from[1] } : null,
});
const places = (list: readonly { journeyId: string; id: string }[]) =>
  list.map(({ journeyId, id }) => `${journeyId}/${id}`).toSorted();

test("a persona is the same in every journey that took it, over any number of steps and in every direction", () => {
  const all = [
    at("a", "1"),
    at("b", "2", ["a", "1"]),
    at("c", "3", ["b", "2"]),
    at("d", "4", ["a", "1"]),
    at("future of a", "1"),
    at("e", "5"),
  ];
  const everywhere = ["a/1", "b/2", "c/3", "d/4", "future of a/1"];
  for (const one of all.slice(0, 5))
    expect(places(samePersona(all, one.journeyId, one))).toEqual(
      everywhere.filter((place) => place !== `${one.journeyId}/${one.id}`),
    );
  expect(samePersona(all, "e", at("e", "5"))).toEqual([]);
});

test("two that took the same one are the same, also when a reader may not see where it came from; a ring ends", () => {
  const all = [
    at("b", "2", ["unseen", "1"]),
    at("c", "3", ["unseen", "1"]),
    at("x", "7", ["y", "8"]),
    at("y", "8", ["x", "7"]),
  ];
  expect(places(samePersona(all, "b", at("b", "2", ["unseen", "1"])))).toEqual(["c/3"]);
  expect(places(samePersona(all, "x", at("x", "7", ["y", "8"])))).toEqual(["y/8"]);
});
