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
/** Where in the text of the contact the words of a moment stand; the words themselves are there and nowhere beside. */
type Placed = { quoteId: string; touchpointId: string; v: number; start: number; end: number };

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
  const placed = moments.map(({ touchpointId, title, v, words }) => {
    if (text !== "") text += "\n";
    text += `${title}: `;
    const start = text.length;
    text += words || signed(v);
    return { quoteId: makeId(), touchpointId, v, start, end: text.length };
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
  const contactId = await keepContact(services, link, curve, { text, placed }, language);
  if (contactId !== undefined) await goOn(services, link, { contactId, text, placed });
}

/**
 * Goes on with the answers whose words were kept by a server that died before their quotes and pins were. Nothing is made twice: the ids of
 * the quotes were drawn before the first of them was written.
 */
export async function goOnWithCurves(services: Services): Promise<void> {
  const rows = await services.db
    .selectFrom("participantConsent")
    .innerJoin("participantLink", "participantLink.id", "participantConsent.linkId")
    .selectAll("participantLink")
    .select(["contactId", "owed"])
    .where("owed", "is not", null)
    .execute();
  for (const { contactId, owed, ...link } of rows) {
    try {
      await goOnWith(services, link, contactId, JSON.parse(owed ?? "[]") as Placed[]);
    } catch (err) {
      // One journey that cannot be opened keeps no server from starting; its answers wait for the next start.
      services.log.error(
        { err, journeyId: link.journeyId },
        "an answer of a participant is not on the map yet",
      );
    }
  }
}

async function goOnWith(
  services: Services,
  link: ParticipantLinkRow,
  contactId: string,
  placed: readonly Placed[],
): Promise<void> {
  // In the trash: if it comes back, its answers are gone on with at the start after that.
  if ((await services.journeys.find(link.journeyId)) === undefined) return;
  const contact = await services.evidence.findContact(contactId);
  if (contact !== undefined) return goOn(services, link, { contactId, text: contact.text, placed });
  // Its words never came to be kept, or are erased: whoever sent them sends them again, or took them back.
  return forget(services, contactId);
}

async function forget({ db }: Pick<Services, "db">, contactId: string): Promise<void> {
  await db.deleteFrom("participantConsent").where("contactId", "=", contactId).execute();
}

/** Makes the quotes and pins of an answer that is kept, and notes that nothing is owed any more. */
async function goOn(
  services: Services,
  link: ParticipantLinkRow,
  answer: { contactId: string; text: string; placed: readonly Placed[] },
): Promise<void> {
  await quoteAll(services, link, answer);
  await pinAll(services, link, answer.placed);
  await services.db
    .updateTable("participantConsent")
    .set({ owed: null })
    .where("contactId", "=", answer.contactId)
    .execute();
}

async function checkRoom({ db }: Services, link: ParticipantLinkRow): Promise<void> {
  const { count } = await db
    .selectFrom("participantConsent")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("linkId", "=", link.id)
    .executeTakeFirstOrThrow();
  if (count >= mostAnswers) throw new Problem("participant.full", { most: String(mostAnswers) });
}

/**
 * Keeps the consent, with what is owed to the answer, and then the contact itself; `undefined` when this very answer is here already. The
 * consent comes first: a server that dies between the two leaves no words that nobody consented to.
 */
async function keepContact(
  { evidence, db, clock, secret }: Services,
  link: ParticipantLinkRow,
  curve: Curve,
  { text, placed }: { text: string; placed: readonly Placed[] },
  language: Language,
): Promise<string | undefined> {
  const key = respondentSecret(secret);
  const lang = languageOf(text);
  const kept = lang === "other" ? language : lang;
  const id = makeId();
  const hash = createHmac("sha256", key).update(`curve:${link.id}:${curve.answerId}`).digest("base64url");
  await db
    .insertInto("participantConsent")
    .values({
      contactId: id,
      linkId: link.id,
      textVersion: curve.consentVersion,
      lang: language,
      at: clock.now(),
      owed: JSON.stringify(placed),
    })
    .execute();
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
  if (done.kept === 0) await forget({ db }, id);
  if (done.erased.length > 0) throw new Problem("participant.erased");
  return done.kept === 0 ? undefined : id;
}

async function quoteAll(
  { evidence, clock }: Services,
  link: ParticipantLinkRow,
  { contactId, text, placed }: { contactId: string; text: string; placed: readonly Placed[] },
): Promise<void> {
  const known = new Set((await evidence.quotesOfContacts([contactId])).map(({ id }) => id));
  for (const { quoteId, start, end, v } of placed) {
    if (known.has(quoteId)) continue;
    await evidence.addQuote({
      id: quoteId,
      contactId,
      sourceId: link.sourceId,
      start,
      end,
      text: text.slice(start, end),
      speaker: link.asks === "customer" ? "customer" : "agent",
      valence: v,
      vBy: "human",
      themes: "[]",
      manner: "stated",
      moment: null,
      personaId: null,
      by: participantOf(link).id,
      createdAt: clock.now(),
      withdrawnAt: null,
      clipFrom: null,
      clipTo: null,
    });
  }
}

/** One change of the document for the whole answer. A pin that finds no room is left out: the words are in the library all the same. */
async function pinAll(
  { rooms, clock }: Services,
  link: ParticipantLinkRow,
  placed: readonly Placed[],
): Promise<void> {
  const actor = participantOf(link);
  const now = () => new Date(clock.now()).toISOString();
  await rooms.withDocument(link.journeyId, (doc) => {
    const context = { doc, origin: originFor(actor), by: actor.id, newId: makeId, now };
    for (const { quoteId, touchpointId, v } of placed)
      applyCommand(context, "pinQuote", {
        quoteId,
        touchpointId,
        v,
        vBy: "human",
        stance: "supports",
        status: "confirmed",
      });
  });
}
