import {
  acceptInvitation,
  accepted,
  createdInvitation,
  invitationEntry,
  invitationList,
  invitationParams,
  invitationView,
  lookAtInvitation,
  memberChange,
  memberEntry,
  memberList,
  memberParams,
  newInvitation,
} from "@polku/protocol/http";
import type { z } from "zod";
import {
  createInvitation,
  findInvitation,
  listInvitations,
  revokeInvitation,
} from "../../accounts/invitations.ts";
import { changeMember, listMembers, type Member, plainEmail, removeMember } from "../../accounts/members.ts";
import { joinWorkspace } from "../../commands/joinWorkspace.ts";
import { Problem } from "../../errors.ts";
import type { InvitationRow } from "../../storage/memberTables.ts";
import type { AppDatabase } from "../../storage/tables.ts";
import { route } from "../route.ts";
import { endSessions } from "./me.ts";
import { enterAs } from "./signIn.ts";

function entryOf({
  id,
  name,
  email,
  role,
  joinedAt,
  suspendedAt,
  hasSecondFactor,
}: Member): z.infer<typeof memberEntry> {
  return {
    id,
    name,
    email,
    role,
    joinedAt: new Date(joinedAt).toISOString(),
    suspended: suspendedAt !== null,
    secondFactor: hasSecondFactor,
  };
}

function invitationOf({ id, role, email, createdAt, expiresAt }: InvitationRow) {
  return invitationEntry.parse({
    id,
    role,
    email,
    createdAt: new Date(createdAt).toISOString(),
    expiresAt: new Date(expiresAt).toISOString(),
  });
}

/** Throws `member.unknown`. */
async function mustFindMember(db: AppDatabase, memberId: string): Promise<Member> {
  const member = (await listMembers(db)).find(({ id }) => id === memberId);
  if (member === undefined) throw new Problem("member.unknown");
  return member;
}

const list = route({
  method: "GET",
  path: "/api/v1/members",
  summary: "Who works here, and what they may in every journey.",
  access: { to: "members.manage" },
  answers: { status: 200, body: memberList, description: "The members" },
  handle: async ({ services }) => ({ body: { items: (await listMembers(services.db)).map(entryOf) } }),
});

const change = route({
  method: "PATCH",
  path: "/api/v1/members/:memberId",
  summary: "Change a member's role, or suspend them: at once, in their open windows too.",
  access: { to: "members.manage" },
  params: memberParams,
  body: memberChange,
  answers: { status: 200, body: memberEntry, description: "The member" },
  handle: async ({ services, params, body }) => {
    const { db, rooms, clock } = services;
    const { role, suspended } = body;
    // Before the row is written, so that nothing under way is taken after; and again for who came in meanwhile.
    const end = () => rooms.endPerson(params.memberId, suspended === true ? "signIn" : "rightsChanged");
    end();
    const known = await changeMember(db, params.memberId, {
      ...(role === undefined ? {} : { role }),
      ...(suspended === undefined ? {} : { suspendedAt: suspended ? clock.now() : null }),
    });
    if (!known) throw new Problem("member.unknown");
    if (suspended === true) end();
    else await rooms.reviewPerson(params.memberId);
    return { body: entryOf(await mustFindMember(db, params.memberId)) };
  },
});

const remove = route({
  method: "DELETE",
  path: "/api/v1/members/:memberId",
  summary: "Remove a member: their rights, sessions and ways to sign in. What they made stays.",
  access: { to: "members.manage" },
  params: memberParams,
  answers: { status: 204, description: "Removed" },
  handle: async ({ services, params }) => {
    services.rooms.endPerson(params.memberId, "signIn");
    if (!(await removeMember(services.db, params.memberId))) throw new Problem("member.unknown");
    services.rooms.endPerson(params.memberId, "signIn");
    return {};
  },
});

const turnFactorOff = route({
  method: "DELETE",
  path: "/api/v1/members/:memberId/second-factor",
  summary: "Turn off the second factor of a member who has lost it. Their sessions end.",
  access: { to: "members.manage" },
  params: memberParams,
  answers: { status: 204, description: "Off" },
  handle: async ({ services, params }) => {
    await mustFindMember(services.db, params.memberId);
    await services.accounts.secondFactor.turnOff(params.memberId);
    await endSessions(services, params.memberId, { allBut: undefined });
    return {};
  },
});

const listInvited = route({
  method: "GET",
  path: "/api/v1/invitations",
  summary: "The invitations that still open, the newest first, without their secrets.",
  access: { to: "members.manage" },
  answers: { status: 200, body: invitationList, description: "The invitations" },
  handle: async ({ services }) => ({
    body: { items: (await listInvitations(services.db, services.clock)).map(invitationOf) },
  }),
});

const invite = route({
  method: "POST",
  path: "/api/v1/invitations",
  summary:
    "Invite somebody to work here. The address of the invitation is shown this once; it works once, within a week.",
  access: { to: "members.manage" },
  body: newInvitation,
  perMinute: 60,
  answers: { status: 201, body: createdInvitation, description: "The invitation" },
  handle: async ({ services, actor, body }) => {
    const { invitation, secret } = await createInvitation(services.db, services.clock, {
      role: body.role,
      email: body.email ? plainEmail(body.email) : null,
      by: actor.id,
    });
    return { body: { ...invitationOf(invitation), url: `${services.publicUrl}/invite#${secret}` } };
  },
});

const withdraw = route({
  method: "DELETE",
  path: "/api/v1/invitations/:invitationId",
  summary: "Take an invitation back.",
  access: { to: "members.manage" },
  params: invitationParams,
  answers: { status: 204, description: "Taken back" },
  handle: async ({ services, params }) => {
    if (!(await revokeInvitation(services.db, services.clock, params.invitationId)))
      throw new Problem("invitation.unknown");
    return {};
  },
});

const look = route({
  method: "POST",
  path: "/api/v1/invitations/look",
  summary: "What an invitation opens, before it is accepted.",
  access: { to: "anyone", why: "The secret in the body is the proof." },
  body: lookAtInvitation,
  perMinute: 60,
  answers: { status: 200, body: invitationView, description: "What it opens" },
  handle: async ({ services, body }) => {
    const { role, email } = await findInvitation(services.db, services.clock, body.secret);
    return { body: { role, email } };
  },
});

const accept = route({
  method: "POST",
  path: "/api/v1/invitations/accept",
  summary: "Accept an invitation with a name, an e-mail address and a password.",
  access: { to: "anyone", why: "The secret in the body is the proof." },
  body: acceptInvitation,
  perMinute: 20,
  answers: { status: 200, body: accepted, description: "You, a member; the session is in the cookie" },
  handle: async ({ services, body, request }) => {
    const invitation = await findInvitation(services.db, services.clock, body.secret);
    const personId = await joinWorkspace(services, invitation, {
      name: body.name,
      email: invitation.email ?? body.email,
      password: body.password,
    });
    return enterAs(services, personId, request.headers["user-agent"]);
  },
});

export const memberRoutes = [
  list,
  change,
  remove,
  turnFactorOff,
  listInvited,
  invite,
  withdraw,
  look,
  accept,
];
