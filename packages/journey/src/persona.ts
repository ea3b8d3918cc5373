import type { Entity } from "./read/attributes.ts";
import { readNumber, readOneOf, readRecord, readString, readStrings, readText } from "./read/attributes.ts";

export const PERSONA_KINDS = ["persona", "segment", "role"] as const;
export const PERSONA_BASES = ["research", "assumption"] as const;

export type PersonaView = {
  readonly id: string;
  readonly name: string;
  readonly kind: (typeof PERSONA_KINDS)[number];
  readonly role: string | null;
  readonly age: number | null;
  readonly goals: string;
  readonly needs: readonly string[];
  readonly basis: (typeof PERSONA_BASES)[number];
  readonly basedOn: string | null;
  readonly quoteId: string | null;
  /** The persona of another journey that it was taken from (RULES J31). */
  readonly from: PersonaOrigin | null;
};

export type PersonaOrigin = { readonly journeyId: string; readonly personaId: string };

function readOrigin(persona: Entity): PersonaOrigin | null {
  const { journeyId, personaId } = readRecord(persona, "from");
  return typeof journeyId === "string" && typeof personaId === "string"
    ? Object.freeze({ journeyId, personaId })
    : null;
}

export function readPersona(id: string, persona: Entity): PersonaView {
  return Object.freeze({
    id,
    name: readText(persona, "name"),
    kind: readOneOf(persona, "kind", PERSONA_KINDS, "persona"),
    role: readString(persona, "role"),
    age: readNumber(persona, "age", 0, 130),
    goals: readText(persona, "goals"),
    needs: readStrings(persona, "needs"),
    basis: readOneOf(persona, "basis", PERSONA_BASES, "assumption"),
    basedOn: readString(persona, "basedOn"),
    quoteId: readString(persona, "quoteId"),
    from: readOrigin(persona),
  });
}
