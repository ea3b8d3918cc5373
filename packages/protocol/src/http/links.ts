import { z } from "zod";
import { journeyId } from "./journeys.ts";
import { personName } from "./people.ts";

export const linkRole = z.enum(["editor", "participant", "commenter", "viewer"]);

const secret = z.string().min(1).max(200);

/** `expiresAt` is ISO 8601; a link without it never expires. */
export const newLink = z.object({
  role: linkRole,
  expiresAt: z.iso.datetime({ offset: true }).nullish(),
  password: z.string().min(1).max(200).nullish(),
});
export type NewLink = z.infer<typeof newLink>;

/** `url` carries the secret in its fragment; it is shown this once. */
export const createdLink = z.object({ id: z.string(), url: z.string() });
export type CreatedLink = z.infer<typeof createdLink>;

export const linkEntry = z.object({
  id: z.string(),
  role: linkRole,
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  hasPassword: z.boolean(),
  uses: z.number().int(),
  state: z.enum(["live", "expired", "revoked"]),
});
export type LinkEntry = z.infer<typeof linkEntry>;

export const linkList = z.object({ items: z.array(linkEntry) });
export type LinkList = z.infer<typeof linkList>;

export const linkParams = z.object({ id: journeyId, linkId: z.string().min(1).max(64) });
export const linkChoice = z.object({ linkId: z.string().min(1).max(64) });

export const lookAtLink = z.object({ secret });
export type LookAtLink = z.infer<typeof lookAtLink>;

/** What a link opens. The title is not told before the password. */
export const linkView = z.object({
  journeyId,
  title: z.string().nullable(),
  role: linkRole,
  needsPassword: z.boolean(),
});
export type LinkView = z.infer<typeof linkView>;

export const joinByLink = z.object({
  secret,
  name: personName.optional(),
  password: z.string().max(200).optional(),
});
export type JoinByLink = z.infer<typeof joinByLink>;

export const joined = z.object({ journeyId, role: z.string() });
export type Joined = z.infer<typeof joined>;

export const ticket = z.object({ token: z.string(), role: z.string() });
export type Ticket = z.infer<typeof ticket>;
