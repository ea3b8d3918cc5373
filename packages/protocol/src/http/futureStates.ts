import { z } from "zod";
import { journeyEntry, journeyId, newJourney } from "./journeys.ts";
import { change } from "./versions.ts";

export const newFutureState = newJourney.pick({ title: true });

export const futureStateParams = z.object({ id: journeyId, futureId: journeyId });

/** Both states as they stand, and what differs in the future one; what is left out of every future state is no difference. */
export const futureStateChanges = z.object({
  current: journeyEntry,
  future: journeyEntry,
  /** The first 500; `total` counts all. */
  changes: z.array(change),
  total: z.number().int(),
});
export type FutureStateChanges = z.infer<typeof futureStateChanges>;
