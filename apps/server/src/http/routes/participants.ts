import { FEELING_STEPS, ownFeelingWord, readJourney } from "@polku/journey";
import {
  CONSENT_VERSION,
  createdParticipantLink,
  journeyParams,
  lookAsParticipant,
  newParticipantLink,
  participantAsks,
  participantCurve,
  participantLinkParams,
  participantLinks,
  participantView,
} from "@polku/protocol/http";
import { Problem } from "../../errors.ts";
import {
  findParticipantLink,
  listParticipantLinks,
  makeParticipantLink,
  revokeParticipantLink,
} from "../../participants/participantLinks.ts";
import { takeCurve } from "../../participants/takeCurve.ts";
import { route } from "../route.ts";

const path = "/api/v1/journeys/:id/participant-links";
const access = { to: "journey.share", inJourney: "id" } as const;

const make = route({
  method: "POST",
  path,
  summary:
    "Make a link by which customers or colleagues draw their own curve. Its address is shown this once.",
  access,
  params: journeyParams,
  body: newParticipantLink,
  answers: { status: 201, body: createdParticipantLink, description: "The link" },
  handle: async ({ services, actor, params, body }) => {
    const { id, secret } = await makeParticipantLink(services, actor, { journeyId: params.id, ...body });
    return { body: { id, url: `${services.publicUrl}/p#${secret}` } };
  },
});

const list = route({
  method: "GET",
  path,
  summary: "The live participant links of a journey, the newest first, without their secrets.",
  access,
  params: journeyParams,
  answers: { status: 200, body: participantLinks, description: "The links" },
  handle: async ({ services, params }) => {
    const links = await listParticipantLinks(services, params.id);
    const items = links.map((link) => ({
      ...link,
      asks: participantAsks.parse(link.asks),
      createdAt: new Date(link.createdAt).toISOString(),
    }));
    return { body: { items } };
  },
});

const revoke = route({
  method: "DELETE",
  path: `${path}/:linkId`,
  summary: "Withdraw a participant link. What came by it stays until its source is erased.",
  access,
  params: participantLinkParams,
  answers: { status: 204, description: "Withdrawn" },
  handle: async ({ services, params }) => {
    await revokeParticipantLink(services, params.id, params.linkId);
    return {};
  },
});

const look = route({
  method: "POST",
  path: "/api/v1/participate/look",
  summary: "What a participant link asks: the titles of the journey's path, and nothing that others said.",
  access: { to: "anyone", why: "The secret in the body is the proof." },
  body: lookAsParticipant,
  perMinute: 240,
  answers: { status: 200, body: participantView, description: "What is asked" },
  handle: async ({ services, body }) => {
    const link = await findParticipantLink(services, body.secret);
    const journey = await services.journeys.find(link.journeyId);
    if (journey === undefined) throw new Problem("link.unknown");
    const { moments, feelings } = await services.rooms.readDocument(link.journeyId, (doc) => {
      const { path: walked, touchpoints, meta } = readJourney(doc);
      const stages = new Map(walked.stages.map((stage) => [stage.id, stage.title]));
      const named = walked.touchpointIds.flatMap((id) => {
        const touchpoint = touchpoints.get(id);
        // What the team has not named yet means nothing to somebody from outside.
        if (touchpoint === undefined || touchpoint.title.trim() === "") return [];
        return [{ id, title: touchpoint.title, stage: stages.get(touchpoint.stageId) ?? "" }];
      });
      return { moments: named, feelings: FEELING_STEPS.map((step) => ownFeelingWord(meta, step) ?? "") };
    });
    const asks = participantAsks.parse(link.asks);
    return { body: { title: journey.title, asks, consentVersion: CONSENT_VERSION, moments, feelings } };
  },
});

const send = route({
  method: "POST",
  path: "/api/v1/participate",
  summary:
    "Send a participant's own curve with their consent; it becomes evidence on the map. Sent twice it is kept once.",
  access: { to: "anyone", why: "The secret in the body is the proof." },
  body: participantCurve,
  perMinute: 120,
  answers: { status: 204, description: "Taken in" },
  handle: async ({ services, body, language }) => {
    const link = await findParticipantLink(services, body.secret);
    if ((await services.journeys.find(link.journeyId)) === undefined) throw new Problem("link.unknown");
    await takeCurve(services, link, body, language);
    return {};
  },
});

export const participantRoutes = [make, list, revoke, look, send];
