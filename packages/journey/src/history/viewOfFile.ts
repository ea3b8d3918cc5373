import { importJourney, type JourneyFile } from "../journeyFile.ts";
import { readJourney } from "../read/readJourney.ts";
import type { JourneyView } from "../read/view.ts";
import type { Result } from "../result.ts";
import { done } from "../result.ts";
import { createJourneyDoc } from "../schema.ts";

/** The view of a journey that lies in a file. It needs no person and no clock: nothing in it is made anew. */
export function viewOfFile(file: JourneyFile): Result<JourneyView> {
  const doc = createJourneyDoc();
  const imported = importJourney({ doc, origin: "file", by: "", newId: () => "", now: () => "" }, file);
  return imported.ok ? done(readJourney(doc)) : imported;
}
