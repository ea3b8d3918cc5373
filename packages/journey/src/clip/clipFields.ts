import {
  listOf,
  id,
  nullable,
  number,
  oneOf,
  optional,
  record,
  text,
  type Args,
  type Field,
} from "../commands/field.ts";
import { TOUCHPOINT_FIELDS } from "../commands/touchpoints.ts";
import { VALENCE } from "../emotionPoint.ts";
import { LANE_KINDS } from "../lane.ts";
import { PIN_STATUSES, STANCES, VALENCE_SOURCES } from "../pin.ts";
import { done, refuse } from "../result.ts";
import { FEEDBACK_PHASES } from "../stage.ts";
import { SUB_JOURNEY_KINDS } from "../subJourney.ts";
import { CLIP_FORMAT, type ClipStage, type ClipTouchpoint, type JourneyClip } from "./clip.ts";

/** Sub-journeys in sub-journeys, at most: a journey pasted into itself again and again ends here. */
export const CLIP_DEPTH = 6;
/** Most touchpoints side by side in one paste. */
export const CLIP_LENGTH = 500;

const POINT = {
  t: number(0, 1),
  v: number(VALENCE.min, VALENCE.max),
  personaId: nullable(id),
};

const PIN = {
  quoteId: id,
  t: nullable(number(0, 1)),
  v: nullable(number(VALENCE.min, VALENCE.max)),
  vBy: oneOf(VALENCE_SOURCES),
  stance: oneOf(STANCES),
  status: oneOf(PIN_STATUSES),
};
export type ClipPin = Args<typeof PIN>;

const CELL = {
  lane: record({ id, kind: oneOf(LANE_KINDS), title: text(500) }),
  text: text(),
};

/** Reads a touchpoint of a clip; each level down has one less to go. */
function clipTouchpoint(depth: number): Field<ClipTouchpoint> {
  return (value, name) => {
    if (depth < 0) return refuse("too_deep", name, [CLIP_DEPTH]);
    return record({
      title: text(),
      note: text(),
      set: record(TOUCHPOINT_FIELDS),
      points: listOf(record(POINT)),
      pins: listOf(record(PIN), 5_000),
      cells: listOf(record(CELL)),
      subJourneys: listOf(
        record({ title: text(), kind: oneOf(SUB_JOURNEY_KINDS), stages: listOf(clipStage(depth - 1), 100) }),
        50,
      ),
    })(value, name);
  };
}

function clipStage(depth: number): Field<ClipStage> {
  return (value, name) =>
    record({
      title: text(),
      goal: text(),
      phase: nullable(oneOf(FEEDBACK_PHASES)),
      leadsTo: optional(nullable(id)),
      touchpoints: listOf(clipTouchpoint(depth), CLIP_LENGTH),
    })(value, name);
}

const CLIP = record({
  format: oneOf([CLIP_FORMAT]),
  version: number(1, 1),
  journeyId: text(100),
  stages: listOf(clipStage(CLIP_DEPTH), 100),
  touchpoints: listOf(clipTouchpoint(CLIP_DEPTH), CLIP_LENGTH),
});

/** A clip as it comes from a clipboard. */
export const clipField: Field<JourneyClip> = (value, name) => {
  const read = CLIP(value, name);
  return read.ok ? done({ ...read.value, format: CLIP_FORMAT, version: 1 }) : read;
};
