import { feelingStep } from "@polku/drawing";
import { useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ParticipantView } from "../../api/participants.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { FeelingSlider } from "../../ui/FeelingSlider.tsx";
import { FingerCurve } from "../../ui/FingerCurve.tsx";
import type { Spoken } from "./joinVoices.ts";
import { useVoices } from "./useVoices.ts";
import { Voice } from "./Voice.tsx";

/** How a moment felt, −2 to 2, and the words for it. */
export type Drawn = { readonly v: number; readonly words: string };

type Moment = ParticipantView["moments"][number];
type Props = {
  readonly moments: readonly Moment[];
  /** The journey's own words for −2 … +2, empty where it has none. */
  readonly feelings: readonly string[];
  /** How long they may speak, all moments together. */
  readonly minutes: number;
  readonly isSending: boolean;
  readonly onSend: (told: Told) => void;
};

/** All that somebody has drawn, written and said aloud. */
export type Told = {
  readonly drawn: ReadonlyMap<string, Drawn>;
  readonly said: string;
  /** By the moment, or "" for what belongs to none. */
  readonly spoken: ReadonlyMap<string, Spoken>;
};

/** The curve is drawn with a finger at the top, or moment by moment with a slider; both are the same curve. */
export function CurveSheet({ moments, feelings, minutes, isSending, onSend }: Props) {
  const { t } = useTranslation();
  const [drawn, setDrawn] = useState<ReadonlyMap<string, Drawn>>(new Map());
  const [said, setSaid] = useState("");
  const [agreed, setAgreed] = useState(false);
  const voices = useVoices(minutes * 60);
  const voiceOf = (id: string, label: string): ReactNode => (
    <Voice id={id} label={label} voices={voices} agreed={agreed} onAgree={() => setAgreed(true)} />
  );
  const isEmpty = drawn.size === 0 && said.trim() === "" && voices.spoken.size === 0;
  const felt = useMemo(() => new Map([...drawn].map(([id, { v }]) => [id, v])), [drawn]);
  const set = (id: string, change: Partial<Drawn>): void =>
    setDrawn((before) => new Map(before).set(id, { v: 0, words: "", ...before.get(id), ...change }));
  return (
    <form
      className="curve-sheet"
      onSubmit={(event) => {
        event.preventDefault();
        onSend({ drawn, said, spoken: voices.spoken });
      }}
    >
      <FingerCurve moments={moments} drawn={felt} onDraw={(id, v) => set(id, { v })} />
      <ol className="curve-sheet__moments">
        {moments.map((moment) => (
          <MomentFields
            key={moment.id}
            moment={moment}
            feelings={feelings}
            drawn={drawn.get(moment.id)}
            onChange={(change) => set(moment.id, change)}
          >
            {voiceOf(moment.id, t("participant.voice.sayOf", { title: moment.title }))}
          </MomentFields>
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
      {voiceOf("", t("participant.voice.sayMore"))}
      <Button
        look="primary"
        type="submit"
        disabled={isSending || isEmpty || voices.busy || voices.recording !== null}
      >
        {t(isSending ? "participant.sending" : "participant.send")}
      </Button>
    </form>
  );
}

type FieldsProps = {
  readonly moment: Moment;
  readonly feelings: readonly string[];
  readonly drawn: Drawn | undefined;
  readonly onChange: (change: Partial<Drawn>) => void;
  /** What a drawn moment has below its words. */
  readonly children: ReactNode;
};

function MomentFields({ moment, feelings, drawn, onChange, children }: FieldsProps) {
  const { t } = useTranslation();
  const nameOf = (v: number): string => {
    const step = feelingStep(v);
    return feelings[step + 2] || t(`feeling.${step}`);
  };
  const felt = drawn ? nameOf(drawn.v) : t("participant.notYet");
  return (
    <li>
      <FeelingSlider
        title={moment.title}
        label={t("participant.felt", { title: moment.title })}
        v={drawn?.v}
        felt={felt}
        onChange={(v) => onChange({ v })}
      >
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
        {drawn && children}
      </FeelingSlider>
    </li>
  );
}
