import type { FeedbackPhase } from "../stage.ts";
import type { Channel, ContactKind } from "../touchpoint.ts";

type Words = { readonly en: string; readonly fi: string };

export type FeedbackStep = {
  /** Null outside feedback: a free sub-journey has no phases. */
  readonly phase: FeedbackPhase | null;
  readonly title: Words;
  /** What the evidence must answer. */
  readonly question: Words;
  readonly contact: { readonly channel: Channel; readonly contactKind: ContactKind };
  /** The touchpoint the template begins with; null where only the team's own work can put one. */
  readonly touchpoint: Words | null;
};

export const FEEDBACK_TITLE: Words = { en: "Feedback journey", fi: "Palautepolku" };

/** The default feedback sub-journey: method A10. Stage 1 is the parent touchpoint itself; 7 and 8 are for the team to earn. */
export const FEEDBACK_TEMPLATE: readonly FeedbackStep[] = [
  {
    phase: "trigger",
    title: { en: "Something happened", fi: "Jotain tapahtui" },
    question: {
      en: "What experience triggered the wish to tell?",
      fi: "Mikä kokemus herätti halun kertoa?",
    },
    contact: { channel: "other", contactKind: "none" },
    touchpoint: { en: "Something goes wrong", fi: "Jokin menee pieleen" },
  },
  {
    phase: "find",
    title: { en: "Finds a way", fi: "Etsii keinon" },
    question: {
      en: "Could the customer find any place, and a human?",
      fi: "Löysikö asiakas paikan kertoa – ja ihmisen?",
    },
    contact: { channel: "web", contactKind: "self_service" },
    touchpoint: { en: "Looks for a place to tell", fi: "Etsii paikkaa kertoa" },
  },
  {
    phase: "give",
    title: { en: "Tells", fi: "Kertoo" },
    question: { en: "In their own words, or to our questions?", fi: "Omin sanoin vai meidän kysymyksiimme?" },
    contact: { channel: "web", contactKind: "self_service" },
    touchpoint: { en: "Tells us about it", fi: "Kertoo siitä meille" },
  },
  {
    phase: "acknowledge",
    title: { en: "Is acknowledged", fi: "Saa kuittauksen" },
    question: {
      en: "An automatic reply or a person, and how soon?",
      fi: "Automaattivastaus vai ihminen, ja kuinka pian?",
    },
    contact: { channel: "email", contactKind: "none" },
    touchpoint: { en: "Gets an acknowledgement", fi: "Saa kuittauksen" },
  },
  {
    phase: "hear",
    title: { en: "Is heard", fi: "Tulee kuulluksi" },
    question: {
      en: "Did anyone reply to what was said?",
      fi: "Vastasiko kukaan siihen, mitä sanottiin?",
    },
    contact: { channel: "phone", contactKind: "human" },
    touchpoint: { en: "Somebody answers", fi: "Joku vastaa" },
  },
  {
    phase: "resolve",
    title: { en: "Is resolved", fi: "Asia ratkeaa" },
    question: {
      en: "At first contact? How many hand-offs?",
      fi: "Ensimmäisellä yhteydenotolla? Montako siirtoa?",
    },
    contact: { channel: "other", contactKind: "human" },
    touchpoint: { en: "The matter is settled", fi: "Asia ratkeaa" },
  },
  {
    phase: "told",
    title: { en: "Is told", fi: "Kuulee lopputuloksen" },
    question: {
      en: "Was the customer told what was done? Was the promise kept?",
      fi: "Kuuliko asiakas, mitä tehtiin? Pidettiinkö lupaus?",
    },
    contact: { channel: "callback", contactKind: "human" },
    touchpoint: null,
  },
  {
    phase: "learn",
    title: { en: "Service changes", fi: "Palvelu muuttuu" },
    question: { en: "What changed for everyone?", fi: "Mikä muuttui kaikille?" },
    contact: { channel: "push", contactKind: "self_service" },
    touchpoint: null,
  },
];

/** Channel and contact kind that a step of a phase usually has; undefined outside feedback journeys. */
export function usualContact(phase: FeedbackPhase | null): FeedbackStep["contact"] | undefined {
  return phase === null ? undefined : FEEDBACK_TEMPLATE.find((step) => step.phase === phase)?.contact;
}
