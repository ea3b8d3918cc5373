import { curvePath } from "@polku/drawing";
import "./meansCurve.css";

/** A mean −2..2 of some people at one place of a row; `weak` where they are few, null where nobody was heard. */
export type PlacedMean = { readonly mean: number | null; readonly weak: boolean };

type Props = {
  readonly means: readonly PlacedMean[];
  /** px. */
  readonly width: number;
  readonly height: number;
  /** Whether the people's places are marked, hollow where they are few. */
  readonly marked?: boolean;
};

/** What customers said along a journey as a small curve. It repeats numbers that are told beside it. */
export function MeansCurve({ means, width, height, marked = false }: Props) {
  const step = width / Math.max(1, means.length);
  const air = marked ? 6 : 2;
  const dots = means.flatMap(({ mean, weak }, i) =>
    mean === null ? [] : [{ x: (i + 0.5) * step, y: ((2 - mean) / 4) * (height - 2 * air) + air, weak }],
  );
  if (dots.length === 0) return null;
  return (
    <svg className="means-curve" width={width} height={height} aria-hidden="true">
      {marked && <path className="means-curve__middle" d={`M0,${height / 2}H${width}`} />}
      {dots.length > 1 && <path className="means-curve__line" d={curvePath(dots)} />}
      {(marked || dots.length === 1) &&
        dots.map(({ x, y, weak }) => (
          <circle key={x} cx={x} cy={y} r={marked ? 4 : 2} data-weak={weak || undefined} />
        ))}
    </svg>
  );
}
