import { drawnBox, type Box } from "@polku/drawing";
import { SHAPE_COLOURS } from "@polku/journey";
import { useStore, type ReactFlowState } from "@xyflow/react";
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceAround,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceAround,
  Copy,
  Group,
  Ungroup,
  Lock,
  LockOpen,
  MoveUpRight,
  Pin,
  PinOff,
  Trash2,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { useAlone } from "../../session/alone.ts";
import { useAttention, useCanEdit, useJourney, useSession } from "../../session/SessionContext.tsx";
import { fewest } from "../../session/alignment.ts";
import {
  alignShapes,
  attachShapes,
  colourShapes,
  deleteShapes,
  detachShapes,
  duplicateShapes,
  groupShapes,
  lockShapes,
  shapesInHand,
} from "../../session/shapeHand.ts";
import { Tool } from "../../ui/Tool.tsx";
import { Colours } from "./Colours.tsx";
import { useShapeDrag } from "./shapeDrag.ts";
import { useShapeTool } from "./shapeTool.ts";

/** px of the window that must be free above a shape for its bar; else the bar stands below it. */
const ROOM = 120;

const ORDER = [
  ["left", "alignLeft", AlignStartVertical],
  ["centre", "alignCentre", AlignCenterVertical],
  ["right", "alignRight", AlignEndVertical],
  ["top", "alignTop", AlignStartHorizontal],
  ["middle", "alignMiddle", AlignCenterHorizontal],
  ["bottom", "alignBottom", AlignEndHorizontal],
  ["across", "spaceAcross", AlignHorizontalSpaceAround],
  ["down", "spaceDown", AlignVerticalSpaceAround],
] as const;

/** What puts several shapes in order: groups, edges, gaps. */
function Order() {
  const { t } = useTranslation();
  const session = useSession();
  const gathered = useAttention((attention) => attention.gathered);
  const shapes = useJourney((view) => view.shapes);
  const ids = [...gathered.values()].flatMap((thing) => (thing.kind === "shape" ? [thing.id] : []));
  if (ids.length < 2) return null;
  const isGroup = ids.every((id) => shapes.get(id)?.group !== null);
  return (
    <span className="shape-bar__order">
      {ORDER.filter(([how]) => ids.length >= fewest(how)).map(([how, name, Icon]) => (
        <Tool key={how} label={t(`hands.deeds.${name}`)} onClick={() => alignShapes(session, ids, how)}>
          <Icon />
        </Tool>
      ))}
      <Tool
        label={t(isGroup ? "hands.deeds.ungroupShapes" : "hands.deeds.groupShapes")}
        onClick={() => groupShapes(session, ids, !isGroup)}
      >
        {isGroup ? <Ungroup /> : <Group />}
      </Tool>
    </span>
  );
}

/** What can be done with the shapes in hand, beside them, of one size at every zoom. */
export function ShapeBar({ cards }: { readonly cards: ReadonlyMap<string, Box> }) {
  const selected = useAttention(({ selected: one, editing }) =>
    one?.kind === "shape" && editing === null ? one.id : null,
  );
  const isDragging = useShapeDrag(({ ids }) => ids.size > 0);
  const canEdit = useCanEdit();
  const isDrawing = useShapeTool(({ tool }) => tool !== null);
  return selected !== null && canEdit && !isDragging && !isDrawing ? (
    <Bar key={selected} id={selected} cards={cards} />
  ) : null;
}

function Bar({ id, cards }: { readonly id: string; readonly cards: ReadonlyMap<string, Box> }) {
  const { t } = useTranslation();
  const session = useSession();
  const shape = useJourney((view) => view.shapes.get(id));
  const shapes = useJourney((view) => view.shapes);
  const box = shape ? drawnBox(shape, cards, shapes) : null;
  // On a map of one sub-journey alone there is no free place to let go to.
  const isAlone = useAlone() !== undefined;
  const zoom = useStore((state: ReactFlowState) => state.transform[2]);
  const isBelow = useStore(
    ({ transform }: ReactFlowState) => box !== null && box.y * transform[2] + transform[1] < ROOM,
  );
  if (!shape || !box) return null;
  const hand = () => shapesInHand(session);
  const canAttach = shape.kind !== "arrow" && shape.kind !== "frame";
  return (
    <div
      className="shape-bar nodrag nopan"
      role="toolbar"
      aria-label={t("shapes.bar")}
      style={{
        left: box.x,
        top: isBelow ? box.y + box.height : box.y,
        transform: `scale(${1 / zoom}) translateY(${isBelow ? "10px" : "calc(-100% - 10px)"})`,
      }}
    >
      {!shape.locked && <Order />}
      {!shape.locked && (
        <>
          {shape.kind !== "text" && shape.kind !== "image" && (
            <Colours
              colours={SHAPE_COLOURS}
              chosen={shape.colour}
              isPaper={shape.kind === "note"}
              onChoose={(colour) => colourShapes(session, hand(), colour)}
            />
          )}
          {canAttach &&
            (shape.touchpointId === null ? (
              <Tool label={t("hands.deeds.attachShape")} onClick={() => attachShapes(session, hand())}>
                <Pin />
              </Tool>
            ) : isAlone ? null : (
              <Tool label={t("hands.deeds.detachShape")} onClick={() => detachShapes(session, hand())}>
                <PinOff />
              </Tool>
            ))}
          {shape.kind !== "arrow" && (
            <Tool
              label={t("shapes.arrowFrom")}
              onClick={() =>
                useShapeTool.setState({
                  tool: "arrow",
                  from: { x: 0, y: 0, shapeId: id, touchpointId: null },
                })
              }
            >
              <MoveUpRight />
            </Tool>
          )}
        </>
      )}
      <Tool label={t("hands.deeds.duplicate")} onClick={() => duplicateShapes(session, hand())}>
        <Copy />
      </Tool>
      <Tool
        label={t(shape.locked ? "hands.deeds.unlockShape" : "hands.deeds.lockShape")}
        onClick={() => lockShapes(session, hand(), !shape.locked)}
      >
        {shape.locked ? <LockOpen /> : <Lock />}
      </Tool>
      {!shape.locked && (
        <Tool label={t("hands.deeds.delete")} onClick={() => deleteShapes(session, hand())}>
          <Trash2 />
        </Tool>
      )}
    </div>
  );
}
