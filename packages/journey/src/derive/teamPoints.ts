import type { EmotionPointView } from "../emotionPoint.ts";
import type { TouchpointView } from "../touchpoint.ts";

/** The team's own points of a touchpoint: the journey's curve, not a persona's. */
export function teamPoints(
  touchpoint: Pick<TouchpointView, "points"> | undefined,
): readonly EmotionPointView[] {
  return touchpoint?.points.filter(({ personaId }) => personaId === null) ?? [];
}
