import { ReactFlow, ReactFlowProvider, ViewportPortal, type Edge, type Node } from "@xyflow/react";
import "@xyflow/react/dist/base.css";
import { useEffect, useRef, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { useAlone } from "../../session/alone.ts";
import { useAttentionStore } from "../../session/SessionContext.tsx";
import { Cursors, useTellCursor } from "./Cursors.tsx";
import { DropLine } from "./CardFrame.tsx";
import { Holders } from "./Holders.tsx";
import { keepLayout } from "./dragging.ts";
import { Following } from "./Following.tsx";
import { LaneHeadings } from "./LaneHeadings.tsx";
import { MapSheet } from "./MapSheet.tsx";
import { Paper } from "./Paper.tsx";
import { StageBands } from "./StageBands.tsx";
import { ZoomTools } from "./ZoomTools.tsx";
import type { MapParts } from "./slots.ts";
import { usePanLayers } from "./usePanLayers.ts";
import { useFollow } from "./useFollow.ts";
import { useFollowReveal, useFirstFit } from "./useReveal.ts";
import { useMapKeys } from "./useMapKeys.ts";
import { useMapLayout } from "./useMapLayout.ts";
import { useSavedSight } from "./useSavedSight.ts";
import "./canvas.css";
import "./headings.css";
import "./cells.css";
import "./cursors.css";

const NO_NODES: Node[] = [];
const NO_EDGES: Edge[] = [];
const ZOOM = { min: 0.02, max: 2.5 } as const;

/** The map. React Flow is the camera only: it pans, zooms and fits; the grid inside is laid out and drawn by us. */
export function MapCanvas({ parts }: { readonly parts: MapParts }) {
  const alone = useAlone();
  return (
    // Another path is another map: the camera begins anew.
    <ReactFlowProvider key={alone?.id ?? "all"}>
      <Canvas parts={parts} isAlone={alone !== undefined} />
    </ReactFlowProvider>
  );
}

function Canvas({ parts, isAlone }: { readonly parts: MapParts; readonly isAlone: boolean }) {
  const { t } = useTranslation();
  const layout = useMapLayout();
  const frame = useRef<HTMLElement>(null);
  const attention = useAttentionStore();
  useEffect(() => keepLayout(layout), [layout]);
  useMapKeys(layout);
  useFirstFit(layout);
  useFollowReveal(layout, frame);
  const tellCursor = useTellCursor();
  const { followed, byHand, isHeld } = useFollow();
  useSavedSight(isAlone, isHeld);

  return (
    <section
      ref={frame}
      className="map"
      aria-label={t("map.name")}
      // Places of a map that stands alone mean nothing on the others' maps, nor theirs on this one.
      onPointerMove={isAlone ? undefined : tellCursor.move}
      onPointerLeave={tellCursor.leave}
    >
      <ReactFlow
        nodes={NO_NODES}
        edges={NO_EDGES}
        minZoom={ZOOM.min}
        maxZoom={ZOOM.max}
        panOnScroll={!isHeld}
        panOnScrollSpeed={1}
        zoomOnScroll={false}
        zoomOnPinch={!isHeld}
        panOnDrag={!isHeld}
        zoomOnDoubleClick={false}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        deleteKeyCode={null}
        panActivationKeyCode={null}
        zoomActivationKeyCode={isHeld ? null : ["Control", "Meta"]}
        disableKeyboardA11y
        nodesFocusable={false}
        edgesFocusable={false}
        proOptions={{ hideAttribution: true }}
        onPaneClick={() => attention.select(null)}
        onMoveStart={(event) => {
          // Without an event it was us who moved the camera.
          if (event && followed) byHand();
        }}
      >
        <Paper />
        <PanLayers frame={frame} />
        <ViewportPortal>
          <MapSheet layout={layout} parts={parts} />
          <parts.Shapes layout={layout} Holders={Holders} />
          <DropLine />
          {!isAlone && <Cursors />}
        </ViewportPortal>
        <StageBands layout={layout} Leads={parts.Leads} />
        <LaneHeadings layout={layout} Scale={parts.Scale} onLanes={parts.onLanes} />
        {!isHeld && <ZoomTools layout={layout} />}
        <parts.ShapeTools layout={layout} />
        <parts.Hands layout={layout} />
      </ReactFlow>
      {isHeld && (
        <p className="held" role="status">
          {t("map.held")}
        </p>
      )}
      {followed && <Following person={followed} onStop={byHand} />}
    </section>
  );
}

function PanLayers({ frame }: { readonly frame: RefObject<HTMLElement | null> }) {
  usePanLayers(frame);
  return null;
}
