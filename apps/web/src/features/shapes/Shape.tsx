import { drawingPath, lineHeight, shapeBox, shapeText, type Box } from "@polku/drawing";
import type { ShapeView } from "@polku/journey";
import { Lock, Pin } from "lucide-react";
import { memo, useState, type ComponentType, type CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { isInHand, sameThing, type Thing } from "../../session/attention.ts";
import { useAttention, useAttentionStore, useCanEdit, useJourney } from "../../session/SessionContext.tsx";
import { isOwnNote } from "../../session/shapeHand.ts";
import { useDragged } from "./shapeDrag.ts";
import { useOwnHand } from "./ownMoves.ts";
import { Ghost } from "./Ghost.tsx";
import { Picture } from "./Picture.tsx";
import { ShapeGrip, type Size } from "./ShapeGrip.tsx";
import { ShapeWords } from "./ShapeWords.tsx";
import { useShapeName } from "./useShapeName.ts";
import { grabs, useShapePress } from "./useShapePress.ts";

type Props = {
  readonly id: string;
  /** The card of the touchpoint it is attached to, when it is to one that is laid out. */
  readonly card: Box | undefined;
  readonly Holders: ComponentType<{ readonly thing: Thing }>;
};

/** A note, a text, a frame or a drawing on the canvas. */
export const Shape = memo(function Shape({ id, card, Holders }: Props) {
  const shape = useJourney((view) => view.shapes.get(id));
  return shape ? <ShownShape shape={shape} card={card} Holders={Holders} /> : null;
});

type ShownProps = Omit<Props, "id"> & { readonly shape: ShapeView };

function ShownShape({ shape: kept, card, Holders }: ShownProps) {
  const { id, kind, colour, locked, touchpointId } = kept;
  const me: Thing = { kind: "shape", id };
  const inHand = useAttention((attention) => isInHand(attention, me));
  const editing = useAttention((attention) => sameThing(attention.editing, me));
  const isAlone = useAttention((attention) => attention.gathered.size === 0);
  const attention = useAttentionStore();
  const canEdit = useCanEdit();
  const nameOf = useShapeName();
  const { dx, dy } = useDragged(id);
  const mayMove = useOwnHand(({ meId }) => isOwnNote(kept, meId)) || canEdit;
  const onItsWay = useOwnHand(({ places }) => places.get(id));
  const press = useShapePress(id);
  const [sized, setSized] = useState<Size | null>(null);
  const shape = { ...kept, ...sized, ...onItsWay };
  const box = shapeBox(shape, card);
  if (box === null) return null;
  const words = shapeText(shape);
  const text: CSSProperties = words
    ? { fontSize: words.size, lineHeight: `${lineHeight(words.size)}px` }
    : {};
  return (
    <div
      className={`shape shape--${kind}${mayMove && grabs(inHand) ? " nodrag nopan" : ""}`}
      data-thing={`shape:${id}`}
      data-selected={inHand || undefined}
      data-dragged={dx !== 0 || dy !== 0 || undefined}
      data-locked={locked || undefined}
      data-colour={colour}
      style={{
        left: box.x,
        top: box.y,
        width: box.width,
        height: box.height,
        transform: dx !== 0 || dy !== 0 ? `translate(${dx}px, ${dy}px)` : undefined,
      }}
      onPointerDown={press}
    >
      {kind === "frame" && <FrameEdge box={box} />}
      {kind === "drawing" && <Stroke points={kept.points} />}
      {editing && canEdit ? (
        <div className="shape__open" style={text}>
          <ShapeWords shape={kept} className="shape__text" />
        </div>
      ) : (
        <button
          type="button"
          className="shape__face"
          data-focus
          aria-label={nameOf(kept)}
          aria-describedby={touchpointId === null ? undefined : `shape-on-${id}`}
          style={text}
          onFocus={() => inHand || attention.select(me)}
        >
          {kind === "image" ? (
            <Picture imageId={kept.imageId} />
          ) : (
            kind !== "drawing" && <bdi className="shape__words">{kept.text}</bdi>
          )}
        </button>
      )}
      {touchpointId !== null && <OnTouchpoint id={id} touchpointId={touchpointId} />}
      {locked && <Lock className="shape__lock" size={14} aria-hidden="true" />}
      <Holders thing={me} />
      <Ghost id={id} />
      {inHand && isAlone && canEdit && !locked && !editing && kind !== "drawing" && (
        <ShapeGrip shape={kept} onSize={setSized} />
      )}
    </div>
  );
}

/** The edge of a frame can be taken hold of, its inside cannot: what lies in it is reached through it. */
function FrameEdge({ box }: { readonly box: Box }) {
  return (
    <svg className="shape__edge" width={box.width} height={box.height} aria-hidden="true">
      <rect width={box.width} height={box.height} rx="8" />
      <rect className="shape__hold" width={box.width} height={box.height} rx="8" />
    </svg>
  );
}

function Stroke({ points }: { readonly points: readonly number[] }) {
  const d = drawingPath(points);
  return (
    <svg className="shape__stroke" aria-hidden="true">
      <path d={d} />
      <path className="shape__hold" d={d} />
    </svg>
  );
}

/** A small pin in the corner: this moves with a touchpoint, and with which. */
function OnTouchpoint({ id, touchpointId }: { readonly id: string; readonly touchpointId: string }) {
  const { t } = useTranslation();
  const title = useJourney((view) => view.touchpoints.get(touchpointId)?.title ?? "");
  const words = t("shapes.on", { touchpoint: title || t("touchpoint.untitled") });
  return (
    <span className="shape__pin" title={words}>
      <Pin size={13} aria-hidden="true" />
      <span className="visually-hidden" id={`shape-on-${id}`}>
        {words}
      </span>
    </span>
  );
}
