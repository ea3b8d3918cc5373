import { PEOPLE_COLOURS } from "../look.ts";

/** How a persona's curve is told from the others: by its dash and its marker, and by its colour as well. */
export interface PersonaLine {
  readonly colour: string;
  /** For `stroke-dasharray`. */
  readonly dash: string;
  /** A closed path around 0,0, one unit in radius. */
  readonly marker: string;
}

const DASHES = ["9 4", "3 3", "12 3 3 3", "6 6", "14 5", "2 5", "9 3 3 3 3 3", "16 3"] as const;

/** Square, triangle, diamond, pentagon, hourglass, cross, wedge, star: no two alike from afar. */
const MARKERS = [
  "M-0.9,-0.9H0.9V0.9H-0.9Z",
  "M0,-1.1L1.05,0.8H-1.05Z",
  "M0,-1.2L1.1,0L0,1.2L-1.1,0Z",
  "M0,-1.1L1.05,-0.3L0.65,0.95H-0.65L-1.05,-0.3Z",
  "M-0.95,-0.95H0.95L-0.95,0.95H0.95Z",
  "M-0.35,-1H0.35V-0.35H1V0.35H0.35V1H-0.35V0.35H-1V-0.35H-0.35Z",
  "M0,1.1L1.05,-0.8H-1.05Z",
  "M0,-1.2L0.35,-0.35L1.2,0L0.35,0.35L0,1.2L-0.35,0.35L-1.2,0L-0.35,-0.35Z",
] as const;

/** The line of the persona at place `i` of the journey's list; after eight they come again, each name beside its line. */
export function personaLine(i: number): PersonaLine {
  const at = ((i % DASHES.length) + DASHES.length) % DASHES.length;
  return {
    colour: PEOPLE_COLOURS[at] ?? "#4A5FCB",
    dash: DASHES[at] ?? DASHES[0],
    marker: MARKERS[at] ?? MARKERS[0],
  };
}
