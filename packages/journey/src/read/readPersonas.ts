import * as Y from "yjs";
import { readPersona, type PersonaView } from "../persona.ts";
import { entities, type JourneyDoc } from "../schema.ts";
import { isDeleted } from "./attributes.ts";

/** The personas of a journey, by id; cheaper than a view. */
export function readPersonas(doc: JourneyDoc): readonly PersonaView[] {
  return [...entities(doc, "personas")]
    .flatMap(([id, entity]) =>
      entity instanceof Y.Map && !isDeleted(entity) ? [readPersona(id, entity)] : [],
    )
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
