import { type RawBuilder, sql } from "kysely";

/**
 * Where a contact stands in the order of what was said, the full-text index's own row id: minute × 2²⁶ + number of arrival; without a moment the
 * number of arrival, before all others. Written as the index `contact_place` of migration 0011 has it: letter for letter, or it is not used.
 */
export const contactPlace = `cast(case when "contact"."occurredAt" is null then "contact"."rowNo"
  else min(max("contact"."occurredAt" / 60000, 5260000), 134217727) * 67108864 + ("contact"."rowNo" % 67108864) end as integer)`;

export const place: RawBuilder<number> = sql.raw(contactPlace);

/** The same in plain numbers, for what has no database. `occurredAt` in ms since 1970. */
export function placeOf({ occurredAt, rowNo }: { occurredAt: number | null; rowNo: number }): number {
  return occurredAt === null ? rowNo : minuteOf(occurredAt) * 67_108_864 + (rowNo % 67_108_864);
}

/** The first and the last place that a minute can hold. */
export function placesOf(moment: number): { first: number; last: number } {
  const first = minuteOf(moment) * 67_108_864;
  return { first, last: first + 67_108_863 };
}

/** The minute that a place stands for, ms since 1970. */
export function momentOf(dated: number): number {
  return Math.floor(dated / 67_108_864) * 60_000;
}

function minuteOf(moment: number): number {
  return Math.min(Math.max(Math.trunc(moment / 60_000), 5_260_000), 134_217_727);
}

/** The letters of a stem from the last to the first, by which what a word ends in is found. */
export function backwards(stem: string): string {
  return Array.from(stem).toReversed().join("");
}
