// What can be done to a persona.
import { PERSONA_BASES, PERSONA_KINDS } from "../persona.ts";
import { done } from "../result.ts";
import { command } from "./command.ts";
import { writeText } from "./editText.ts";
import { assign, create, living, remove } from "./entity.ts";
import { id, listOf, nullable, number, oneOf, optional, patch, record, text } from "./field.ts";

export const addPersona = command(
  "addPersona",
  { name: text(200), kind: optional(oneOf(PERSONA_KINDS)) },
  (context, args) =>
    create(context, "personas", { name: args.name, kind: args.kind, goals: "", basis: "assumption" }),
);

const FACTS = {
  kind: optional(oneOf(PERSONA_KINDS)),
  role: optional(nullable(text(500))),
  age: optional(nullable(number(0, 130))),
  needs: optional(listOf(text(500), 50)),
  basis: optional(oneOf(PERSONA_BASES)),
  basedOn: optional(nullable(text(2_000))),
};

/**
 * Takes a persona over from another journey, as it is there now: a new one, or, with `personaId`, into one that is here, whose curve and
 * touchpoints stay. What somebody typed here since is written over, which is why it is an act of its own (RULES J31).
 */
export const takePersona = command(
  "takePersona",
  {
    personaId: optional(id),
    from: record({ journeyId: id, personaId: id }),
    name: text(200),
    goals: text(),
    set: optional(record(FACTS)),
  },
  (context, { personaId, from, name, goals, set = {} }) => {
    if (personaId === undefined) return create(context, "personas", { name, goals, ...set, from });
    const persona = living(context, "personas", personaId, "personaId");
    if (!persona.ok) return persona;
    writeText(persona.value, "name", name);
    writeText(persona.value, "goals", goals);
    assign(persona.value, { ...set, from });
    return done({ id: personaId });
  },
);

export const setPersona = command(
  "setPersona",
  {
    personaId: id,
    set: patch(FACTS),
  },
  (context, args) => {
    const persona = living(context, "personas", args.personaId, "personaId");
    if (!persona.ok) return persona;
    assign(persona.value, args.set);
    return done({ id: args.personaId });
  },
);

export const deletePersona = command("deletePersona", { personaId: id }, (context, args) =>
  remove(context, "personas", args.personaId, "personaId"),
);
