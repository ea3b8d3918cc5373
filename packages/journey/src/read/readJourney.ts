import { type MetaView, readMeta } from "../meta.ts";
import { entities, metaOf, type JourneyDoc } from "../schema.ts";
import { assemble } from "./assemble.ts";
import { readAllFacts } from "./facts.ts";
import type { JourneyView } from "./view.ts";

/** Reads the whole document as plain, frozen data. Never throws, whatever a foreign client wrote (RULES J3). */
export function readJourney(doc: JourneyDoc): JourneyView {
  const everExisted = (stageId: string): boolean => entities(doc, "stages").has(stageId);
  return assemble(readAllFacts(doc), readMeta(metaOf(doc)), undefined, everExisted);
}

/** Reads only what is said of the journey as a whole: its cost does not grow with the map. */
export function readJourneyMeta(doc: JourneyDoc): MetaView {
  return readMeta(metaOf(doc));
}
