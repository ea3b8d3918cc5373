// What can be done to the drawn curve.
import { VALENCE } from "../emotionPoint.ts";
import { done } from "../result.ts";
import { command } from "./command.ts";
import { assign, create, living, remove } from "./entity.ts";
import { id, nullable, number, optional } from "./field.ts";

const place = number(0, 1);
const valence = number(VALENCE.min, VALENCE.max);

/** Adds a point at t (0..1 within its touchpoint) with valence v (−2..2). */
export const addEmotionPoint = command(
  "addEmotionPoint",
  { touchpointId: id, t: place, v: valence, personaId: optional(nullable(id)) },
  (context, { touchpointId, t, v, personaId }) => {
    const touchpoint = living(context, "touchpoints", touchpointId, "touchpointId");
    if (!touchpoint.ok) return touchpoint;
    return create(context, "emotionPoints", { touchpointId, point: [t, v], personaId, by: context.by });
  },
);

/** Moves a point of the curve; place and valence are one key, so that two people's drags cannot mix into a third point. */
export const bendEmotion = command("bendEmotion", { pointId: id, t: place, v: valence }, (context, args) => {
  const point = living(context, "emotionPoints", args.pointId, "pointId");
  if (!point.ok) return point;
  assign(point.value, { point: [args.t, args.v], t: null, v: null, by: context.by });
  return done({ id: args.pointId });
});

export const deleteEmotionPoint = command("deleteEmotionPoint", { pointId: id }, (context, args) =>
  remove(context, "emotionPoints", args.pointId, "pointId"),
);
