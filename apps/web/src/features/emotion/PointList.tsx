import { addEmotionPoint, bendEmotion, deleteEmotionPoint, type EmotionPointView } from "@polku/journey";
import { Plus, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCurveChoice } from "../../session/curveChoice.ts";
import { useCanEdit, useCommand, useJourney, useSession } from "../../session/SessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { Group } from "../../ui/Group.tsx";
import { NumberField } from "../../ui/LineField.tsx";
import { Tool } from "../../ui/Tool.tsx";
import { useSignedNumber } from "../../ui/useSignedNumber.ts";
import "./emotion.css";

const MOMENTS = { before: 0.1, during: 0.5, after: 0.9 } as const;
const MOMENT_NAMES = ["before", "during", "after"] as const;
const NO_POINTS: readonly EmotionPointView[] = [];

/** The points of the curve at one touchpoint, typed exactly: of the team's curve, or of the persona's that is being drawn. */
export function PointList({ touchpointId }: { readonly touchpointId: string }) {
  const { t } = useTranslation();
  const signed = useSignedNumber(2);
  const canEdit = useCanEdit();
  const run = useCommand();
  const { undo } = useSession();
  const all = useJourney((view) => view.touchpoints.get(touchpointId)?.points) ?? NO_POINTS;
  const active = useCurveChoice((choice) => choice.active);
  const persona = useJourney((view) => view.personas.find(({ id }) => id === active));
  const personaId = persona?.id ?? null;
  const points = all.filter((point) => point.personaId === personaId);
  const summary = points.map(({ v }) => signed(v)).join(" · ");
  return (
    <Group
      name="points"
      title={persona ? t("curves.pointsOf", { name: persona.name }) : t("curves.points")}
      summary={summary || undefined}
    >
      {points.length === 0 && <p className="points__none">{t("curves.none")}</p>}
      <ul className="points">
        {points.map((point, i) => (
          <PointRow key={point.id} point={point} n={i + 1} />
        ))}
      </ul>
      {canEdit && (
        <div className="points__add" role="group" aria-label={t("curves.addHint")}>
          {MOMENT_NAMES.map((moment) => (
            <Button
              key={moment}
              className="button--small"
              icon={<Plus size={14} />}
              onClick={() => {
                undo.beginStep();
                run(addEmotionPoint, { touchpointId, t: MOMENTS[moment], v: 0, personaId });
              }}
            >
              {t(`curves.add.${moment}`)}
            </Button>
          ))}
        </div>
      )}
    </Group>
  );
}

function PointRow({ point, n }: { readonly point: EmotionPointView; readonly n: number }) {
  const { t } = useTranslation();
  const disabled = !useCanEdit();
  const run = useCommand();
  const bend = (place: { t?: number; v?: number }): void =>
    void run(bendEmotion, { pointId: point.id, t: point.t, v: point.v, ...place });
  return (
    <li>
      <div className="points__one" role="group" aria-label={t("curves.one", { n })}>
        <NumberField
          label={t("curves.place")}
          min={0}
          max={100}
          step="any"
          value={Math.round(point.t * 1000) / 10}
          disabled={disabled}
          onChange={(percent) => percent !== null && bend({ t: Math.round(percent * 10) / 1000 })}
        />
        <NumberField
          label={t("curves.valence")}
          min={-2}
          max={2}
          step="any"
          value={point.v}
          disabled={disabled}
          onChange={(v) => v !== null && bend({ v })}
        />
        {!disabled && (
          <Tool label={t("curves.delete")} onClick={() => run(deleteEmotionPoint, { pointId: point.id })}>
            <Trash2 size={15} />
          </Tool>
        )}
      </div>
    </li>
  );
}
