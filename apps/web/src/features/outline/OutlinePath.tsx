import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCanEdit, useSession } from "../../session/SessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { addStageAt } from "./outlineDeeds.ts";
import type { OutlinePathProps } from "./outlineView.ts";
import { OutlineStage } from "./OutlineStage.tsx";

/** The stages of the main path or of a sub-journey, one under another. */
export function OutlinePath({ path, subJourneyId, parts }: OutlinePathProps) {
  const { t } = useTranslation();
  const session = useSession();
  const canEdit = useCanEdit();
  return (
    <>
      {path.stages.map((stage, i) => (
        <OutlineStage key={stage.id} stage={stage} path={path} index={i} parts={parts} />
      ))}
      {canEdit && (
        <Button
          look="quiet"
          icon={<Plus size={16} />}
          onClick={() => addStageAt(session, subJourneyId, path.stages.length)}
        >
          {t("outline.addStage")}
        </Button>
      )}
    </>
  );
}
