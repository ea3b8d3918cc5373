import { createHmac } from "node:crypto";
import { languageOf, maskPersonalData, stemsForIndex } from "@polku/evidence";
import { applyCommand, readJourney } from "@polku/journey";
import type { Language } from "@polku/protocol";
import {
  CONSENT_VERSION,
  MOST_SPOKEN,
  type participantCurve,
  SOUND_CONSENT_VERSION,
} from "@polku/protocol/http";
import { readSound, secondsOf } from "@polku/evidence/sound";
import type { z } from "zod";
import { makeId } from "../accounts/secrets.ts";
import { Problem } from "../errors.ts";
import { keepRecording } from "../recordings/recordings.ts";
import { respondentKey, respondentSecret } from "../imports/prepareContact.ts";
import type { Actor } from "../policies/actor.ts";
import { originFor } from "../rooms/changeOrigin.ts";
import type { Services } from "../services.ts";
import { recordingOf } from "../storage/sql/sqlRecordings.ts";
import type { ParticipantLinkRow } from "../storage/participantTables.ts";

type Curve = z.output<typeof participantCurve>;
type Clip = { from: number; to: number };
type Moment = { touchpointId: string; title: string; v: number; words: string; clip?: Clip | undefined };
/** Where in the text of the contact, and in its recording, a moment is told; the words themselves are there and nowhere beside. */
type Placed = { quoteId: string; touchpointId: string; v: number; start: number; end: number; clip?: Clip };

/** What a participant said aloud: Ogg Opus or WAV, how loud it is, and to which text about voices they agreed. */
export type Voice = { bytes: Uint8Array; peaks: readonly number[]; consentVersion: string };

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
  const placed = moments.map(({ touchpointId, title, v, words, clip }): Placed => {
    if (text !== "") text += "\n";
    text += `${title}: `;
    const start = text.length;
    text += words || signed(v);
    const place = { quoteId: makeId(), touchpointId, v, start, end: text.length };
    return clip === undefined ? place : { ...place, clip };
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
 * valence that the person gave; what they said aloud is the recording of that contact. Sent twice it is kept once.
 * @throws participant.consent, participant.soundConsent, participant.nothing, participant.full, participant.erased, participant.long, recording.form
 */
export async function takeCurve(
  services: Services,
  link: ParticipantLinkRow,
  curve: Curve,
  language: Language,
  voice?: Voice,
): Promise<void> {
  if (curve.consentVersion !== CONSENT_VERSION) throw new Problem("participant.consent");
  const seconds = voice === undefined ? 0 : secondsSpoken(voice);
  const said = maskPersonalData(curve.said);
  const moments = await momentsOf(services, link.journeyId, curve);
  if (moments.length === 0 && said === "" && voice === undefined) throw new Problem("participant.nothing");
  await checkRoom(services, link);
  const { text, placed } = layOutAnswer(
    moments.map((moment) => ({ ...moment, clip: within(moment.clip, seconds) })),
    said,
  );
  const kept = await keepContact(services, link, curve, { text, placed, language, voice });
  if (voice !== undefined) await keepVoice(services, link, kept.contactId, voice);
  if (kept.isNew) await goOn(services, link, { contactId: kept.contactId, text, placed });
}

/** How long it is. Throws when nobody agreed to it, when it is too long, and when it is no sound that can be silenced. */
function secondsSpoken({ bytes, consentVersion }: Voice): number {
  if (consentVersion !== SOUND_CONSENT_VERSION) throw new Problem("participant.soundConsent");
  const sound = readSound(bytes);
  if (sound === null) throw new Problem("recording.form");
  const seconds = secondsOf(sound);
  // What a phone stops by its own clock is a little longer than it meant to be.
  if (seconds > MOST_SPOKEN.minutes * 60 + 5)
    throw new Problem("participant.long", { minutes: String(MOST_SPOKEN.minutes) });
  return seconds;
}

/** The part of a stretch that is in the recording; `undefined` when there is none. */
function within(clip: Clip | undefined, seconds: number): Clip | undefined {
  if (clip === undefined || clip.from >= seconds) return undefined;
  return { from: clip.from, to: Math.min(clip.to, seconds) };
}

/** Keeps the voice of an answer. One that was sent again keeps what it has; one whose server died before it had it gets it now. */
async function keepVoice(
  services: Services,
  link: ParticipantLinkRow,
  contactId: string,
  { bytes, peaks }: Voice,
): Promise<void> {
  const by = participantOf(link).id;
  if ((await recordingOf(services.db, contactId)) !== undefined) return;
  try {
    const contact = { id: contactId, sourceId: link.sourceId };
    const { id } = await keepRecording(services, { contact, bytes, peaks, by });
    const line = { who: by, deed: "imported", what: "recording", thing: id, count: null } as const;
    await services.privacy.accessLog.add(line);
  } catch (error) {
    if (!(error instanceof Problem && error.code === "recording.there")) throw error;
    // The same answer came twice in the same moment.
    await services.privacy.removeLostMedia();
  }
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

type Answer = {
  text: string;
  placed: readonly Placed[];
  language: Language;
  voice: Voice | undefined;
};

/**
 * Keeps the consent, with what is owed to the answer, and then the contact itself; an answer that is here already is told by its first
 * contact. The consent comes first: a server that dies between the two leaves no words that nobody consented to.
 */
async function keepContact(
  { evidence, db, clock, secret }: Services,
  link: ParticipantLinkRow,
  curve: Curve,
  { text, placed, language, voice }: Answer,
): Promise<{ contactId: string; isNew: boolean }> {
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
      soundVersion: voice?.consentVersion ?? null,
      answerHash: hash,
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
  if (done.kept > 0) return { contactId: id, isNew: true };
  const first = await db
    .selectFrom("participantConsent")
    .select("contactId")
    .where("linkId", "=", link.id)
    .where("answerHash", "=", hash)
    .executeTakeFirst();
  return { contactId: first?.contactId ?? id, isNew: false };
}

async function quoteAll(
  { evidence, clock }: Services,
  link: ParticipantLinkRow,
  { contactId, text, placed }: { contactId: string; text: string; placed: readonly Placed[] },
): Promise<void> {
  const known = new Set((await evidence.quotesOfContacts([contactId])).map(({ id }) => id));
  for (const { quoteId, start, end, v, clip } of placed) {
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
      clipFrom: clip?.from ?? null,
      clipTo: clip?.to ?? null,
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
