import type { LaneKind } from "../lane.ts";
import type { FeedbackPhase } from "../stage.ts";
import type { SubJourneyKind } from "../subJourney.ts";
import { isRecord } from "../read/attributes.ts";
import type { JourneyView, PathStage } from "../read/view.ts";
import { cellKey } from "../cell.ts";
import { TOUCHPOINT_FIELDS } from "../commands/touchpoints.ts";
import type { ClipPin } from "./clipFields.ts";

export const CLIP_FORMAT = "polku-clip";

/**
 * A piece of a journey on the clipboard: touchpoints with everything in them, or whole stages. Pins name quotes of the workspace by id;
 * the words of customers are never in it (RULES J9).
 */
export type JourneyClip = {
  readonly format: typeof CLIP_FORMAT;
  readonly version: 1;
  readonly journeyId: string;
  readonly stages: readonly ClipStage[];
  readonly touchpoints: readonly ClipTouchpoint[];
};

export type ClipStage = {
  readonly title: string;
  readonly goal: string;
  readonly phase: FeedbackPhase | null;
  /** Clips of an older version do not say. */
  readonly leadsTo?: string | null | undefined;
  readonly touchpoints: readonly ClipTouchpoint[];
};

export type ClipTouchpoint = {
  readonly title: string;
  readonly note: string;
  /** What `setTouchpoint` takes. */
  readonly set: Readonly<Record<string, unknown>>;
  readonly points: readonly { readonly t: number; readonly v: number; readonly personaId: string | null }[];
  readonly pins: readonly ClipPin[];
  readonly cells: readonly {
    readonly lane: { readonly id: string; readonly kind: LaneKind; readonly title: string };
    readonly text: string;
  }[];
  readonly subJourneys: readonly ClipSubJourney[];
};

export type ClipSubJourney = {
  readonly title: string;
  readonly kind: SubJourneyKind;
  readonly stages: readonly ClipStage[];
};

/** What is said of an attribute; nothing when nothing is. */
function said(value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (!isRecord(value)) return value;
  const members = Object.entries(value).flatMap(([key, one]) =>
    said(one) === undefined ? [] : [[key, one]],
  );
  return members.length > 0 ? Object.fromEntries(members) : undefined;
}

function clipTouchpoint(view: JourneyView, touchpointId: string): ClipTouchpoint[] {
  const touchpoint = view.touchpoints.get(touchpointId);
  if (!touchpoint) return [];
  const attributes = Object.entries(touchpoint).flatMap(([key, value]) =>
    Object.hasOwn(TOUCHPOINT_FIELDS, key) && said(value) !== undefined ? [[key, said(value)]] : [],
  );
  const cells = view.lanes.flatMap(({ id, kind, title }) => {
    const blocks = view.cells.get(cellKey(id, touchpointId))?.blocks ?? [];
    const text = blocks.flatMap((block) => (block.text === "" ? [] : [block.text])).join("\n");
    return text === "" ? [] : [{ lane: { id, kind, title }, text }];
  });
  return [
    {
      title: touchpoint.title,
      note: touchpoint.note,
      set: Object.fromEntries(attributes),
      points: touchpoint.points.map(({ t, v, personaId }) => ({ t, v, personaId })),
      pins: touchpoint.pins.map(({ quoteId, t, v, vBy, stance, status }) => ({
        quoteId,
        t,
        v,
        vBy,
        stance,
        status,
      })),
      cells,
      subJourneys: touchpoint.subJourneyIds.flatMap((id) => clipSubJourney(view, id)),
    },
  ];
}

function clipSubJourney(view: JourneyView, id: string): ClipSubJourney[] {
  const sub = view.subJourneys.get(id);
  return sub
    ? [{ title: sub.title, kind: sub.kind, stages: sub.path.stages.map((stage) => clipStage(view, stage)) }]
    : [];
}

function clipStage(view: JourneyView, stage: PathStage): ClipStage {
  return {
    title: stage.title,
    goal: stage.goal,
    phase: stage.phase,
    leadsTo: stage.leadsTo,
    touchpoints: stage.touchpointIds.flatMap((id) => clipTouchpoint(view, id)),
  };
}

/** Takes a copy of some stages, or of some touchpoints in the order of their path. */
export function clipOf(
  view: JourneyView,
  journeyId: string,
  things: { readonly stageIds: readonly string[]; readonly touchpointIds: readonly string[] },
): JourneyClip {
  const paths = [view.path, ...[...view.subJourneys.values()].map(({ path }) => path)];
  const stages = paths.flatMap((path) => path.stages);
  const inOrder = paths.flatMap((path) => path.touchpointIds);
  return {
    format: CLIP_FORMAT,
    version: 1,
    journeyId,
    stages: stages.filter(({ id }) => things.stageIds.includes(id)).map((stage) => clipStage(view, stage)),
    touchpoints: inOrder
      .filter((id) => things.touchpointIds.includes(id))
      .flatMap((id) => clipTouchpoint(view, id)),
  };
}

function withoutPins(stages: readonly ClipStage[]): ClipStage[] {
  return stages.map((stage) => ({ ...stage, touchpoints: unpinned(stage.touchpoints) }));
}

function unpinned(touchpoints: readonly ClipTouchpoint[]): ClipTouchpoint[] {
  return touchpoints.map((one) => ({
    ...one,
    pins: [],
    subJourneys: one.subJourneys.map((sub) => ({ ...sub, stages: withoutPins(sub.stages) })),
  }));
}

/** The clip as another journey may take it: what customers said of one journey is no evidence for another. */
export function clipFor(clip: JourneyClip, journeyId: string): JourneyClip {
  if (clip.journeyId === journeyId) return clip;
  return { ...clip, stages: withoutPins(clip.stages), touchpoints: unpinned(clip.touchpoints) };
}
