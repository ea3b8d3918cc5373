import { feelingStep, valenceY, type CurveLane, type EvidenceDot } from "@polku/drawing";
import { arrivingMood, localExtremes, split, teamPoints, type PeakEnd } from "@polku/journey";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useJourney } from "../../session/SessionContext.tsx";
import type { Grounded } from "../../session/useGrounding.ts";
import { useSignedNumber } from "../../ui/useSignedNumber.ts";
import { FeelingMark } from "./FeelingMark.tsx";

/** The mean of what customers said at one touchpoint, with its n and spread; hollow below three valued people. */
export function EvidenceKnot({
  dot,
  grounded,
}: {
  readonly dot: EvidenceDot;
  readonly grounded: Grounded | undefined;
}) {
  const { t } = useTranslation();
  const signed = useSignedNumber(1);
  const found = grounded?.evidence;
  const sd = found?.sd === null || found?.sd === undefined ? "–" : signed(found.sd).replace("+", "");
  return (
    <g className="emotion__heard">
      <title>{t("emotion.heard", { mean: signed(dot.v), count: found?.nv ?? 0, sd })}</title>
      {dot.split ? <SplitKnot dot={dot} links={grounded?.links ?? []} /> : <Knot dot={dot} />}
      <text className="emotion__n" x={dot.x + 11} y={dot.y - 7}>
        n {found?.nv ?? 0}
      </text>
    </g>
  );
}

type DotProps = { readonly dot: EvidenceDot };

function Knot({ dot }: DotProps) {
  return (
    <circle
      className="emotion__dot"
      data-weak={dot.weak || undefined}
      cx={dot.x}
      cy={dot.y}
      r={dot.weak ? 5.5 : 7}
      style={dot.weak ? {} : { fill: `var(--feeling${feelingStep(dot.v)})` }}
    />
  );
}

/** Two halves apart, one for each crowd: the mean between them is nobody's feeling, and is never drawn as neutral. */
function SplitKnot({ dot, links }: DotProps & { readonly links: Grounded["links"] }) {
  const { t } = useTranslation();
  const { low, high } = split(links);
  const half = (side: 1 | -1): string =>
    `M${dot.x + side * 1.5},${dot.y - 7}a7,7 0 0 ${side > 0 ? 1 : 0} 0,14Z`;
  return (
    <g className="emotion__split">
      <title>{t("curves.split", { low, high })}</title>
      <path d={half(-1)} style={{ fill: "var(--feeling-2)" }} />
      <path d={half(1)} style={{ fill: "var(--feeling2)" }} />
    </g>
  );
}

type Marked = readonly {
  readonly x: number;
  readonly y: number;
  readonly v: number;
  readonly touchpointId: string;
}[];

/** Peaks, valleys and the end: of what customers felt, or of the drawing where nobody has spoken. */
export function Marks({ marked, memory }: { readonly marked: Marked; readonly memory: PeakEnd | null }) {
  const { t } = useTranslation();
  const signed = useSignedNumber(1);
  const { peaks, valleys } = useMemo(() => localExtremes({ knots: marked, tangents: [] }), [marked]);
  const last = marked.at(-1);
  const label = (i: number, words: string, below: boolean) => {
    const at = marked[i];
    return (
      at && (
        <text key={`${words}${i}`} className="emotion__mark" x={at.x} y={below ? at.y + 24 : at.y - 15}>
          {words}
        </text>
      )
    );
  };
  return (
    <>
      {peaks.map(({ i }) => label(i, t("emotion.peak"), false))}
      {valleys.map(({ i }) => label(i, t("emotion.valley"), true))}
      {last && (
        <>
          {/* How many were heard stands above it. */}
          <path className="emotion__end" d={`M${last.x + 18},${last.y - 5}v22`} />
          <text className="emotion__mark emotion__mark--end" x={last.x + 26} y={last.y + 4}>
            {t("emotion.end")}
          </text>
          {memory && marked.length > 2 && (
            <text className="emotion__memory" x={last.x + 26} y={last.y + 20}>
              {t("curves.remembered", { score: signed(memory.score), mean: signed(memory.mean) })}
              <title>
                {t("curves.rememberedHelp", {
                  intense: signed(marked[memory.intense]?.v ?? 0),
                  end: signed(last.v),
                  score: signed(memory.score),
                  mean: signed(memory.mean),
                })}
              </title>
            </text>
          )}
        </>
      )}
    </>
  );
}

type ArrivalProps = {
  readonly touchpointId: string | null;
  readonly to: { readonly x: number; readonly y: number } | undefined;
  readonly x: number;
  readonly lane: CurveLane;
};

/** A sub-journey begins in the mood that its parent touchpoint left the customer in. */
export function Arrival({ touchpointId, to, x, lane }: ArrivalProps) {
  const { t } = useTranslation();
  const parent = useJourney((view) => (touchpointId ? view.touchpoints.get(touchpointId) : undefined));
  const mood = arrivingMood(teamPoints(parent));
  if (mood === null) return null;
  const y = valenceY(mood, lane);
  return (
    <g>
      {to && (
        <path
          className="emotion__team"
          data-kind="gap"
          d={`M${x},${y}C${x + 40},${y} ${to.x - 40},${to.y} ${to.x},${to.y}`}
        />
      )}
      <FeelingMark v={mood} x={x} y={y} r={6} />
      <text className="emotion__note" x={x - 4} y={mood < 1.5 ? y - 12 : y + 20}>
        {t("emotion.arriving")}
      </text>
    </g>
  );
}
