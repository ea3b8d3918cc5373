// What a sub-journey of each kind begins with. The stages "is told" and "service changes" are always empty: a loop is closed by something
// the customer really hears, never by a template (RULES J14).
import type { SubJourneyKind } from "../subJourney.ts";
import { FEEDBACK_TEMPLATE, FEEDBACK_TITLE, type FeedbackStep } from "./feedback.ts";

type Words = FeedbackStep["title"];

/** A kind's usual name, and its stages with the touchpoint that each begins with. */
export type SubJourneyTemplate = { readonly title: Words; readonly steps: readonly FeedbackStep[] };

const told: FeedbackStep = {
  phase: "told",
  title: { en: "Is told", fi: "Kuulee lopputuloksen" },
  question: {
    en: "Was the customer told what was decided, and why?",
    fi: "Kuuliko asiakas, mitä päätettiin ja miksi?",
  },
  contact: { channel: "callback", contactKind: "human" },
  touchpoint: null,
};

const learn: FeedbackStep = {
  phase: "learn",
  title: { en: "Service changes", fi: "Palvelu muuttuu" },
  question: { en: "What changed for everyone?", fi: "Mikä muuttui kaikille?" },
  contact: { channel: "push", contactKind: "self_service" },
  touchpoint: null,
};

const COMPLAINT: readonly FeedbackStep[] = [
  {
    phase: "trigger",
    title: { en: "It went wrong", fi: "Meni pieleen" },
    question: {
      en: "What was promised, and what came instead?",
      fi: "Mitä luvattiin, ja mitä tuli sen sijaan?",
    },
    contact: { channel: "other", contactKind: "none" },
    touchpoint: { en: "Is let down", fi: "Pettyy" },
  },
  {
    phase: "give",
    title: { en: "Complains", fi: "Valittaa" },
    question: {
      en: "Could the customer say it to a person, and only once?",
      fi: "Pääsikö asiakas sanomaan sen ihmiselle – ja vain kerran?",
    },
    contact: { channel: "phone", contactKind: "human" },
    touchpoint: { en: "Says what went wrong", fi: "Kertoo, mikä meni pieleen" },
  },
  {
    phase: "hear",
    title: { en: "Is heard", fi: "Tulee kuulluksi" },
    question: { en: "Did somebody say sorry, and mean it?", fi: "Pahoitteliko joku – ja tosissaan?" },
    contact: { channel: "phone", contactKind: "human" },
    touchpoint: { en: "Somebody takes it on", fi: "Joku ottaa asian omakseen" },
  },
  {
    phase: "resolve",
    title: { en: "Is put right", fi: "Asia korjataan" },
    question: {
      en: "Was it put right at first contact, or made good in another way?",
      fi: "Korjattiinko se ensimmäisellä yhteydenotolla tai hyvitettiinkö muuten?",
    },
    contact: { channel: "other", contactKind: "human" },
    touchpoint: { en: "The matter is put right", fi: "Asia korjataan" },
  },
  told,
  learn,
];

const CLAIM: readonly FeedbackStep[] = [
  {
    phase: "trigger",
    title: { en: "A loss", fi: "Vahinko" },
    question: { en: "What was lost, and what is at stake?", fi: "Mitä menetettiin, ja mitä on pelissä?" },
    contact: { channel: "other", contactKind: "none" },
    touchpoint: { en: "Notices the loss", fi: "Huomaa vahingon" },
  },
  {
    phase: "find",
    title: { en: "Finds out how", fi: "Selvittää, miten haetaan" },
    question: {
      en: "Does the customer know what is needed before beginning?",
      fi: "Tietääkö asiakas ennen aloittamista, mitä tarvitaan?",
    },
    contact: { channel: "web", contactKind: "self_service" },
    touchpoint: { en: "Looks up how to claim", fi: "Etsii hakuohjeet" },
  },
  {
    phase: "give",
    title: { en: "Claims", fi: "Hakee korvausta" },
    question: {
      en: "How much must be told that we know already?",
      fi: "Paljonko pitää kertoa sellaista, minkä jo tiedämme?",
    },
    contact: { channel: "web", contactKind: "self_service" },
    touchpoint: { en: "Sends the claim", fi: "Lähettää hakemuksen" },
  },
  {
    phase: "acknowledge",
    title: { en: "Waits", fi: "Odottaa" },
    question: {
      en: "Does the customer know when, and from whom?",
      fi: "Tietääkö asiakas, milloin ja keneltä?",
    },
    contact: { channel: "email", contactKind: "none" },
    touchpoint: { en: "Waits for the decision", fi: "Odottaa päätöstä" },
  },
  {
    phase: "resolve",
    title: { en: "Is decided", fi: "Asia ratkeaa" },
    question: { en: "Was the reason given in plain words?", fi: "Perusteltiinko päätös selkeästi?" },
    contact: { channel: "letter", contactKind: "human" },
    touchpoint: { en: "The claim is decided", fi: "Hakemus ratkaistaan" },
  },
  told,
  learn,
];

const SURVEY: readonly FeedbackStep[] = [
  {
    phase: "ask",
    title: { en: "Is asked", fi: "Kysytään" },
    question: {
      en: "Who asks, when, and about whose topics?",
      fi: "Kuka kysyy, milloin ja kenen aiheista?",
    },
    contact: { channel: "email", contactKind: "bot" },
    touchpoint: { en: "Gets a request to answer", fi: "Saa vastauspyynnön" },
  },
  {
    phase: "give",
    title: { en: "Answers", fi: "Vastaa" },
    question: {
      en: "Is there room for what nobody asked about?",
      fi: "Onko tilaa sille, mitä kukaan ei kysynyt?",
    },
    contact: { channel: "web", contactKind: "self_service" },
    touchpoint: { en: "Answers the survey", fi: "Vastaa kyselyyn" },
  },
  {
    phase: "hear",
    title: { en: "Is read", fi: "Luetaan" },
    question: { en: "Who reads the open answers?", fi: "Kuka lukee avoimet vastaukset?" },
    contact: { channel: "other", contactKind: "none" },
    touchpoint: { en: "Hears nothing for a while", fi: "Ei kuule hetkeen mitään" },
  },
  told,
  learn,
];

const FREE: readonly FeedbackStep[] = [
  {
    phase: null,
    title: { en: "Begins", fi: "Alkaa" },
    question: { en: "", fi: "" },
    contact: { channel: "other", contactKind: "none" },
    touchpoint: { en: "First step", fi: "Ensimmäinen askel" },
  },
];

export const SUB_JOURNEY_TEMPLATES: Readonly<Record<SubJourneyKind, SubJourneyTemplate>> = {
  feedback: { title: FEEDBACK_TITLE, steps: FEEDBACK_TEMPLATE },
  complaint: { title: { en: "Complaint", fi: "Valitus" }, steps: COMPLAINT },
  claim: { title: { en: "Claim", fi: "Korvauksen hakeminen" }, steps: CLAIM },
  survey: { title: { en: "Survey", fi: "Kysely" }, steps: SURVEY },
  free: { title: { en: "Sub-journey", fi: "Alipolku" }, steps: FREE },
};
