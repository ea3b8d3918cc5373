import type { DrawnCurve } from "@polku/protocol";

type Stroke = { drawerId: string; touchpointId: string; v: number };

/** What all drew of one moment: the mean, the standard deviation (n − 1; null for one), the lowest and the highest. */
function pointOf(touchpointId: string, values: readonly number[]): DrawnCurve["points"][number] {
  const n = values.length;
  const mean = values.reduce((sum, v) => sum + v, 0) / n;
  const squares = values.reduce((sum, v) => sum + (v - mean) ** 2, 0);
  const sd = n < 2 ? null : Math.sqrt(squares / (n - 1));
  return { touchpointId, n, mean, sd, low: Math.min(...values), high: Math.max(...values) };
}

/** The curve of the team out of everybody's own; it says of nobody what they drew. Valences run from −2 to 2. */
export function teamCurve(stepId: string, strokes: readonly Stroke[]): DrawnCurve {
  const byMoment = Map.groupBy(strokes, ({ touchpointId }) => touchpointId);
  const points = [...byMoment]
    .map(([touchpointId, all]) =>
      pointOf(
        touchpointId,
        all.map(({ v }) => v),
      ),
    )
    .toSorted((a, b) => (a.touchpointId < b.touchpointId ? -1 : 1));
  return { stepId, drawers: new Set(strokes.map(({ drawerId }) => drawerId)).size, points };
}
