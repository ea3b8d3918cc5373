import type { MapFilter } from "../savedView.ts";
import type { TouchpointView } from "../touchpoint.ts";
import type { GroundingLevel } from "./grounding.ts";

const yesNo = (value: boolean): string => (value ? "yes" : "no");

/** What a touchpoint answers to each key of a filter; one that names no persona is everybody's. */
function answers(
  touchpoint: TouchpointView,
  level: GroundingLevel,
): Readonly<Record<string, readonly string[] | null>> {
  return {
    channel: [touchpoint.channel],
    contactKind: [touchpoint.contactKind],
    official: [yesNo(touchpoint.official)],
    grounding: [level],
    persona: touchpoint.personaIds.length > 0 ? touchpoint.personaIds : null,
    mot: [yesNo(touchpoint.mot)],
    quotes: [yesNo(touchpoint.pins.some(({ status }) => status !== "rejected"))],
  };
}

/** Whether a filter lets a touchpoint through: under every key that it names, one of the values. An empty filter lets everything through. */
export function passesFilter(filter: MapFilter, touchpoint: TouchpointView, level: GroundingLevel): boolean {
  const given = answers(touchpoint, level);
  return Object.entries(filter).every(([key, wanted]) => {
    const own = given[key];
    return (
      wanted.length === 0 || own === undefined || own === null || own.some((one) => wanted.includes(one))
    );
  });
}
