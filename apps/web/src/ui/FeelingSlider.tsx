import type { ReactNode } from "react";
import { FeelingSign } from "./FeelingSign.tsx";
import "./fingerCurve.css";

type Props = {
  readonly title: string;
  /** What the slider is called. */
  readonly label: string;
  /** −2 to 2; undefined while nothing was said. */
  readonly v: number | undefined;
  /** The words for `v`, or for its lack. */
  readonly felt: string;
  readonly onChange: (v: number) => void;
  readonly children?: ReactNode;
};

/** How a moment felt, by a slider in halves from −2 to 2. */
export function FeelingSlider({ title, label, v, felt, onChange, children }: Props) {
  return (
    <div className="moment" data-drawn={v !== undefined || undefined}>
      <div className="moment__head">
        <strong>{title}</strong>
        <span className="moment__felt">
          {v !== undefined && <FeelingSign v={v} />} {felt}
        </span>
      </div>
      <input
        type="range"
        className="moment__slider"
        min={-2}
        max={2}
        step={0.5}
        value={v ?? 0}
        aria-label={label}
        aria-valuetext={felt}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      {children}
    </div>
  );
}
