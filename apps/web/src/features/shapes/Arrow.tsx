import { arrowEnd, arrowLine, type Box, type Point } from "@polku/drawing";
import type { ArrowEnd, ShapeView } from "@polku/journey";
import { memo, useState, type ComponentType } from "react";
import { isInHand, sameThing, type Thing } from "../../session/attention.ts";
import { useAttention, useAttentionStore, useCanEdit, useJourney } from "../../session/SessionContext.tsx";
import { ArrowGrips } from "./ArrowGrips.tsx";
import { useDragged } from "./shapeDrag.ts";
import { ShapeWords } from "./ShapeWords.tsx";
import { useShapeName } from "./useShapeName.ts";
import { grabs, useShapePress } from "./useShapePress.ts";

type Cards = ReadonlyMap<string, Box>;
type Props = {
  readonly id: string;
  readonly cards: Cards;
  readonly Holders: ComponentType<{ readonly thing: Thing }>;
};

/** An arrow: it follows what is at its ends, also while that is being dragged. */
export const Arrow = memo(function Arrow({ id, cards, Holders }: Props) {
  const shape = useJourney((view) => view.shapes.get(id));
  const [from, to] = [shape?.from, shape?.to];
  return shape && from && to ? (
    <ShownArrow shape={shape} from={from} to={to} cards={cards} Holders={Holders} />
  ) : null;
});

function moved(at: Box | Point | null, { dx, dy }: { dx: number; dy: number }): Box | Point | null {
  return at && (dx !== 0 || dy !== 0) ? { ...at, x: at.x + dx, y: at.y + dy } : at;
}

/** Where an end lies now: the arrow wakes when the shape at it moves, and for no other. */
function useEnd(end: ArrowEnd, arrowId: string, cards: Cards): Box | Point | null {
  const at = useJourney((view) => (end.shapeId === null ? undefined : view.shapes.get(end.shapeId)));
  const own = useDragged(arrowId);
  const its = useDragged(end.shapeId);
  const isFree = end.shapeId === null && end.touchpointId === null;
  return moved(arrowEnd(end, cards, new Map(at ? [[at.id, at]] : [])), isFree ? own : its);
}

type ShownProps = {
  readonly shape: ShapeView;
  readonly from: ArrowEnd;
  readonly to: ArrowEnd;
  readonly cards: Cards;
  readonly Holders: Props["Holders"];
};

function ShownArrow({ shape, from, to, cards, Holders }: ShownProps) {
  const { id } = shape;
  const me: Thing = { kind: "shape", id };
  const inHand = useAttention((attention) => isInHand(attention, me));
  const editing = useAttention((attention) => sameThing(attention.editing, me));
  const attention = useAttentionStore();
  const canEdit = useCanEdit();
  const nameOf = useShapeName();
  const press = useShapePress(id);
  const isAlone = useAttention((attention) => attention.gathered.size === 0);
  const [pull, setPull] = useState<{ readonly end: "from" | "to"; readonly at: Point } | null>(null);
  const [start, end] = [useEnd(from, id, cards), useEnd(to, id, cards)];
  if (!start || !end) return null;
  const line = arrowLine(pull?.end === "from" ? pull.at : start, pull?.end === "to" ? pull.at : end);
  const hold = canEdit && grabs(inHand) ? "nodrag nopan" : "";
  return (
    <div
      className="shape shape--arrow"
      data-thing={`shape:${id}`}
      data-selected={inHand || undefined}
      data-colour={shape.colour}
      data-locked={shape.locked || undefined}
      onPointerDown={press}
    >
      <svg className={`shape__line ${hold}`} aria-hidden="true">
        <path d={line.d + line.tip} />
        <path className="shape__hold" d={line.d} />
      </svg>
      <div className={`shape__label ${hold}`} style={{ left: line.middle.x, top: line.middle.y }}>
        {editing && canEdit ? (
          <ShapeWords shape={shape} className="shape__text" />
        ) : (
          <button
            type="button"
            className="shape__face"
            data-focus
            data-empty={shape.text === "" || undefined}
            aria-label={nameOf(shape)}
            onFocus={() => inHand || attention.select(me)}
          >
            <bdi className="shape__words">{shape.text}</bdi>
          </button>
        )}
        <Holders thing={me} />
      </div>
      {inHand && isAlone && canEdit && !shape.locked && (
        <ArrowGrips shape={shape} line={line} onPull={setPull} />
      )}
    </div>
  );
}
