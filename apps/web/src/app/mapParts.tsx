import { lazy } from "react";
import type { HandsProps, MapParts } from "../features/canvas/slots.ts";
import { EmotionLane } from "../features/emotion/EmotionLane.tsx";
import { EmotionScale } from "../features/emotion/EmotionScale.tsx";
import { QuoteLane } from "../features/evidence/QuoteLane.tsx";
import { BranchFrame } from "../features/feedback/BranchFrame.tsx";
import { TouchpointCard } from "../features/touchpoint/TouchpointCard.tsx";
import { patiently } from "../ui/patiently.ts";
import { Shapes, ShapeTools } from "./FreeCanvas.tsx";
import { openLanes } from "./LanesPlace.tsx";
import { Panel } from "./Panel.tsx";
import { openViews } from "./ViewsPlace.tsx";

const LeadsChip = lazy(() => patiently(() => import("../features/touchpoint/LeadsChip.tsx")));
const CanvasHands = lazy(() => patiently(() => import("../features/canvas/CanvasHands.tsx")));

function Hands(props: HandsProps) {
  return (
    <Panel unasked>
      <CanvasHands {...props} onViews={openViews} onLanes={openLanes} />
    </Panel>
  );
}

/** What the other features put into the map: the one place where they are introduced to it. */
export const MAP_PARTS: MapParts = {
  Card: TouchpointCard,
  Curve: EmotionLane,
  Scale: EmotionScale,
  Quotes: QuoteLane,
  Leads: LeadsChip,
  BranchFrame,
  Hands,
  Shapes,
  ShapeTools,
  onLanes: openLanes,
};
