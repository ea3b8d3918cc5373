import { curvePath, drawnKnots } from "@polku/drawing";
import { teamPoints } from "@polku/journey";
import { useFeelings } from "../../session/useFeelings.ts";

const WIDTH = 44;
const HEIGHT = 18;

/** The team's curve of a sub-journey, small enough for a chip. */
export function TinyCurve({ touchpointIds }: { readonly touchpointIds: readonly string[] }) {
  const touchpoints = useFeelings();
  const step = WIDTH / Math.max(1, touchpointIds.length);
  const columns = touchpointIds.map((touchpointId, i) => ({
    touchpointId,
    stageId: "",
    x: i * step,
    width: step,
  }));
  const knots = drawnKnots(columns, (id) => teamPoints(touchpoints.get(id)), { y: 0, height: 100 });
  // The lane of the drawing has air for its marks; a chip has none.
  const points = knots.map(({ x, v }) => ({ x, y: ((2 - v) / 4) * (HEIGHT - 4) + 2 }));
  if (points.length < 2) return null;
  return (
    <svg className="tiny-curve" width={WIDTH} height={HEIGHT} aria-hidden="true">
      <path d={curvePath(points)} />
    </svg>
  );
}
