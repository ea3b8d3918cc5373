// What can be done to a persona.
import { PERSONA_BASES, PERSONA_KINDS } from "../persona.ts";
import { done } from "../result.ts";
import { command } from "./command.ts";
import { assign, create, living, remove } from "./entity.ts";
import { id, listOf, nullable, number, oneOf, optional, patch, text } from "./field.ts";

export const addPersona = command(
  "addPersona",
  { name: text(200), kind: optional(oneOf(PERSONA_KINDS)) },
  (context, args) =>
    create(context, "personas", { name: args.name, kind: args.kind, goals: "", basis: "assumption" }),
);

export const setPersona = command(
  "setPersona",
  {
    personaId: id,
    set: patch({
      kind: optional(oneOf(PERSONA_KINDS)),
      role: optional(nullable(text(500))),
      age: optional(nullable(number(0, 130))),
      needs: optional(listOf(text(500), 50)),
      basis: optional(oneOf(PERSONA_BASES)),
      basedOn: optional(nullable(text(2_000))),
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
