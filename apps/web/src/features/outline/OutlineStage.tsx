import { editText, type PathStage, type PathView } from "@polku/journey";
import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, PanelRight, Plus, Trash2 } from "lucide-react";
import { memo, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useAttentionStore, useCanEdit, useCommand, useSession } from "../../session/SessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { Tool } from "../../ui/Tool.tsx";
import { addAt, addStageAt, deleteStageAt, moveStageBy } from "./outlineDeeds.ts";
import { OutlineTitle } from "./OutlineTitle.tsx";
import { OutlineTouchpoint } from "./OutlineTouchpoint.tsx";
import { toggleStage, useIsFolded, type InnerParts } from "./outlineView.ts";

type Props = {
  readonly stage: PathStage;
  readonly path: PathView;
  readonly index: number;
  readonly parts: InnerParts;
};

/** A stage with its touchpoints in time order. */
export const OutlineStage = memo(function OutlineStage({ stage, path, index, parts }: Props) {
  const { t } = useTranslation();
  const session = useSession();
  const run = useCommand();
  const canEdit = useCanEdit();
  const attention = useAttentionStore();
  const folded = useIsFolded(stage.id);
  const count = stage.touchpointIds.length;
  const name = stage.title || t("outline.untitledStage");
  return (
    <section className="outline__stage" aria-label={name}>
      <div className="outline__head">
        <Tool
          label={t(folded ? "outline.unfold" : "outline.fold", { title: name })}
          onClick={() => toggleStage(stage.id)}
        >
          {folded ? <ChevronRight size={18} /> : <ChevronDown size={18} />}
        </Tool>
        <h2 className="outline__name" aria-label={name}>
          <OutlineTitle
            id={stage.id}
            className="outline__stage-title"
            label={t("outline.stageName")}
            placeholder={t("outline.untitledStage")}
            value={stage.title}
            onEdit={(text) => run(editText, { on: "stages", id: stage.id, key: "title", text })}
            onFocus={() => {
              // Whoever has details open sees those of the line they are in.
              if (attention.getState().selected) attention.select({ kind: "stage", id: stage.id });
            }}
            onNext={() => addAt(session, stage.id, 0)}
            onMove={(by) => moveStageBy(session, path, stage.id, by)}
            onRemove={() => count === 0 && deleteStageAt(session, path, stage)}
          />
        </h2>
        <span className="outline__count">{t("outline.touchpoints", { count })}</span>
        <span className="outline__tools">
          {canEdit && (
            <>
              <Tool
                label={t("outline.stageUp", { title: name })}
                disabled={index === 0}
                onClick={() => moveStageBy(session, path, stage.id, -1)}
              >
                <ArrowUp size={16} />
              </Tool>
              <Tool
                label={t("outline.stageDown", { title: name })}
                disabled={index === path.stages.length - 1}
                onClick={() => moveStageBy(session, path, stage.id, 1)}
              >
                <ArrowDown size={16} />
              </Tool>
              <Tool
                label={t("outline.stageAfter", { title: name })}
                onClick={() => addStageAt(session, stage.subJourneyId, index + 1)}
              >
                <Plus size={16} />
              </Tool>
              <Tool
                label={t("outline.deleteStage", { title: name })}
                onClick={() => deleteStageAt(session, path, stage)}
              >
                <Trash2 size={16} />
              </Tool>
            </>
          )}
          <Tool
            label={t("outline.details", { title: name })}
            onClick={() => attention.select({ kind: "stage", id: stage.id })}
          >
            <PanelRight size={16} />
          </Tool>
        </span>
      </div>
      {stage.leadsTo !== null && (
        <div className="outline__leads">
          <Suspense>
            <parts.Leads to={stage.leadsTo} />
          </Suspense>
        </div>
      )}
      {!folded && (
        <>
          <ol className="outline__touchpoints">
            {stage.touchpointIds.map((id, i) => (
              <OutlineTouchpoint
                key={id}
                touchpointId={id}
                stageId={stage.id}
                index={i}
                path={path}
                parts={parts}
              />
            ))}
          </ol>
          {canEdit && (
            <Button
              look="quiet"
              icon={<Plus size={16} />}
              title={t("outline.addTo", { title: name })}
              onClick={() => addAt(session, stage.id, count)}
            >
              {t("outline.addTouchpoint")}
            </Button>
          )}
        </>
      )}
    </section>
  );
});
