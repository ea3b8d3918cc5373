import { editText } from "@polku/journey";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { stagesOf } from "../../session/handful.ts";
import { useAttentionStore, useCanEdit, useCommand, useJourney } from "../../session/SessionContext.tsx";
import { useStageGrounding } from "../../session/useGrounding.ts";
import { IconButton } from "../../ui/Button.tsx";
import { SharedText } from "../../ui/SharedText.tsx";
import { useOpenPanel } from "../../ui/useOpenPanel.ts";
import { GroundingNote } from "./GroundingNote.tsx";
import "./inspector.css";

type Props = {
  readonly stageId: string;
  /** Where it leads; another feature knows. */
  readonly children: ReactNode;
};

/** A stage beside the map: its name and goal, how many people its touchpoints rest on, and where it leads. */
export default function StageInspector({ stageId, children }: Props) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const run = useCommand();
  const attention = useAttentionStore();
  const stage = useJourney((view) => stagesOf(view).find(({ id }) => id === stageId));
  const grounded = useStageGrounding(stage?.touchpointIds);
  useOpenPanel("inspector-short", stage !== undefined);
  if (!stage) return null;
  const edit = (key: "title" | "goal") => (text: string) =>
    run(editText, { on: "stages", id: stageId, key, text });
  return (
    <aside className="inspector inspector--short" aria-label={t("levels.aboutStage")}>
      <div className="inspector__head">
        <h2 className="inspector__kind">{t("levels.stage")}</h2>
        <IconButton label={t("ui.close")} onClick={() => attention.select(null)}>
          <X size={18} />
        </IconButton>
      </div>
      <SharedText
        className="inspector__title"
        label={t("stage.name")}
        placeholder={t("stage.untitled")}
        readOnly={!canEdit}
        value={stage.title}
        onEdit={edit("title")}
      />
      <SharedText
        className="inspector__note"
        label={t("levels.goal")}
        placeholder={canEdit ? t("levels.goalHint") : ""}
        multiline
        readOnly={!canEdit}
        value={stage.goal}
        onEdit={edit("goal")}
      />
      <GroundingNote {...grounded} />
      <div className="inspector__groups">{children}</div>
    </aside>
  );
}
