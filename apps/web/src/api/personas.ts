import type { LibraryPersona } from "@polku/protocol";
import { useQuery } from "@tanstack/react-query";
import { request } from "./request.ts";

export type { LibraryPersona };

/** The personas of all journeys that this person may see. */
export function usePersonaLibrary() {
  return useQuery({
    queryKey: ["personas"],
    queryFn: async () => (await request<{ items: LibraryPersona[] }>("GET", "/api/v1/personas")).items,
    staleTime: 0,
  });
}

type Place = Pick<LibraryPersona, "journeyId" | "id" | "from">;

const at = (journeyId: string, id: string): string => `${journeyId} ${id}`;

/**
 * The personas of other journeys that are the same one as this: it was taken from them or they from it, over any number of steps, or they
 * have its id, as in a future state.
 */
export function samePersona<T extends Place>(
  all: readonly T[],
  journeyId: string,
  one: Omit<Place, "journeyId">,
): T[] {
  const met = new Set([at(journeyId, one.id)]);
  const ids = new Set([one.id]);
  const origins = new Set(one.from ? [at(one.from.journeyId, one.from.personaId)] : []);
  const family: T[] = [];
  for (let grew = true; grew;) {
    grew = false;
    for (const other of all) {
      const place = at(other.journeyId, other.id);
      const from = other.from && at(other.from.journeyId, other.from.personaId);
      const belongs =
        ids.has(other.id) || origins.has(place) || (from !== null && (met.has(from) || origins.has(from)));
      if (met.has(place) || !belongs) continue;
      met.add(place);
      ids.add(other.id);
      if (from !== null) origins.add(from);
      family.push(other);
      grew = true;
    }
  }
  return family.filter((other) => other.journeyId !== journeyId);
}

/** What a persona says, and can be taken over. */
export const PERSONA_FACTS = ["name", "goals", "kind", "role", "age", "needs", "basis", "basedOn"] as const;
export type PersonaFact = (typeof PERSONA_FACTS)[number];

/** In what two personas differ. */
export function differingFacts(
  one: Pick<LibraryPersona, PersonaFact>,
  other: Readonly<Record<PersonaFact, unknown>>,
): PersonaFact[] {
  return PERSONA_FACTS.filter((fact) => JSON.stringify(one[fact]) !== JSON.stringify(other[fact]));
}
