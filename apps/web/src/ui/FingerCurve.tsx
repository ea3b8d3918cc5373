import type { PointerEvent } from "react";
import { pathThrough, placeAt } from "./fingerCurve.ts";
import "./fingerCurve.css";

type Props = {
  /** The moments from left to right, by their ids. */
  readonly moments: readonly { readonly id: string }[];
  /** How each moment felt, −2 to 2; those left out are not drawn. */
  readonly drawn: ReadonlyMap<string, number>;
  readonly onDraw: (id: string, v: number) => void;
};

/** A field in which a curve is drawn with a finger. Sliders beside it say and do the same to those who do not see it. */
export function FingerCurve({ moments, drawn, onDraw }: Props) {
  const points = moments.flatMap(({ id }, i) => {
    const v = drawn.get(id);
    return v === undefined ? [] : [{ x: (i + 0.5) / moments.length, v }];
  });
  const draw = (event: PointerEvent<SVGSVGElement>): void => {
    if (event.buttons === 0) return;
    const { i, v } = placeAt(event.currentTarget.getBoundingClientRect(), event, moments.length);
    const moment = moments[i];
    if (moment) onDraw(moment.id, v);
  };
  return (
    <svg
      className="finger-curve"
      viewBox="0 0 400 160"
      preserveAspectRatio="none"
      aria-hidden="true"
      onPointerDown={draw}
      onPointerMove={draw}
    >
      {[-2, -1, 0, 1, 2].map((v) => (
        <line key={v} x1="0" x2="400" y1={80 - v * 36} y2={80 - v * 36} data-zero={v === 0 || undefined} />
      ))}
      <path d={pathThrough(points)} />
      {points.map(({ x, v }) => (
        <path key={x} className="finger-curve__dot" d={`M${x * 400},${80 - v * 36}h0`} />
      ))}
    </svg>
  );
}
