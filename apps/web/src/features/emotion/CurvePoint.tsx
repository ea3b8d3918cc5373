import {
  placeAt,
  placeX,
  valenceAt,
  valenceY,
  type CurveLane,
  type PersonaLine,
  type TouchpointColumn,
} from "@polku/drawing";
import { bendEmotion, deleteEmotionPoint, type EmotionPointView } from "@polku/journey";
import { useRef, type PointerEvent } from "react";
import { isInHand, touchpointNameId, type Thing } from "../../session/attention.ts";
import { useSignedNumber } from "../../ui/useSignedNumber.ts";
import { useAttention, useAttentionStore, useCanEdit, useSession } from "../../session/SessionContext.tsx";
import { useFeelingName } from "../../session/useFeelingName.ts";
import { PersonaMark } from "./PersonaCurve.tsx";

/** A point while it is in hand: shown at once, written at the drop. */
export type Draft = { readonly id: string; readonly t: number; readonly v: number };

type Props = {
  readonly point: EmotionPointView;
  /** The id of the element that names the lane. */
  readonly laneName: string;
  readonly column: TouchpointColumn;
  readonly lane: CurveLane;
  readonly onDraft: (draft: Draft | null) => void;
  /** Whose it is, when it is no point of the team's: then it has that persona's marker. */
  readonly line?: PersonaLine | undefined;
};

/** One point of a curve: dragged, or moved with the arrow keys; Delete takes it away. */
export function CurvePoint({ point, laneName, column, lane, onDraft, line }: Props) {
  const feelingName = useFeelingName();
  const session = useSession();
  const attention = useAttentionStore();
  const canEdit = useCanEdit();
  const me: Thing = { kind: "point", id: point.id, touchpointId: point.touchpointId };
  const selected = useAttention((state) => isInHand(state, me));
  const held = useRef<Draft | null>(null);
  const x = placeX(point.t, column);
  const y = valenceY(point.v, lane);
  const value = useSignedNumber(2)(point.v);

  const press = (down: PointerEvent<SVGGElement>): void => {
    attention.select(me);
    if (!canEdit || down.button !== 0) return;
    down.stopPropagation();
    const element = down.currentTarget;
    const svg = element.ownerSVGElement;
    element.setPointerCapture(down.pointerId);
    const stop = new AbortController();
    const { signal } = stop;
    const move = (event: globalThis.PointerEvent): void => {
      const matrix = svg?.getScreenCTM();
      if (!matrix) return;
      const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
      held.current = { id: point.id, t: placeAt(place.x, column), v: valenceAt(place.y, lane) };
      onDraft(held.current);
    };
    const end = (event: globalThis.PointerEvent): void => {
      stop.abort();
      const drop = held.current;
      held.current = null;
      onDraft(null);
      if (!drop || event.type !== "pointerup") return;
      session.undo.beginStep();
      session.run(bendEmotion, { pointId: point.id, t: drop.t, v: drop.v });
    };
    element.addEventListener("pointermove", move, { signal });
    element.addEventListener("pointerup", end, { signal });
    element.addEventListener("pointercancel", end, { signal });
  };

  return (
    <g
      className="emotion__point nodrag nopan"
      data-thing={`point:${point.id}`}
      data-selected={selected || undefined}
      role="slider"
      tabIndex={selected ? 0 : -1}
      aria-labelledby={`${laneName} ${touchpointNameId(point.touchpointId)}`}
      aria-valuemin={-2}
      aria-valuemax={2}
      aria-valuenow={point.v}
      aria-valuetext={`${value}, ${feelingName(point.v)}`}
      aria-readonly={!canEdit}
      onPointerDown={press}
      onFocus={() => attention.select(me)}
      onDoubleClick={(event) => {
        event.stopPropagation();
        if (canEdit) session.run(deleteEmotionPoint, { pointId: point.id });
      }}
    >
      <circle className="emotion__reach" cx={x} cy={y} r={14} />
      {line ? (
        <g style={{ color: line.colour }}>
          <PersonaMark line={line} x={x} y={y} r={6} />
        </g>
      ) : (
        <circle className="emotion__knob" cx={x} cy={y} r={5} />
      )}
      {selected && (
        <text className="emotion__value" x={x} y={y - 14}>
          {value}
        </text>
      )}
    </g>
  );
}
