import { z } from "zod";
import { evidenceId } from "./evidenceSources.ts";

const day = z.iso.date();
const count = z.number().int();

export const evidenceHealthQuery = z.object({
  /** Sources that the map rests on, at most 500, comma between: of them valences and reading are summed. */
  sources: z
    .string()
    .max(40_000)
    .transform((list) => list.split(",").filter((id) => id !== ""))
    .pipe(z.array(evidenceId).max(500))
    .default([]),
  /** Only this source drives contacts; all of them without. */
  source: evidenceId.optional(),
  from: day.optional(),
  to: day.optional(),
});

/** Sums over the library, without a word of it: what the health page adds to what a map knows. */
export const librarySums = z.object({
  valences: z.array(z.object({ v: z.number(), n: count })),
  read: z.object({ triaged: count, total: count }),
  /** Contacts per week; weeks are numbered from Monday 29 December 1969. */
  weeks: z.object({ first: count, contacts: z.array(count) }),
  themes: z.array(z.object({ theme: z.string(), contacts: z.array(count) })),
});
