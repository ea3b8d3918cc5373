import type { EmotionPointView } from "./emotionPoint.ts";
import type { PinView } from "./pin.ts";
import type { Entity } from "./read/attributes.ts";
import {
  asNumber,
  isRecord,
  readFlag,
  readMaybeOneOf,
  readNumber,
  readOneOf,
  readRecord,
  readString,
  readStrings,
  readText,
} from "./read/attributes.ts";
import { readOrder } from "./order.ts";
import { VALENCE } from "./emotionPoint.ts";

export const CHANNELS = [
  "phone",
  "callback",
  "face_to_face",
  "store",
  "home_visit",
  "email",
  "letter",
  "chat",
  "chatbot",
  "web",
  "app",
  "sms",
  "messaging_app",
  "social",
  "video",
  "kiosk",
  "portal",
  "push",
  "community",
  "media",
  "word_of_mouth",
  "other",
] as const;
export type Channel = (typeof CHANNELS)[number];

export const CONTACT_KINDS = ["human", "assisted", "bot", "self_service", "none"] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** Where to look further: an address of the web and what it is called; without a title the address speaks for itself. */
export type TouchpointLink = { readonly url: string; readonly title: string };

/** Most links of one touchpoint. */
export const LINK_LIMIT = 20;

/** Whether an address leads to the web: nothing else is ever made a link of, whoever wrote it. */
export function isWebAddress(url: string): boolean {
  return url.length <= 2_000 && /^https?:\/\/[^\s/?#]+[^\s]*$/i.test(url);
}

export const INITIATORS = ["customer", "organisation", "third_party"] as const;
export const STAGE_SIDES = ["frontstage", "backstage", "support"] as const;

/** What the customer expected there: valences −2..2, and what the expectation was formed by. */
export type Expectation = {
  readonly desired: number | null;
  /** The least that would do; null means desired − 1 (method A9). */
  readonly adequate: number | null;
  readonly formedBy: string | null;
};

/** Effort 1..5 on either side of the counter. */
export type Effort = { readonly customer: number | null; readonly company: number | null };

/** A touchpoint's own attributes, as the document holds them. */
export type TouchpointFacts = {
  readonly id: string;
  readonly stageId: string;
  readonly order: string;
  readonly title: string;
  readonly note: string;
  readonly channel: Channel;
  readonly contactKind: ContactKind;
  /** False: nobody of the organisation runs it (a neighbour, a forum, a review site). */
  readonly official: boolean;
  readonly initiator: (typeof INITIATORS)[number];
  readonly stageSide: (typeof STAGE_SIDES)[number];
  /** Moment of truth. */
  readonly mot: boolean;
  readonly motReason: string | null;
  readonly expectation: Expectation;
  readonly effort: Effort;
  /** Dramatic arc 1..5. */
  readonly arc: number | null;
  readonly startsAt: string | null;
  readonly waitMinutes: number | null;
  readonly wanted: ContactKind | null;
  /** The channel that the customer would have chosen. */
  readonly wantedChannel: Channel | null;
  readonly namedPerson: boolean;
  readonly solved: boolean | null;
  readonly leaveRisk: boolean;
  readonly personaIds: readonly string[];
  readonly links: readonly TouchpointLink[];
  /** Who looks after it, as the team calls them. */
  readonly owner: string | null;
  /** The journey of the workspace that begins here, a level below; the document knows its id and nothing else of it (RULES J29). */
  readonly leadsTo: string | null;
};

/** A touchpoint with what hangs on it. */
export type TouchpointView = TouchpointFacts & {
  readonly points: readonly EmotionPointView[];
  readonly pins: readonly PinView[];
  readonly subJourneyIds: readonly string[];
};

/** Stage and order are one decision, hence one key `at: [stageId, order]`; a foreign client may write them apart (RULES J4). */
function readPlace(touchpoint: Entity): { stageId: string; order: string } {
  const at: unknown = touchpoint.get("at");
  const [stage, order]: unknown[] = Array.isArray(at)
    ? at
    : [touchpoint.get("stageId"), touchpoint.get("order")];
  return { stageId: typeof stage === "string" ? stage : "", order: readOrder(order) };
}

function readExpectation(touchpoint: Entity): Expectation {
  const { desired, adequate, formedBy } = readRecord(touchpoint, "expectation");
  return Object.freeze({
    desired: asNumber(desired, VALENCE.min, VALENCE.max),
    adequate: asNumber(adequate, VALENCE.min - 1, VALENCE.max),
    formedBy: typeof formedBy === "string" && formedBy !== "" ? formedBy : null,
  });
}

function readEffort(touchpoint: Entity): Effort {
  const { customer, company } = readRecord(touchpoint, "effort");
  return Object.freeze({ customer: asNumber(customer, 1, 5), company: asNumber(company, 1, 5) });
}

function readLinks(touchpoint: Entity): readonly TouchpointLink[] {
  const value = touchpoint.get("links");
  if (!Array.isArray(value)) return [];
  return value.slice(0, LINK_LIMIT).flatMap((one: unknown) => {
    if (!isRecord(one) || typeof one.url !== "string" || !isWebAddress(one.url)) return [];
    return [Object.freeze({ url: one.url, title: typeof one.title === "string" ? one.title : "" })];
  });
}

export function readTouchpoint(id: string, touchpoint: Entity): TouchpointFacts {
  const solved = touchpoint.get("solved");
  return {
    id,
    ...readPlace(touchpoint),
    title: readText(touchpoint, "title"),
    note: readText(touchpoint, "note"),
    channel: readOneOf(touchpoint, "channel", CHANNELS, "other"),
    contactKind: readOneOf(touchpoint, "contactKind", CONTACT_KINDS, "none"),
    official: readFlag(touchpoint, "official", true),
    initiator: readOneOf(touchpoint, "initiator", INITIATORS, "customer"),
    stageSide: readOneOf(touchpoint, "stageSide", STAGE_SIDES, "frontstage"),
    mot: readFlag(touchpoint, "mot", false),
    motReason: readString(touchpoint, "motReason"),
    expectation: readExpectation(touchpoint),
    effort: readEffort(touchpoint),
    arc: readNumber(touchpoint, "arc", 1, 5),
    startsAt: readString(touchpoint, "startsAt"),
    waitMinutes: readNumber(touchpoint, "waitMinutes", 0, 1e7),
    wanted: readMaybeOneOf(touchpoint, "wanted", CONTACT_KINDS),
    wantedChannel: readMaybeOneOf(touchpoint, "wantedChannel", CHANNELS),
    namedPerson: readFlag(touchpoint, "namedPerson", false),
    solved: typeof solved === "boolean" ? solved : null,
    leaveRisk: readFlag(touchpoint, "leaveRisk", false),
    personaIds: readStrings(touchpoint, "personaIds"),
    links: readLinks(touchpoint),
    owner: readString(touchpoint, "owner"),
    leadsTo: readString(touchpoint, "leadsTo"),
  };
}
