import { addTouchpoint } from "@polku/journey";
import type { Box } from "@polku/drawing";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useAttentionStore, useCommand, useJourney } from "../../session/SessionContext.tsx";

/** The place of a touchpoint that is not there yet, in a stage that has none. */
export function AddTouchpoint({ stageId, box }: { readonly stageId: string; readonly box: Box }) {
  const { t } = useTranslation();
  const run = useCommand();
  const attention = useAttentionStore();
  const stage = useJourney((view) =>
    [view.path, ...[...view.subJourneys.values()].map((sub) => sub.path)]
      .flatMap((path) => path.stages)
      .find(({ id }) => id === stageId),
  );
  const tells = stage?.phase === "told";
  return (
    <button
      type="button"
      className="add-place nodrag nopan"
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      onClick={() => {
        const made = run(addTouchpoint, { stageId, ...(tells ? { title: t("touchpoint.toldTitle") } : {}) });
        if (made.ok) attention.edit({ kind: "touchpoint", id: made.value.id });
      }}
    >
      <Plus size={18} aria-hidden="true" />
      <span>
        {tells
          ? t("touchpoint.addTold")
          : t("touchpoint.addTo", { stage: stage?.title || t("stage.untitled") })}
      </span>
      {stage?.goal && <span className="add-place__question">{stage.goal}</span>}
    </button>
  );
}
