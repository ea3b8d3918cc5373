import { feelingStep } from "@polku/drawing";
import { FEELING_SHAPES } from "./feelingShape.ts";

/** A valence −2..2 among words: its shape in its colour, 1 em high. What it means is said beside it. */
export function FeelingSign({ v }: { readonly v: number }) {
  const step = feelingStep(v);
  return (
    <svg
      className="feeling-sign"
      viewBox="-1.3 -1.3 2.6 2.6"
      width="0.85em"
      height="0.85em"
      aria-hidden="true"
    >
      <path d={FEELING_SHAPES[step]} style={{ fill: `var(--feeling${step})` }} />
    </svg>
  );
}

/** −2 … +2 as a sign: the minus is a real one. */
export function signOf(v: number): string {
  if (v === 0) return "0";
  return v > 0 ? `+${v}` : `−${Math.abs(v)}`;
}
