import { PEOPLE_COLOURS } from "@polku/drawing";

/** The colour of the n-th person: neighbours in time get colours far apart. */
export function colourOf(n: number): string {
  const at = ((n % PEOPLE_COLOURS.length) + PEOPLE_COLOURS.length) % PEOPLE_COLOURS.length;
  return PEOPLE_COLOURS[at] ?? "#4A5FCB";
}
