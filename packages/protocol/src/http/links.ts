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
  /** Who comes by it waits until somebody who leads lets them in. */
  lobby: z.boolean().default(false),
});
export type NewLink = z.input<typeof newLink>;

/** `url` carries the secret in its fragment; it is shown this once. */
export const createdLink = z.object({ id: z.string(), url: z.string() });
export type CreatedLink = z.infer<typeof createdLink>;

export const linkEntry = z.object({
  id: z.string(),
  role: linkRole,
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  hasPassword: z.boolean(),
  lobby: z.boolean(),
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

/** `waits` stands there for whoever is in the lobby, and has no right yet. */
export const joined = z.object({ journeyId, role: z.string(), waits: z.literal(true).optional() });
export type Joined = z.infer<typeof joined>;

export const ticket = z.object({ token: z.string(), role: z.string() });
export type Ticket = z.infer<typeof ticket>;

/** Somebody of a journey, as those who lead see them. `changeable`: they came by a link, and their role can be changed or taken. */
export const personEntry = z.object({
  id: z.string(),
  name: z.string(),
  role: z.string(),
  waits: z.boolean(),
  changeable: z.boolean(),
});
export type PersonEntry = z.infer<typeof personEntry>;
export const personEntries = z.object({ items: z.array(personEntry) });

export const personInJourney = z.object({ id: journeyId, personId: z.string().min(1).max(64) });

/** A new role, or a waiting person let in; both at once let them in as something. */
export const personInJourneyChange = z
  .object({ role: linkRole, letIn: z.literal(true) })
  .partial()
  .refine((asked) => Object.keys(asked).length > 0, "nothing is asked for");
export type PersonInJourneyChange = z.infer<typeof personInJourneyChange>;

/** Where somebody stands before the door: `in`, in the lobby, or with no right. */
export const doorState = z.object({ state: z.enum(["in", "waits"]) });
export type DoorState = z.infer<typeof doorState>;
