import { feelingStep } from "@polku/drawing";
import { useState, type PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import type { ParticipantView } from "../../api/participants.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { FeelingSign } from "../../ui/FeelingSign.tsx";
import { placeAt, pathThrough } from "./drawing.ts";

/** How a moment felt, −2 to 2, and the words for it. */
export type Drawn = { readonly v: number; readonly words: string };

type Moment = ParticipantView["moments"][number];
type Props = {
  readonly moments: readonly Moment[];
  readonly isSending: boolean;
  readonly onSend: (drawn: ReadonlyMap<string, Drawn>, said: string) => void;
};

/** The curve is drawn with a finger at the top, or moment by moment with a slider; both are the same curve. */
export function CurveSheet({ moments, isSending, onSend }: Props) {
  const { t } = useTranslation();
  const [drawn, setDrawn] = useState<ReadonlyMap<string, Drawn>>(new Map());
  const [said, setSaid] = useState("");
  const set = (id: string, change: Partial<Drawn>): void =>
    setDrawn((before) => new Map(before).set(id, { v: 0, words: "", ...before.get(id), ...change }));
  return (
    <form
      className="curve-sheet"
      onSubmit={(event) => {
        event.preventDefault();
        onSend(drawn, said);
      }}
    >
      <FingerCurve moments={moments} drawn={drawn} onDraw={(id, v) => set(id, { v })} />
      <ol className="curve-sheet__moments">
        {moments.map((moment) => (
          <MomentFields
            key={moment.id}
            moment={moment}
            drawn={drawn.get(moment.id)}
            onChange={(change) => set(moment.id, change)}
          />
        ))}
      </ol>
      <Field label={t("participant.more")}>
        {(id) => (
          <textarea
            id={id}
            className="input"
            rows={3}
            maxLength={2000}
            value={said}
            onChange={(event) => setSaid(event.target.value)}
          />
        )}
      </Field>
      <Button look="primary" type="submit" disabled={isSending || (drawn.size === 0 && said.trim() === "")}>
        {t("participant.send")}
      </Button>
    </form>
  );
}

type CurveProps = {
  readonly moments: readonly Moment[];
  readonly drawn: ReadonlyMap<string, Drawn>;
  readonly onDraw: (id: string, v: number) => void;
};

function FingerCurve({ moments, drawn, onDraw }: CurveProps) {
  const points = moments.flatMap(({ id }, i) => {
    const point = drawn.get(id);
    return point ? [{ x: (i + 0.5) / moments.length, v: point.v }] : [];
  });
  const draw = (event: PointerEvent<SVGSVGElement>): void => {
    if (event.buttons === 0) return;
    const { i, v } = placeAt(event.currentTarget.getBoundingClientRect(), event, moments.length);
    const moment = moments[i];
    if (moment) onDraw(moment.id, v);
  };
  // The sliders below say and do the same to those who do not see it.
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
        <circle key={x} cx={x * 400} cy={80 - v * 36} r="6" />
      ))}
    </svg>
  );
}

type FieldsProps = {
  readonly moment: Moment;
  readonly drawn: Drawn | undefined;
  readonly onChange: (change: Partial<Drawn>) => void;
};

function MomentFields({ moment, drawn, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const v = drawn?.v ?? 0;
  const felt = drawn ? t(`feeling.${feelingStep(v)}`) : t("participant.notYet");
  return (
    <li className="moment" data-drawn={drawn !== undefined || undefined}>
      <div className="moment__head">
        <strong>{moment.title}</strong>
        <span className="moment__felt">
          {drawn && <FeelingSign v={v} />} {felt}
        </span>
      </div>
      <input
        type="range"
        className="moment__slider"
        min={-2}
        max={2}
        step={0.5}
        value={v}
        aria-label={t("participant.felt", { title: moment.title })}
        aria-valuetext={felt}
        onChange={(event) => onChange({ v: event.target.valueAsNumber })}
      />
      {drawn && (
        <textarea
          className="input"
          rows={2}
          maxLength={600}
          aria-label={t("participant.words", { title: moment.title })}
          placeholder={t("participant.wordsHint")}
          value={drawn.words}
          onChange={(event) => onChange({ words: event.target.value })}
        />
      )}
    </li>
  );
}
