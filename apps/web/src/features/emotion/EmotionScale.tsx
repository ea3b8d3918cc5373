import { ellipsize, valenceY } from "@polku/drawing";
import { ownFeelingWord } from "@polku/journey";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useJourney } from "../../session/SessionContext.tsx";
import { useFeelingName } from "../../session/useFeelingName.ts";
import { patiently } from "../../ui/patiently.ts";
import { usePainted } from "../../ui/usePainted.ts";
import { useSignedNumber } from "../../ui/useSignedNumber.ts";
import { FeelingMark } from "./FeelingMark.tsx";
import "./emotion.css";

const CurveLegend = lazy(async () => ({
  default: (await patiently(() => import("./CurveLegend.tsx"))).CurveLegend,
}));

const STEPS = [2, 1, 0, -1, -2] as const;
/** How a word of the journey's own is set beside its step, and the px it may take. */
const WORD = { face: "regular", size: 11 } as const;
const WORD_ROOM = 120;

const LINES = ["customers", "team", "hopes"] as const;

/** What the lines are, and what their heights mean: shape and sign of each step, its name on hover. */
export function EmotionScale({ height }: { readonly height: number }) {
  const { t } = useTranslation();
  const signed = useSignedNumber(0);
  const feelingName = useFeelingName();
  const meta = useJourney((view) => view.meta);
  const painted = usePainted();
  return (
    <>
      <ul className="emotion-legend">
        {LINES.map((line) => (
          <li key={line}>
            <svg width="22" height="6" aria-hidden="true">
              <path className={`emotion-legend__line emotion-legend__line--${line}`} d="M2,3H20" />
            </svg>
            {t(`emotion.lines.${line}`)}
          </li>
        ))}
      </ul>
      {painted && (
        <Suspense fallback={null}>
          <CurveLegend />
        </Suspense>
      )}
      <svg className="emotion-scale" width="44" height={height} aria-hidden="true">
        {STEPS.map((v) => {
          const y = valenceY(v, { y: 0, height });
          const own = ownFeelingWord(meta, v);
          return (
            <g key={v}>
              <title>{feelingName(v)}</title>
              <text x={26} y={y + 4} textAnchor="end">
                {signed(v)}
              </text>
              <FeelingMark v={v} x={36} y={y} r={4.5} />
              {own && (
                <text className="emotion-scale__word" x={50} y={y - 5}>
                  {ellipsize(own, WORD, WORD_ROOM)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </>
  );
}
