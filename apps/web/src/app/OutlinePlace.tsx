import { lazy, useMemo } from "react";
import { openFeedbackOf } from "../features/canvas/useMapKeys.ts";
import { GroundingRing } from "../features/touchpoint/GroundingRing.tsx";
import { useSession } from "../session/SessionContext.tsx";
import { patiently } from "../ui/patiently.ts";
import { Panel } from "./Panel.tsx";

export const loadOutline = () => import("../features/outline/Outline.tsx");
const LevelsTrail = lazy(() => patiently(() => import("../features/levels/LevelsTrail.tsx")));
const StatesMark = lazy(() => patiently(() => import("../features/states/StatesMark.tsx")));
const LeadsChip = lazy(() => patiently(() => import("../features/touchpoint/LeadsChip.tsx")));
const loadOwnNotes = () => import("../features/shapes/OwnNotes.tsx");
const OwnNoteSheet = lazy(async () => ({ default: (await patiently(loadOwnNotes)).OwnNoteSheet }));
const LaneList = lazy(() => patiently(() => import("../features/lanes/LaneList.tsx")));
const Outline = lazy(() => patiently(loadOutline));

/** Which journeys this one belongs to: those above it, and its other state. */
function Marks() {
  const { journeyId } = useSession();
  return (
    <>
      <LevelsTrail inText />
      <StatesMark journeyId={journeyId} inText />
    </>
  );
}

function OwnNotesInText() {
  return <OwnNoteSheet inText />;
}

/** The journey as words. What other features show in it is introduced here. */
export function OutlinePlace() {
  const session = useSession();
  const parts = useMemo(
    () => ({
      Ring: GroundingRing,
      Lanes: LaneList,
      Trail: Marks,
      Leads: LeadsChip,
      OwnNotes: OwnNotesInText,
      openFeedback: (id: string) => openFeedbackOf(session, id),
    }),
    [session],
  );
  return (
    <Panel>
      <Outline parts={parts} />
    </Panel>
  );
}
