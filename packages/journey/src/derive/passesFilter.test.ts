import { expect, test } from "vitest";
import { applyCommand, createJourneyDoc, readJourney, seedJourney } from "../index.ts";
import { passesFilter } from "./passesFilter.ts";

function touchpoint(set: object) {
  let ids = 0;
  const context = {
    doc: createJourneyDoc(),
    origin: "t",
    by: "ana",
    newId: () => `i${(ids += 1)}`,
    now: () => "",
  };
  seedJourney(context, { title: "Helpdesk", lang: "en" });
  const [touchpointId = ""] = readJourney(context.doc).path.touchpointIds;
  if (Object.keys(set).length > 0) applyCommand(context, "setTouchpoint", { touchpointId, set });
  const found = readJourney(context.doc).touchpoints.get(touchpointId);
  if (!found) throw new Error("The blank journey has touchpoints.");
  return found;
}

test("a filter asks for one of the values under every key that it names, and for nothing else", () => {
  const one = touchpoint({ channel: "phone", mot: true });
  expect(passesFilter({}, one, "assumption")).toBe(true);
  expect(passesFilter({ channel: [] }, one, "assumption")).toBe(true);
  expect(passesFilter({ channel: ["chat", "phone"], mot: ["yes"] }, one, "assumption")).toBe(true);
  expect(passesFilter({ channel: ["phone"], mot: ["no"] }, one, "assumption")).toBe(false);
  expect(passesFilter({ grounding: ["supported"] }, one, "assumption")).toBe(false);
  expect(passesFilter({ official: ["no"] }, touchpoint({ official: false }), "assumption")).toBe(true);
  expect(passesFilter({ quotes: ["yes"] }, one, "assumption")).toBe(false);
});

test("a touchpoint that names nobody is everybody's", () => {
  expect(passesFilter({ persona: ["ritva"] }, touchpoint({}), "assumption")).toBe(true);
  expect(passesFilter({ persona: ["ritva"] }, touchpoint({ personaIds: ["matti"] }), "assumption")).toBe(
    false,
  );
});
