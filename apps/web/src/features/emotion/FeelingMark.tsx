import { feelingStep } from "@polku/drawing";
import { FEELING_SHAPES } from "../../ui/feelingShape.ts";

type Props = {
  readonly v: number;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly hollow?: boolean;
};

/** A valence −2..2 as a mark at x, y with radius r (px); hollow for what is tentative. */
export function FeelingMark({ v, x, y, r, hollow }: Props) {
  const step = feelingStep(v);
  return (
    <path
      className={hollow ? "feeling feeling--hollow" : "feeling"}
      d={FEELING_SHAPES[step]}
      transform={`translate(${x} ${y}) scale(${r})`}
      style={hollow ? { stroke: `var(--feeling${step})` } : { fill: `var(--feeling${step})` }}
      vectorEffect="non-scaling-stroke"
    />
  );
}
