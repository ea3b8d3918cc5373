import {
  createdLink,
  grantList,
  joinByLink as joinBody,
  joined,
  journeyParams,
  linkChoice,
  linkEntry,
  linkList,
  linkParams,
  linkRole,
  linkView,
  lookAtLink,
  newLink,
  ticket,
} from "@polku/protocol/http";
import type { Role } from "@polku/protocol";
import type { z } from "zod";
import { grantsOfJourney } from "../../accounts/grantsOfJourney.ts";
import {
  checkLinkPassword,
  createShareLink,
  findLiveLink,
  findShareLink,
  joinByLink,
  listShareLinks,
  revokeShareLink,
} from "../../accounts/shareLinks.ts";
import { Problem } from "../../errors.ts";
import { roleIn } from "../../policies/policy.ts";
import type { Services } from "../../services.ts";
import type { ShareLinkRow } from "../../storage/tables.ts";
import { headersOf } from "../guardRoute.ts";
import { route } from "../route.ts";
import { withCookies } from "./me.ts";

function stateOf(link: ShareLinkRow, now: number): "live" | "expired" | "revoked" {
  if (link.revokedAt !== null) return "revoked";
  return link.expiresAt !== null && link.expiresAt <= now ? "expired" : "live";
}

function entryOf(link: ShareLinkRow, now: number): z.infer<typeof linkEntry> {
  return {
    id: link.id,
    role: linkRole.parse(link.role),
    createdAt: new Date(link.createdAt).toISOString(),
    expiresAt: link.expiresAt === null ? null : new Date(link.expiresAt).toISOString(),
    hasPassword: link.passwordHash !== null,
    lobby: link.lobby === 1,
    uses: link.uses,
    state: stateOf(link, now),
  };
}

const create = route({
  method: "POST",
  path: "/api/v1/journeys/:id/links",
  summary: "Make a share link. Its address is shown this once.",
  access: { to: "journey.share", inJourney: "id" },
  params: journeyParams,
  body: newLink,
  answers: { status: 201, body: createdLink, description: "The link" },
  handle: async ({ services, actor, params, body }) => {
    const { link, secret } = await createShareLink(services.db, services.clock, {
      journeyId: params.id,
      role: body.role,
      expiresAt: body.expiresAt ? Date.parse(body.expiresAt) : null,
      password: body.password ?? undefined,
      lobby: body.lobby,
      by: actor.id,
    });
    return { body: { id: link.id, url: `${services.publicUrl}/join#${secret}` } };
  },
});

const list = route({
  method: "GET",
  path: "/api/v1/journeys/:id/links",
  summary: "The share links of a journey, the newest first, without their secrets.",
  access: { to: "journey.share", inJourney: "id" },
  params: journeyParams,
  answers: { status: 200, body: linkList, description: "The links" },
  handle: async ({ services, params }) => {
    const now = services.clock.now();
    const links = await listShareLinks(services.db, params.id);
    return { body: { items: links.map((link) => entryOf(link, now)) } };
  },
});

function momentOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

const access = route({
  method: "GET",
  path: "/api/v1/journeys/:id/access",
  summary: "Everybody and everything that may see a journey: owner, members, people by links, tokens.",
  access: { to: "journey.share", inJourney: "id" },
  params: journeyParams,
  answers: { status: 200, body: grantList, description: "Who, as what, and by what" },
  handle: async ({ services, params }) => {
    const grants = await grantsOfJourney(services.db, services.clock, params.id);
    const items = grants.map((grant) => ({
      ...grant,
      since: momentOf(grant.since),
      expiresAt: momentOf(grant.expiresAt),
    }));
    return { body: { items } };
  },
});

/**
 * The right is gone before the answer is given. Sockets that came by it are ended before the row is written, so that nothing they have
 * under way is taken once it is, and again after, for those who came in meanwhile.
 */
async function withdraw(services: Services, journeyId: string, linkId: string): Promise<void> {
  if ((await findShareLink(services.db, journeyId, linkId)) === undefined) throw new Problem("link.unknown");
  services.rooms.endAccess(`link:${linkId}`);
  if (!(await revokeShareLink(services.db, services.clock, journeyId, linkId)))
    throw new Problem("link.unknown");
  services.rooms.endAccess(`link:${linkId}`);
}

const revoke = route({
  method: "DELETE",
  path: "/api/v1/journeys/:id/links/:linkId",
  summary: "Withdraw a share link and every right that came by it.",
  access: { to: "journey.share", inJourney: "id" },
  params: linkParams,
  answers: { status: 204, description: "Withdrawn" },
  handle: async ({ services, params }) => {
    await withdraw(services, params.id, params.linkId);
    return {};
  },
});

const revokeChosen = route({
  method: "DELETE",
  path: "/api/v1/journeys/:id/links",
  summary: "Withdraw the share link that `linkId` names.",
  access: { to: "journey.share", inJourney: "id" },
  params: journeyParams,
  query: linkChoice,
  answers: { status: 204, description: "Withdrawn" },
  handle: async ({ services, params, query }) => {
    await withdraw(services, params.id, query.linkId);
    return {};
  },
});

const look = route({
  method: "POST",
  path: "/api/v1/join/look",
  summary: "What a share link opens, before joining.",
  access: { to: "anyone", why: "The secret in the body is the proof." },
  body: lookAtLink,
  perMinute: 240,
  answers: { status: 200, body: linkView, description: "What it opens" },
  handle: async ({ services, body }) => {
    const link = await findLiveLink(services.db, services.clock, body.secret);
    const journey = await services.journeys.find(link.journeyId);
    if (journey === undefined) throw new Problem("link.unknown");
    const needsPassword = link.passwordHash !== null;
    return {
      body: {
        journeyId: link.journeyId,
        title: needsPassword ? null : journey.title,
        role: link.role,
        needsPassword,
      },
    };
  },
});

/** Somebody without a right after coming waits in the lobby: who leads is told that somebody is there. */
function cameIn(services: Services, link: ShareLinkRow, role: Role | undefined) {
  if (role === undefined) services.rooms.broadcast({ journeyId: link.journeyId }, { t: "people" });
  return { role: role ?? link.role, ...(role === undefined ? { waits: true as const } : {}) };
}

const join = route({
  method: "POST",
  path: "/api/v1/join",
  summary: "Join a journey by its share link, with only a name.",
  access: { to: "anyone", why: "The secret in the body is the proof." },
  body: joinBody,
  perMinute: 120,
  answers: { status: 200, body: joined, description: "Joined; the session is in the cookie" },
  handle: async ({ services, actor, body, request, language }) => {
    const link = await findLiveLink(services.db, services.clock, body.secret);
    if ((await services.journeys.find(link.journeyId)) === undefined) throw new Problem("link.unknown");
    await checkLinkPassword(link, body.password);
    const { sessions } = services.accounts;
    // Somebody who is signed in stays who they are; the owner gains nothing by a link.
    const known = actor.kind === "token" || actor.kind === "nobody" ? undefined : actor;
    if (known?.kind === "owner") return { body: { journeyId: link.journeyId, role: "owner" } };
    const name = body.name ?? known?.name ?? `${language === "fi" ? "Vieras" : "Guest"} ${link.uses + 1}`;
    if (known !== undefined) {
      await joinByLink(services.db, services.clock, link, known.id);
      if (body.name !== undefined) await sessions.rename(known.id, body.name);
      const again = await services.accounts.actorOf(headersOf(request));
      return {
        body: {
          journeyId: link.journeyId,
          ...cameIn(services, link, roleIn(again, link.journeyId, services.clock.now())),
        },
      };
    }
    const { person, cookies } = await sessions.enter({
      name,
      kind: "guest",
      browser: request.headers["user-agent"],
    });
    await joinByLink(services.db, services.clock, link, person.id);
    const role = linkRole.parse(link.role);
    return withCookies(cookies, {
      body: { journeyId: link.journeyId, ...cameIn(services, link, link.lobby === 1 ? undefined : role) },
    });
  },
});

const issueTicket = route({
  method: "POST",
  path: "/api/v1/journeys/:id/ticket",
  summary: "A ticket that opens one socket to this journey, once, within a minute.",
  access: { to: "journey.read", inJourney: "id" },
  params: journeyParams,
  answers: { status: 201, body: ticket, description: "The ticket, and the role it gives" },
  handle: async ({ services, actor, params }) => {
    const now = services.clock.now();
    return {
      body: {
        token: services.accounts.tickets.issue(actor, params.id),
        role: roleIn(actor, params.id, now) ?? "viewer",
      },
    };
  },
});

export const linkRoutes = [access, create, list, revoke, revokeChosen, look, join, issueTicket];
