import type { MapParts } from "../features/canvas/slots.ts";
import { EmotionLane } from "../features/emotion/EmotionLane.tsx";
import { EmotionScale } from "../features/emotion/EmotionScale.tsx";
import { QuoteLane } from "../features/evidence/QuoteLane.tsx";
import { BranchFrame } from "../features/feedback/BranchFrame.tsx";
import { TouchpointCard } from "../features/touchpoint/TouchpointCard.tsx";

/** What the other features put into the map: the one place where they are introduced to it. */
export const MAP_PARTS: MapParts = {
  Card: TouchpointCard,
  Curve: EmotionLane,
  Scale: EmotionScale,
  Quotes: QuoteLane,
  BranchFrame,
};
