import { describe, expect, test } from "vitest";
import { applyCommand, exportJourney, importJourney, createJourneyDoc, readJourney } from "../src/index.ts";
import { contextOf, freshJourney, twoPeople } from "./people.ts";

const from = { journeyId: "home", personaId: "mika" };

describe("a persona of another journey", () => {
  test("J31 is taken as it is there, with where it is from, and the file keeps both", () => {
    const { doc, context } = freshJourney();
    const made = applyCommand(context, "takePersona", {
      from,
      name: "Mika",
      goals: "Peace",
      set: { age: 61, needs: ["a person"], basis: "research" },
    });
    expect(made.ok).toBe(true);
    const copy = createJourneyDoc();
    importJourney(contextOf(copy), exportJourney(doc));
    for (const one of [doc, copy])
      expect(readJourney(one).personas).toMatchObject([
        { name: "Mika", goals: "Peace", age: 61, needs: ["a person"], basis: "research", from },
      ]);
  });

  test("J31 is brought over into the one that is here: its id, its quote and what names it stay", () => {
    const { doc, context } = freshJourney();
    const made = applyCommand(context, "addPersona", { name: "Mika" });
    const personaId = made.ok ? made.value.id : "";
    const [touchpointId = ""] = readJourney(doc).path.touchpointIds;
    applyCommand(context, "setTouchpoint", { touchpointId, set: { personaIds: [personaId] } });
    applyCommand(context, "takePersona", { personaId, from, name: "Mika V.", goals: "", set: { age: null } });
    expect(readJourney(doc).personas).toMatchObject([{ id: personaId, name: "Mika V.", from }]);
    expect(readJourney(doc).touchpoints.get(touchpointId)?.personaIds).toEqual([personaId]);
    const gone = { personaId: "gone", from, name: "x", goals: "" };
    expect(applyCommand(context, "takePersona", gone)).toMatchObject({ code: "not_found" });
  });

  test("J31 who types in a name while somebody brings it over loses no letter of what differs from it", () => {
    const { ana, ben, meet } = twoPeople();
    const made = applyCommand(ana, "takePersona", { from, name: "Mika", goals: "" });
    const personaId = made.ok ? made.value.id : "";
    meet();
    applyCommand(ana, "takePersona", { personaId, from, name: "Mika Virtanen", goals: "" });
    applyCommand(ben, "editText", { on: "personas", id: personaId, key: "name", text: "Dr Mika" });
    meet();
    expect(readJourney(ana.doc).personas[0]?.name).toBe("Dr Mika Virtanen");
    expect(readJourney(ben.doc).personas).toEqual(readJourney(ana.doc).personas);
  });
});
