import { z } from "zod";
import { memberRoles } from "../roles.ts";
import { me, newPassword, personEmail, personName } from "./people.ts";

export const memberRole = z.enum(memberRoles);

export const memberEntry = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  role: memberRole,
  joinedAt: z.iso.datetime(),
  suspended: z.boolean(),
  secondFactor: z.boolean(),
});
export type MemberEntry = z.infer<typeof memberEntry>;

export const memberList = z.object({ items: z.array(memberEntry) });
export type MemberList = z.infer<typeof memberList>;

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
export const memberParams = z.object({ memberId: id });
export const memberChange = z.object({ role: memberRole, suspended: z.boolean() }).partial();
export type MemberChange = z.infer<typeof memberChange>;

/** `email` names who it is meant for: then that person may also come by the workspace's OpenID provider. */
export const newInvitation = z.object({ role: memberRole, email: personEmail.nullish() });
export type NewInvitation = z.infer<typeof newInvitation>;

export const invitationEntry = z.object({
  id: z.string(),
  role: memberRole,
  email: z.string().nullable(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type InvitationEntry = z.infer<typeof invitationEntry>;

export const invitationList = z.object({ items: z.array(invitationEntry) });
export type InvitationList = z.infer<typeof invitationList>;

/** `url` carries the secret in its fragment; it is shown this once. */
export const createdInvitation = invitationEntry.extend({ url: z.string() });
export type CreatedInvitation = z.infer<typeof createdInvitation>;

export const invitationParams = z.object({ invitationId: id });

const secret = z.string().min(1).max(200);
export const lookAtInvitation = z.object({ secret });
export const invitationView = z.object({ role: memberRole, email: z.string().nullable() });
export type InvitationView = z.infer<typeof invitationView>;

export const acceptInvitation = z.object({
  secret,
  name: personName,
  email: personEmail,
  password: newPassword,
});
export type AcceptInvitation = z.infer<typeof acceptInvitation>;

export const accepted = me;

/** A browser in which you are signed in; `current` is the one that asks. */
export const sessionEntry = z.object({
  id: z.string(),
  browser: z.string().nullable(),
  since: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  current: z.boolean(),
});
export type SessionEntry = z.infer<typeof sessionEntry>;

export const sessionList = z.object({ items: z.array(sessionEntry) });
export type SessionList = z.infer<typeof sessionList>;

export const sessionParams = z.object({ sessionId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) });
export const endedSessions = z.object({ ended: z.number().int() });

/** Everybody and everything that may see a journey: people by link or as members, and tokens of programs. */
export const grantEntry = z.object({
  kind: z.enum(["owner", "member", "guest", "token"]),
  id: z.string(),
  name: z.string(),
  role: z.string(),
  /** By what: the share link's id, `workspace`, or `token`. */
  via: z.string(),
  since: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable(),
});
export type GrantEntry = z.infer<typeof grantEntry>;

export const grantList = z.object({ items: z.array(grantEntry) });
export type GrantList = z.infer<typeof grantList>;
