import { lazy } from "react";
import { openFeedbackOf } from "../features/canvas/useMapKeys.ts";
import { touchpointOf } from "../session/attention.ts";
import { useAttention, useAttentionStore, useSession } from "../session/SessionContext.tsx";
import { patiently } from "../ui/patiently.ts";
import { Panel } from "./Panel.tsx";

const loadInspector = () => import("../features/touchpoint/Inspector.tsx");
const loadPinned = () => import("../features/evidence/PinnedQuotes.tsx");
const loadPoints = () => import("../features/emotion/PointList.tsx");
const loadPromises = () => import("../features/promises/PromiseList.tsx");
const loadInside = () => import("../features/feedback/SubJourneyList.tsx");
const loadInsights = () => import("../features/feedback/InsightList.tsx");
const loadGround = () => import("../features/touchpoint/GroundingNote.tsx");
const loadLeads = () => import("../features/levels/LeadsTo.tsx");
const loadStage = () => import("../features/touchpoint/StageInspector.tsx");
const loadTasks = () => import("../features/comments/TouchpointTasks.tsx");
const loadSuggestions = () => import("../features/library/incoming/Suggestions.tsx");

const Inspector = lazy(async () => ({ default: (await patiently(loadInspector)).Inspector }));
const PinnedQuotes = lazy(async () => ({ default: (await patiently(loadPinned)).PinnedQuotes }));
const PointList = lazy(async () => ({ default: (await patiently(loadPoints)).PointList }));
const PromiseList = lazy(async () => ({ default: (await patiently(loadPromises)).PromiseList }));
const SubJourneyList = lazy(async () => ({ default: (await patiently(loadInside)).SubJourneyList }));
const InsightList = lazy(async () => ({ default: (await patiently(loadInsights)).InsightList }));
const GroundingNote = lazy(async () => ({ default: (await patiently(loadGround)).GroundingNote }));
const LeadsTo = lazy(async () => ({ default: (await patiently(loadLeads)).LeadsTo }));
const TouchpointTasks = lazy(async () => ({ default: (await patiently(loadTasks)).TouchpointTasks }));
const Suggestions = lazy(async () => ({ default: (await patiently(loadSuggestions)).Suggestions }));

const StageInspector = lazy(() => patiently(loadStage));
const ManyInHand = lazy(() => patiently(() => import("../features/touchpoint/ManyInHand.tsx")));

/** The parts of the side that are fetched ahead, each by its own hand. */
export const SIDE_PARTS = [
  loadInspector,
  loadPinned,
  loadPoints,
  loadPromises,
  loadInside,
  loadInsights,
  loadLeads,
  loadTasks,
  loadStage,
] as const;

/** What is known of the selected touchpoint or stage. */
export function Side({ onAttach }: { readonly onAttach: () => void }) {
  const session = useSession();
  const attention = useAttentionStore();
  const touchpointId = useAttention(({ selected }) => touchpointOf(selected));
  const stageId = useAttention(({ selected }) => (selected?.kind === "stage" ? selected.id : null));
  const isMany = useAttention(({ gathered }) => gathered.size > 0);
  if (isMany)
    return (
      <Panel>
        <ManyInHand />
      </Panel>
    );
  if (stageId)
    return (
      <Panel key={stageId}>
        <StageInspector stageId={stageId}>
          <LeadsTo place={{ kind: "stage", id: stageId }} Ground={GroundingNote} />
        </StageInspector>
      </Panel>
    );
  if (!touchpointId) return null;
  return (
    <Panel key={touchpointId}>
      <Inspector
        touchpointId={touchpointId}
        onFeedback={(id) => openFeedbackOf(session, id)}
        onClose={() => attention.select(null)}
        more={
          <>
            <PointList touchpointId={touchpointId} />
            <PromiseList touchpointId={touchpointId} />
            <InsightList touchpointId={touchpointId} />
            <TouchpointTasks touchpointId={touchpointId} />
            <SubJourneyList touchpointId={touchpointId} />
            <LeadsTo place={{ kind: "touchpoint", id: touchpointId }} Ground={GroundingNote} />
          </>
        }
      >
        <PinnedQuotes touchpointId={touchpointId} onAttach={onAttach} />
        <Suggestions journeyId={session.journeyId} touchpointId={touchpointId} />
      </Inspector>
    </Panel>
  );
}
