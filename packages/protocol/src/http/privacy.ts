import { z } from "zod";
import { eraseReasons } from "../eraseReasons.ts";
import { contactEntry, evidenceId } from "./evidenceSources.ts";
import { quoteEntry } from "./evidenceQuotes.ts";

export const eraseReason = z.enum(eraseReasons);

/** Why something is erased; kept in its tombstone and in the access log. */
export const eraseQuery = z.object({ reason: eraseReason.default("other") });

const identifier = z.string().trim().min(1).max(320);

const naming = {
  person: identifier.optional(),
  email: identifier.optional(),
  respondentKey: identifier.optional(),
};
type Naming = { [Name in keyof typeof naming]?: string | undefined };

/** What a request calls a person; empty when it names nobody. */
export function personNamed({ person, email, respondentKey }: Naming): string {
  return person ?? email ?? respondentKey ?? "";
}

const whom = "give person, email or respondentKey";

/**
 * A person: `person` is what a file calls them (a mail address, a customer number, a name) or the key under which their contacts are
 * kept; `email` and `respondentKey` are the same thing under other names.
 */
export const onePerson = z.object(naming).refine((named) => personNamed(named) !== "", whom);

export const personToErase = z
  .object({ ...naming, reason: eraseReason.default("request") })
  .refine((named) => personNamed(named) !== "", whom);

/** What is kept of a person. `mentions` are contacts of others in which the very letters that were asked for stand. */
export const personFound = z.object({
  respondentKey: z.string(),
  contacts: z.number().int(),
  quotes: z.number().int(),
  sources: z.array(z.object({ id: evidenceId, title: z.string(), contacts: z.number().int() })),
  mentions: z.array(evidenceId),
});
export type PersonFound = z.infer<typeof personFound>;

export const personErased = z.object({
  respondentKey: z.string(),
  contacts: z.number().int(),
  quotes: z.number().int(),
  mentions: z.array(evidenceId),
});
export type PersonErased = z.infer<typeof personErased>;

/** Everything kept of one person (GDPR, articles 15 and 20). */
export const personExport = z.object({
  format: z.literal("polku-person"),
  version: z.literal(1),
  madeAt: z.string(),
  respondentKey: z.string(),
  sources: z.array(
    z.object({
      id: evidenceId,
      title: z.string(),
      kind: z.string(),
      purpose: z.string().nullable(),
      consentBasis: z.string(),
      retentionUntil: z.string().nullable(),
      identityUntil: z.string().nullable(),
    }),
  ),
  contacts: z.array(contactEntry.omit({ marks: true, attached: true })),
  quotes: z.array(quoteEntry),
  /** What they agreed to by a participant link: to which version of the text, and of the one about their voice (null: nothing was recorded). */
  consents: z.array(
    z.object({
      contactId: evidenceId,
      textVersion: z.string(),
      soundVersion: z.string().nullable(),
      lang: z.string(),
      at: z.string(),
    }),
  ),
  /** When their words were read, exported or otherwise touched, out of the access log; not by whom. */
  log: z.array(z.object({ at: z.string(), deed: z.string() })),
});
export type PersonExport = z.infer<typeof personExport>;

export const erasedContact = z.object({
  id: evidenceId,
  contacts: z.number().int(),
  quotes: z.number().int(),
});

/** One line of the access log: who did what to which thing. No words stand in it. */
export const accessEntry = z.object({
  seq: z.number().int(),
  at: z.string(),
  who: z.string(),
  /** The name behind `who`, where there still is one. */
  name: z.string().nullable(),
  deed: z.string(),
  what: z.string(),
  thing: z.string(),
  count: z.number().int().nullable(),
  hash: z.string(),
});
export type AccessEntry = z.infer<typeof accessEntry>;

export const accessPage = z.object({
  items: z.array(accessEntry),
  next: z.string().optional(),
  /**
   * On the first page: how many of the newest lines were looked through (at most 20,000; `doctor` looks through all), and whether each
   * still holds the hash of the one before; `brokenAt` is the first that does not.
   */
  chain: z.object({ lines: z.number().int(), brokenAt: z.number().int().nullable() }).optional(),
});
export type AccessPage = z.infer<typeof accessPage>;

export const accessQuery = z.object({
  cursor: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
