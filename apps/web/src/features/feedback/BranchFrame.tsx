import type { Branch } from "@polku/drawing";
import { deleteSubJourney, editText, feedbackLoop } from "@polku/journey";
import { ChevronUp, Maximize2, Trash2 } from "lucide-react";
import { lazy, memo, Suspense } from "react";
import { useTranslation } from "react-i18next";
import {
  useAttentionStore,
  useCanEdit,
  useCommand,
  useJourney,
  useSession,
} from "../../session/SessionContext.tsx";
import { SharedText } from "../../ui/SharedText.tsx";
import { Tool } from "../../ui/Tool.tsx";
import { patiently } from "../../ui/patiently.ts";
import "./feedback.css";

const ReplyTable = lazy(async () => ({
  default: (await patiently(() => import("./ReplyTable.tsx"))).ReplyTable,
}));

/** The ground of an open sub-journey, with its name and whether its loop is closed. */
export const BranchFrame = memo(function BranchFrame({ branch }: { readonly branch: Branch }) {
  const { t } = useTranslation();
  const { box, subJourneyId } = branch;
  const sub = useJourney((view) => view.subJourneys.get(subJourneyId));
  const state = useJourney((view) => {
    const own = view.subJourneys.get(subJourneyId);
    return own ? feedbackLoop(view, own).state : null;
  });
  const attention = useAttentionStore();
  const canEdit = useCanEdit();
  const run = useCommand();
  const { undo } = useSession();
  if (!sub || !state) return null;
  return (
    <div
      className="branch-frame"
      data-loop={state}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
    >
      <div className="branch-frame__head nodrag nopan">
        <SharedText
          className="branch-frame__title"
          label={t("subJourney.name")}
          readOnly={!canEdit}
          placeholder={t(`subJourney.${sub.kind}`)}
          value={sub.title}
          onEdit={(text) => run(editText, { on: "subJourneys", id: sub.id, key: "title", text })}
        />
        {sub.kind !== "free" && (
          <span className="chip" data-loop={state} role="status">
            {t(state === "closed" ? "loop.closed" : "loop.broken")}
          </span>
        )}
        <Suspense fallback={null}>
          <ReplyTable subJourneyId={sub.id} />
        </Suspense>
        <span className="branch-frame__tools">
          <Tool label={t("subJourneys.alone")} onClick={() => attention.openAlone(sub.id)}>
            <Maximize2 size={15} />
          </Tool>
          <Tool label={t("subJourney.collapse")} onClick={() => attention.setOpen(sub.id, false)}>
            <ChevronUp size={16} />
          </Tool>
          {canEdit && (
            <Tool
              label={t("subJourney.delete")}
              onClick={() => {
                undo.beginStep();
                run(deleteSubJourney, { subJourneyId: sub.id });
              }}
            >
              <Trash2 size={15} />
            </Tool>
          )}
        </span>
      </div>
    </div>
  );
});
