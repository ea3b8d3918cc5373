import { FEELING_STEPS, ownFeelingWord, readJourney } from "@polku/journey";
import {
  CONSENT_VERSION,
  createdParticipantLink,
  MOST_SPOKEN,
  peaks,
  journeyParams,
  lookAsParticipant,
  newParticipantLink,
  participantAsks,
  participantCurve,
  participantLinkParams,
  participantLinks,
  participantView,
  SOUND_CONSENT_VERSION,
  spokenCurve,
} from "@polku/protocol/http";
import { readFile } from "node:fs/promises";
import { Problem } from "../../errors.ts";
import { withFile } from "../../imports/takeFile.ts";
import {
  findParticipantLink,
  listParticipantLinks,
  makeParticipantLink,
  revokeParticipantLink,
} from "../../participants/participantLinks.ts";
import { takeCurve } from "../../participants/takeCurve.ts";
import { readMeta } from "../readMeta.ts";
import type { Services } from "../../services.ts";
import type { ParticipantLinkRow } from "../../storage/participantTables.ts";
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
    const voice = { consentVersion: SOUND_CONSENT_VERSION, minutes: MOST_SPOKEN.minutes };
    return {
      body: { title: journey.title, asks, consentVersion: CONSENT_VERSION, voice, moments, feelings },
    };
  },
});

/** The live link behind a secret, to a journey that is there. */
async function openLink(services: Services, secret: string): Promise<ParticipantLinkRow> {
  const link = await findParticipantLink(services, secret);
  if ((await services.journeys.find(link.journeyId)) === undefined) throw new Problem("link.unknown");
  return link;
}

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
    const link = await openLink(services, body.secret);
    await takeCurve(services, link, body, language);
    return {};
  },
});

const sendSpoken = route({
  method: "POST",
  path: "/api/v1/participate/spoken",
  summary:
    "Send a participant's curve with their own voice: the parts answer (JSON) and peaks before the part file, Ogg Opus or WAV. Sent twice it is kept once.",
  access: {
    to: "anyone",
    why: "The secret in the part called answer is the proof; without it not a byte of the file is kept.",
  },
  consumes: "multipart/form-data",
  perMinute: 60,
  answers: { status: 204, description: "Taken in" },
  handle: async ({ services, request, language }) => {
    const answerIn = (fields: ReadonlyMap<string, string>) =>
      readMeta(spokenCurve, fields.get("answer"), "answer");
    return withFile(
      request,
      services.imports.folder,
      async (taken) => {
        const answer = answerIn(taken.fields);
        const link = await openLink(services, answer.secret);
        await takeCurve(services, link, answer, language, {
          bytes: await readFile(taken.file),
          peaks: readMeta(peaks, taken.fields.get("peaks") ?? "[]", "peaks"),
          consentVersion: answer.soundConsentVersion,
        });
        return {};
      },
      {
        most: MOST_SPOKEN.bytes,
        before: async (fields) => void (await openLink(services, answerIn(fields).secret)),
      },
    );
  },
});

export const participantRoutes = [make, list, revoke, look, send, sendSpoken];
