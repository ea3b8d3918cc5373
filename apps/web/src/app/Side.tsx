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
const loadLeads = () => import("../features/levels/LeadsTo.tsx");
const loadTasks = () => import("../features/comments/TouchpointTasks.tsx");
const loadSuggestions = () => import("../features/library/incoming/Suggestions.tsx");

const Inspector = lazy(async () => ({ default: (await patiently(loadInspector)).Inspector }));
const PinnedQuotes = lazy(async () => ({ default: (await patiently(loadPinned)).PinnedQuotes }));
const PointList = lazy(async () => ({ default: (await patiently(loadPoints)).PointList }));
const PromiseList = lazy(async () => ({ default: (await patiently(loadPromises)).PromiseList }));
const SubJourneyList = lazy(async () => ({ default: (await patiently(loadInside)).SubJourneyList }));
const InsightList = lazy(async () => ({ default: (await patiently(loadInsights)).InsightList }));
const LeadsTo = lazy(async () => ({ default: (await patiently(loadLeads)).LeadsTo }));
const TouchpointTasks = lazy(async () => ({ default: (await patiently(loadTasks)).TouchpointTasks }));
const Suggestions = lazy(async () => ({ default: (await patiently(loadSuggestions)).Suggestions }));

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
] as const;

/** What is known of the selected touchpoint. */
export function Side({ onAttach }: { readonly onAttach: () => void }) {
  const session = useSession();
  const attention = useAttentionStore();
  const touchpointId = useAttention(({ selected }) => touchpointOf(selected));
  const isMany = useAttention(({ gathered }) => gathered.size > 0);
  if (isMany)
    return (
      <Panel>
        <ManyInHand />
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
            <LeadsTo touchpointId={touchpointId} />
          </>
        }
      >
        <PinnedQuotes touchpointId={touchpointId} onAttach={onAttach} />
        <Suggestions journeyId={session.journeyId} touchpointId={touchpointId} />
      </Inspector>
    </Panel>
  );
}
