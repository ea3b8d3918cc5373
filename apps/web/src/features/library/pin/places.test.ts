import { createJourneyDoc, readJourney, seedJourney } from "@polku/journey";
import { expect, test } from "vitest";
import { fits, pinPlaces } from "./places.ts";

function seeded() {
  const doc = createJourneyDoc();
  let made = 0;
  const newId = (): string => `id${(made += 1)}`;
  const now = (): string => "2026-01-01T00:00:00.000Z";
  seedJourney({ doc, origin: null, by: "p", newId, now }, { title: "T", lang: "en" });
  return readJourney(doc);
}

test("every touchpoint is a place, in the order of the map, named with its stage", () => {
  expect(pinPlaces(seeded()).map(({ where }) => where)).toEqual(["Before", "During", "After"]);
});

test("a place is found by words of its title and of its stage, in any order and case", () => {
  const place = { id: "t", title: "I call and queue", where: "Reaching someone" };
  expect(fits(place, "QUEUE reaching")).toBe(true);
  expect(fits(place, "queue chat")).toBe(false);
  expect(fits(place, "")).toBe(true);
});
