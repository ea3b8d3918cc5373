// What can be done to a persona.
import { PERSONA_BASES } from "../persona.ts";
import { done } from "../result.ts";
import { command } from "./command.ts";
import { assign, create, living, remove } from "./entity.ts";
import { id, nullable, number, oneOf, optional, patch, text } from "./field.ts";

export const addPersona = command("addPersona", { name: text(200) }, (context, args) =>
  create(context, "personas", { name: args.name, goals: "", basis: "assumption" }),
);

export const setPersona = command(
  "setPersona",
  {
    personaId: id,
    set: patch({
      role: optional(nullable(text(500))),
      age: optional(nullable(number(0, 130))),
      basis: optional(oneOf(PERSONA_BASES)),
    }),
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
