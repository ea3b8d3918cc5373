import type { JourneyRow } from "./tables.ts";

/** The list of journeys. What is in them lives in the log; `title` is a copy of the document's own, for the list. */
export type JourneyStore = {
  add(journey: JourneyRow): Promise<void>;
  /** One journey that is not in the trash. */
  find(id: string): Promise<JourneyRow | undefined>;
  /** All journeys that are not in the trash, the last changed first. */
  list(): Promise<JourneyRow[]>;
  /** One journey that is in the trash. */
  findTrashed(id: string): Promise<JourneyRow | undefined>;
  /** All journeys in the trash, the last put there first. */
  listTrashed(): Promise<JourneyRow[]>;
  change(id: string, change: Partial<Omit<JourneyRow, "id">>): Promise<void>;
};
