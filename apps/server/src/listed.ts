import { journeysBelow, readJourneyMeta, readPersonas, type PersonaView, type WayDown } from "@polku/journey";
import type { Doc } from "yjs";
import type { JourneyRow } from "./storage/tables.ts";

/** Most ways down that the list keeps of one journey. */
const mostWays = 500;
/** Most personas that the list keeps of one journey. */
const mostPersonas = 200;

/** What the list of journeys repeats of a document, so that it need not open them all. */
export type Listed = Pick<JourneyRow, "lang" | "level" | "below" | "personas"> & { title: string };

export function listedOf(doc: Doc): Listed {
  const { title, lang, level } = readJourneyMeta(doc);
  return {
    title,
    lang,
    level: Math.round(level),
    below: JSON.stringify(journeysBelow(doc).slice(0, mostWays)),
    personas: JSON.stringify(readPersonas(doc).slice(0, mostPersonas)),
  };
}

/** The ways down that a row holds. */
export function waysDown({ below }: Pick<JourneyRow, "below">): WayDown[] {
  return JSON.parse(below) as WayDown[];
}

/** The personas that a row holds; null when nobody has read them yet. */
export function personasOf({ personas }: Pick<JourneyRow, "personas">): PersonaView[] | null {
  return personas === null ? null : (JSON.parse(personas) as PersonaView[]);
}
