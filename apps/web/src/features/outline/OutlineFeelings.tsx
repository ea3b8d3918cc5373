import {
  addEmotionPoint,
  bendEmotion,
  deleteEmotionPoint,
  type EmotionPointView,
  type TouchpointView,
} from "@polku/journey";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCanEdit, useCommand, useJourney } from "../../session/SessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { FeelingSign } from "../../ui/FeelingSign.tsx";
import { Tool } from "../../ui/Tool.tsx";

/** The usual moments of a touchpoint, as t within it (method, "before, during, after"). */
const MOMENTS = [
  { t: 0.1, word: "before" },
  { t: 0.5, word: "during" },
  { t: 0.9, word: "after" },
] as const;

/** The first usual moment at which nothing is drawn; when all are taken, the last. */
function freeMoment(points: readonly EmotionPointView[]): number {
  const order = [0.5, 0.1, 0.9];
  return order.find((moment) => points.every(({ t }) => Math.abs(t - moment) > 0.05)) ?? 0.7;
}

/** The drawn curve of a touchpoint as numbers that can be typed. */
export function OutlineFeelings({ touchpoint }: { readonly touchpoint: TouchpointView }) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const run = useCommand();
  const { points } = touchpoint;
  const own = points.filter(({ personaId }) => personaId === null);
  return (
    <fieldset className="outline__feelings">
      <legend>{t("outline.feelings")}</legend>
      {points.length === 0 && !canEdit && <p className="outline__none">{t("outline.noFeelings")}</p>}
      {points.map((point) => (
        <Point key={point.id} point={point} />
      ))}
      {canEdit && (
        <Button
          look="quiet"
          icon={<Plus size={16} />}
          onClick={() =>
            run(addEmotionPoint, {
              touchpointId: touchpoint.id,
              t: freeMoment(own),
              v: own.at(-1)?.v ?? 0,
            })
          }
        >
          {t("outline.addFeeling")}
        </Button>
      )}
    </fieldset>
  );
}

function Point({ point }: { readonly point: EmotionPointView }) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const run = useCommand();
  const persona = useJourney((view) => view.personas.find(({ id }) => id === point.personaId)?.name ?? "");
  const near = MOMENTS.find((moment) => Math.abs(moment.t - point.t) < 0.05);
  return (
    <div className="outline__point">
      <select
        className="input"
        aria-label={t("outline.moment")}
        value={near?.t ?? point.t}
        disabled={!canEdit}
        onChange={(event) =>
          run(bendEmotion, { pointId: point.id, t: Number(event.target.value), v: point.v })
        }
      >
        {MOMENTS.map((moment) => (
          <option key={moment.word} value={moment.t}>
            {t(`outline.moments.${moment.word}`)}
          </option>
        ))}
        {!near && (
          <option value={point.t}>{t("outline.momentAt", { percent: Math.round(point.t * 100) })}</option>
        )}
      </select>
      <FeelingSign v={point.v} />
      <ValenceInput point={point} />
      {persona && <span className="chip">{persona}</span>}
      {canEdit && (
        <Tool
          label={t("outline.deleteFeeling")}
          onClick={() => run(deleteEmotionPoint, { pointId: point.id })}
        >
          <X size={15} />
        </Tool>
      )}
    </div>
  );
}

/** A typed valence; null when it is none, or out of −2 … +2. A comma and a true minus are read too. */
function readValence(text: string): number | null {
  const v = Number(text.trim().replace(",", ".").replace("−", "-"));
  return text.trim() !== "" && v >= -2 && v <= 2 ? v : null;
}

/** −2 … +2 as a number. What cannot be one stays in sight, marked, and is put back when the field is left. */
function ValenceInput({ point }: { readonly point: EmotionPointView }) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const run = useCommand();
  const [draft, setDraft] = useState<string | null>(null);
  const wrong = draft !== null && readValence(draft) === null;
  return (
    <span className="outline__valence">
      <input
        className="input"
        type="text"
        inputMode="decimal"
        aria-label={t("outline.valence")}
        aria-invalid={wrong}
        value={draft ?? String(point.v).replace("-", "−")}
        disabled={!canEdit}
        onChange={(event) => {
          setDraft(event.target.value);
          const v = readValence(event.target.value);
          if (v !== null) run(bendEmotion, { pointId: point.id, t: point.t, v });
        }}
        onKeyDown={(event) => {
          const step = { ArrowUp: 0.25, ArrowDown: -0.25 }[event.key];
          if (step === undefined) return;
          event.preventDefault();
          setDraft(null);
          run(bendEmotion, { pointId: point.id, t: point.t, v: Math.min(2, Math.max(-2, point.v + step)) });
        }}
        onBlur={() => setDraft(null)}
      />
      {wrong && (
        <span className="outline__wrong" role="status">
          {t("outline.valenceRange")}
        </span>
      )}
    </span>
  );
}
