import { z } from "zod";

/** `isShown`: the asker's own name is among the others' from now on, or gone from there at once. */
export const exposureChoice = z.object({ isShown: z.boolean() });
export type ExposureChoice = z.infer<typeof exposureChoice>;

/**
 * Who of the team has read or heard how many customers since the first day of this month (UTC); only those who chose to be shown. One
 * customer counts once, however much they said.
 */
export const exposure = z.object({
  since: z.iso.date(),
  isShown: z.boolean(),
  people: z.array(z.object({ name: z.string(), customers: z.number().int(), isMe: z.boolean() })),
});
export type Exposure = z.infer<typeof exposure>;
