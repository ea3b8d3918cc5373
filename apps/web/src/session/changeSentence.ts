import type {
  EmotionPointView,
  InsightView,
  LaneView,
  LoopView,
  MetaView,
  PastExpectation,
  PathStage,
  PersonaView,
  PinView,
  PromiseView,
  ShapeView,
  SubJourneyView,
  TouchpointView,
} from "@polku/journey";
import type { VersionChanges } from "../api/versions.ts";
import { currentLanguage } from "../i18n/language.ts";
import type { TFunction } from "i18next";

export type Change = VersionChanges["changes"][number];

/** A sentence about one change, and for texts what stood there and what stands there now. */
export type SaidChange = { readonly sentence: string; readonly was: string; readonly now: string };

type Views =
  | keyof MetaView
  | keyof PathStage
  | keyof LaneView
  | keyof TouchpointView
  | keyof EmotionPointView
  | keyof PinView
  | keyof SubJourneyView
  | keyof PersonaView
  | keyof PastExpectation
  | keyof PromiseView
  | keyof LoopView
  | keyof InsightView
  | keyof ShapeView;

/** What is told by a sentence of its own: what a thing is called, where it stands, what hangs on it; and what nobody changes. */
type ToldOtherwise =
  | "id"
  | "title"
  | "name"
  | "text"
  | "note"
  | "order"
  | "stageId"
  | "subJourneyId"
  | "subJourneyIds"
  | "parentTouchpointId"
  | "path"
  | "pins"
  | "x"
  | "y"
  | "width"
  | "by"
  | "schemaVersion";

/** Every fact that can differ has a name, or this does not compile. */
const FACTS = {
  sample: true,
  locked: true,
  scope: true,
  kind: true,
  state: true,
  level: true,
  lang: true,
  notice: true,
  feelingWorst: true,
  feelingBad: true,
  feelingMiddle: true,
  feelingGood: true,
  feelingBest: true,
  goal: true,
  phase: true,
  height: true,
  hidden: true,
  collapsed: true,
  frozen: true,
  channel: true,
  contactKind: true,
  official: true,
  initiator: true,
  stageSide: true,
  mot: true,
  motReason: true,
  expectation: true,
  effort: true,
  arc: true,
  startsAt: true,
  waitMinutes: true,
  wanted: true,
  wantedChannel: true,
  namedPerson: true,
  solved: true,
  leaveRisk: true,
  personaIds: true,
  links: true,
  owner: true,
  leadsTo: true,
  points: true,
  t: true,
  v: true,
  vBy: true,
  stance: true,
  status: true,
  personaId: true,
  quoteId: true,
  touchpointId: true,
  goals: true,
  needs: true,
  role: true,
  age: true,
  basis: true,
  basedOn: true,
  from: true,
  to: true,
  desired: true,
  adequate: true,
  formedBy: true,
  until: true,
  why: true,
  dueAt: true,
  keptAt: true,
  noticedAt: true,
  touchpointIds: true,
  quoteIds: true,
  toldQuoteIds: true,
  toldAt: true,
  colour: true,
  group: true,
  imageId: true,
} as const satisfies Record<Exclude<Views, ToldOtherwise>, true>;

function isFact(field: string): field is keyof typeof FACTS {
  return Object.hasOwn(FACTS, field);
}

/** A fact that only a newer server knows is told by the name it has there. */
function fieldsSaid(t: TFunction, fields: readonly string[]): string {
  const said = fields.map((field) => (isFact(field) ? t(`history.fields.${field}`) : field));
  return [...new Set(said)].join(", ");
}

function named(t: TFunction, name: string | number | null): string {
  return typeof name === "string" && name.trim() !== "" ? name.trim() : t("history.untitled");
}

/** A valence with its sign; the minus is a true one. */
function feeling(v: string | number | null): string {
  if (typeof v !== "number") return "";
  const size = new Intl.NumberFormat(currentLanguage(), { maximumFractionDigits: 2 }).format(Math.abs(v));
  return v > 0 ? `+${size}` : v < 0 ? `−${size}` : "0";
}

function keyOf({ kind, deed, was, now }: Change) {
  if (kind === "touchpoint" && deed === "moved" && was === now)
    return "history.change.touchpoint.movedWithin" as const;
  if (kind === "point" && deed === "changed" && was === now) return "history.change.point.moved" as const;
  return `history.change.${kind}.${deed}` as const;
}

/** Says a change in the reader's language. */
export function sayChange(t: TFunction, change: Change): SaidChange {
  const { kind, was, now, lane, place } = change;
  const isText = kind === "note" || kind === "text";
  const isFelt = kind === "point" || kind === "expectation";
  const said = (value: string | number | null) => (isFelt ? feeling(value) : named(t, value));
  return {
    sentence: t(keyOf(change), {
      title: named(t, change.title),
      was: said(was),
      now: said(now),
      place: named(t, place),
      lane: lane ? lane.title.trim() || t(`lane.kinds.${lane.kind}`) : named(t, null),
      fields: fieldsSaid(t, change.fields),
    }),
    was: isText ? String(was ?? "") : "",
    now: isText ? String(now ?? "") : "",
  };
}
