import { cardBoxes, type MapLayout } from "@polku/drawing";
import { useStore, type ReactFlowState } from "@xyflow/react";
import { useMemo, type ComponentType } from "react";
import { useAlone } from "../../session/alone.ts";
import type { Thing } from "../../session/attention.ts";
import { useJourney } from "../../session/SessionContext.tsx";
import { Arrow } from "./Arrow.tsx";
import { Guides } from "./Guides.tsx";
import { Shape } from "./Shape.tsx";
import { ShapeBar } from "./ShapeBar.tsx";
import { useShapesInSight } from "./useShapesInSight.ts";
import "./shapes.css";
import "./shapeBar.css";

type Props = {
  readonly layout: MapLayout;
  /** Shows who else has a thing in hand. */
  readonly Holders: ComponentType<{ readonly thing: Thing }>;
};

/** Below this zoom a note is a patch of colour: its words could not be read. */
const FAR = 0.3;

/** What lies on the free canvas, in map coordinates; only what is in sight is drawn. */
export default function ShapeLayer({ layout, Holders }: Props) {
  const cards = useMemo(() => cardBoxes(layout), [layout]);
  const ids = useShapesInSight(cards, useAlone() !== undefined);
  const isFar = useStore((state: ReactFlowState) => state.transform[2] < FAR);
  return (
    <div className="shapes" data-far={isFar || undefined}>
      {ids.map((id) => (
        <OneShape key={id} id={id} cards={cards} Holders={Holders} />
      ))}
      <Guides />
      <ShapeBar cards={cards} />
    </div>
  );
}

type OneProps = {
  readonly id: string;
  readonly cards: ReturnType<typeof cardBoxes>;
  readonly Holders: Props["Holders"];
};

function OneShape({ id, cards, Holders }: OneProps) {
  const kind = useJourney((view) => view.shapes.get(id)?.kind);
  const on = useJourney((view) => view.shapes.get(id)?.touchpointId ?? null);
  if (kind === undefined) return null;
  if (kind === "arrow") return <Arrow id={id} cards={cards} Holders={Holders} />;
  const card = on === null ? undefined : cards.get(on);
  return <Shape id={id} card={card} Holders={Holders} />;
}
