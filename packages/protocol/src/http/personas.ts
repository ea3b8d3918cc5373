import { PERSONA_BASES, PERSONA_KINDS } from "@polku/journey";
import { z } from "zod";

/** A persona of a journey of the workspace, as it is there. */
export const libraryPersona = z.object({
  journeyId: z.string(),
  id: z.string(),
  name: z.string(),
  kind: z.enum(PERSONA_KINDS),
  role: z.string().nullable(),
  age: z.number().nullable(),
  goals: z.string(),
  needs: z.array(z.string()),
  basis: z.enum(PERSONA_BASES),
  basedOn: z.string().nullable(),
  /** Where it was taken from; only for those who may see that journey. */
  from: z.object({ journeyId: z.string(), personaId: z.string() }).nullable(),
});
export type LibraryPersona = z.infer<typeof libraryPersona>;

export const personaLibrary = z.object({ items: z.array(libraryPersona) });
