import { pathThrough } from "../../ui/fingerCurve.ts";
import type { Stop } from "./stops.ts";

type Props = {
  readonly stops: readonly Stop[];
  /** The stop up to which it is drawn. */
  readonly upTo: number;
};

/** What customers felt, drawn up to where the walk is. It says nothing that the stops do not say in words. */
export function WalkCurve({ stops, upTo }: Props) {
  const points = stops.flatMap(({ mean }, i) =>
    mean === null || i > upTo ? [] : [{ x: (i + 0.5) / stops.length, v: mean, here: i === upTo }],
  );
  const x = ((Math.min(upTo, stops.length - 1) + 0.5) / stops.length) * 400;
  return (
    <svg className="walk__curve" viewBox="0 0 400 160" preserveAspectRatio="none" aria-hidden="true">
      <line className="walk__zero" x1="0" x2="400" y1="80" y2="80" />
      <line className="walk__here" x1={x} x2={x} y1="4" y2="156" />
      <path className="walk__line" d={pathThrough(points)} />
      {points.map((point) => (
        <path
          key={point.x}
          className="walk__dot"
          data-here={point.here || undefined}
          d={`M${point.x * 400},${80 - point.v * 36}h0`}
        />
      ))}
    </svg>
  );
}
