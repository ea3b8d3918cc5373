import { takePersona, type Result, type Touched } from "@polku/journey";
import type { LibraryPersona } from "../../api/personas.ts";
import type { JourneySession } from "../../session/journeySession.ts";

/** Takes a persona of another journey over: a new one, or into one that is here. One step of undo. */
export function takeOver(session: JourneySession, one: LibraryPersona, personaId?: string): Result<Touched> {
  const { journeyId, id, name, goals, kind, role, age, needs, basis, basedOn } = one;
  session.undo.beginStep();
  return session.run(takePersona, {
    ...(personaId === undefined ? {} : { personaId }),
    from: { journeyId, personaId: id },
    name,
    goals,
    set: { kind, role, age, needs: [...needs], basis, basedOn },
  });
}
