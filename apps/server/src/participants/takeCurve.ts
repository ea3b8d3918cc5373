import { createHmac } from "node:crypto";
import { languageOf, maskPersonalData, stemsForIndex } from "@polku/evidence";
import { applyCommand, readJourney } from "@polku/journey";
import type { Language } from "@polku/protocol";
import { CONSENT_VERSION, type participantCurve } from "@polku/protocol/http";
import type { z } from "zod";
import { makeId } from "../accounts/secrets.ts";
import { Problem } from "../errors.ts";
import { respondentKey, respondentSecret } from "../imports/prepareContact.ts";
import type { Actor } from "../policies/actor.ts";
import { originFor } from "../rooms/changeOrigin.ts";
import type { Services } from "../services.ts";
import type { ParticipantLinkRow } from "../storage/participantTables.ts";

type Curve = z.output<typeof participantCurve>;
type Moment = { touchpointId: string; title: string; v: number; words: string };
/** Where in the text of the contact the words of a moment stand. */
type Placed = Moment & { start: number; end: number };

const mostAnswers = 2_000;

/** −1.5 → `−1.5`, 1 → `+1`: what somebody drew and said nothing about. */
function signed(v: number): string {
  const rounded = Math.round(Math.abs(v) * 10) / 10;
  if (rounded === 0) return "0";
  return v < 0 ? `−${rounded}` : `+${rounded}`;
}

/** The answer as one text to be read in the library: a line a moment, what belongs to none at the end. */
function layOutAnswer(moments: readonly Moment[], said: string): { text: string; placed: Placed[] } {
  let text = "";
  const placed = moments.map((moment) => {
    if (text !== "") text += "\n";
    text += `${moment.title}: `;
    const start = text.length;
    text += moment.words || signed(moment.v);
    return { ...moment, start, end: text.length };
  });
  return { text: said === "" ? text : `${text}${text === "" ? "" : "\n"}${said}`, placed };
}

/** The moments that are on the path, in its order, with their titles; points at others (removed meanwhile) fall away. */
async function momentsOf({ rooms }: Pick<Services, "rooms">, journeyId: string, curve: Curve) {
  const byId = new Map(curve.points.map((point) => [point.touchpointId, point]));
  return rooms.readDocument(journeyId, (doc) => {
    const { path, touchpoints } = readJourney(doc);
    return path.touchpointIds.flatMap((id): Moment[] => {
      const point = byId.get(id);
      const title = maskPersonalData(touchpoints.get(id)?.title ?? "");
      return point === undefined ? [] : [{ ...point, title, words: maskPersonalData(point.words) }];
    });
  });
}

/** The changes that an answer makes are nobody's of the team. */
function participantOf(link: ParticipantLinkRow): Actor {
  const name = link.asks === "customer" ? "Participant" : "Colleague";
  return { kind: "guest", id: `participant-${link.id}`.slice(0, 64), name, colour: "", grants: [] };
}

/**
 * Takes a participant's curve in as evidence: one contact in the source of the link, a quote for each moment, pinned where it was drawn with the
 * valence that the person gave. Sent twice it is kept once.
 * @throws participant.consent, participant.nothing, participant.full, participant.erased
 */
export async function takeCurve(
  services: Services,
  link: ParticipantLinkRow,
  curve: Curve,
  language: Language,
): Promise<void> {
  if (curve.consentVersion !== CONSENT_VERSION) throw new Problem("participant.consent");
  const said = maskPersonalData(curve.said);
  const moments = await momentsOf(services, link.journeyId, curve);
  if (moments.length === 0 && said === "") throw new Problem("participant.nothing");
  await checkRoom(services, link);
  const { text, placed } = layOutAnswer(moments, said);
  const contactId = await keepContact(services, link, curve, text, language);
  if (contactId === undefined) return;
  await pinAll(services, link, await quoteAll(services, link, contactId, placed));
}

async function checkRoom({ db }: Services, link: ParticipantLinkRow): Promise<void> {
  const { count } = await db
    .selectFrom("participantConsent")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("linkId", "=", link.id)
    .executeTakeFirstOrThrow();
  if (count >= mostAnswers) throw new Problem("participant.full", { most: String(mostAnswers) });
}

/** Keeps the contact and the consent to it; `undefined` when this very answer is here already. */
async function keepContact(
  { evidence, db, clock, secret }: Services,
  link: ParticipantLinkRow,
  curve: Curve,
  text: string,
  language: Language,
): Promise<string | undefined> {
  const key = respondentSecret(secret);
  const lang = languageOf(text);
  const kept = lang === "other" ? language : lang;
  const id = makeId();
  const hash = createHmac("sha256", key).update(`curve:${link.id}:${curve.answerId}`).digest("base64url");
  const done = await evidence.keepContacts(link.sourceId, [
    {
      id,
      hash,
      externalId: null,
      occurredAt: clock.now(),
      // Of this link only: nobody shall tell from the hash that two journeys asked the same phone.
      respondentKey: respondentKey(`${link.id}/${curve.person}`, key),
      lang: kept,
      text,
      ratingScale: null,
      ratingX: null,
      channel: null,
      themes: "[]",
      thread: null,
      stems: stemsForIndex(text, kept),
    },
  ]);
  if (done.erased.length > 0) throw new Problem("participant.erased");
  if (done.kept === 0) return undefined;
  await db
    .insertInto("participantConsent")
    .values({
      contactId: id,
      linkId: link.id,
      textVersion: curve.consentVersion,
      lang: language,
      at: clock.now(),
    })
    .execute();
  return id;
}

async function quoteAll(
  { evidence, clock }: Services,
  link: ParticipantLinkRow,
  contactId: string,
  placed: readonly Placed[],
) {
  const made: { quoteId: string; touchpointId: string; v: number }[] = [];
  for (const { start, end, words, v, touchpointId } of placed) {
    const quoteId = makeId();
    await evidence.addQuote({
      id: quoteId,
      contactId,
      sourceId: link.sourceId,
      start,
      end,
      text: words || signed(v),
      speaker: link.asks === "customer" ? "customer" : "agent",
      valence: v,
      vBy: "human",
      themes: "[]",
      manner: "verbatim",
      moment: null,
      personaId: null,
      by: participantOf(link).id,
      createdAt: clock.now(),
      withdrawnAt: null,
      clipFrom: null,
      clipTo: null,
    });
    made.push({ quoteId, touchpointId, v });
  }
  return made;
}

/** One change of the document for the whole answer. A pin that finds no room is left out: the words are in the library all the same. */
async function pinAll(
  { rooms, clock }: Services,
  link: ParticipantLinkRow,
  made: readonly { quoteId: string; touchpointId: string; v: number }[],
): Promise<void> {
  const actor = participantOf(link);
  const now = () => new Date(clock.now()).toISOString();
  await rooms.withDocument(link.journeyId, (doc) => {
    const context = { doc, origin: originFor(actor), by: actor.id, newId: makeId, now };
    for (const one of made)
      applyCommand(context, "pinQuote", { ...one, vBy: "human", stance: "supports", status: "confirmed" });
  });
}
