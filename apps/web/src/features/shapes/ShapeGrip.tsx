import { placeShapes, SHAPE_LIMIT, type ShapeView } from "@polku/journey";
import { useStoreApi } from "@xyflow/react";
import type { PointerEvent } from "react";
import { useSession } from "../../session/SessionContext.tsx";

export type Size = { readonly width: number; readonly height: number };

type Props = {
  readonly shape: ShapeView;
  /** The size while it is being drawn; null when it is done. */
  readonly onSize: (size: Size | null) => void;
};

function held(length: number): number {
  return Math.round(Math.min(SHAPE_LIMIT.most, Math.max(SHAPE_LIMIT.least, length)));
}

/** The corner by which a shape is made larger or smaller; Alt and the arrow keys do the same. Written once, at the drop. */
export function ShapeGrip({ shape, onSize }: Props) {
  const session = useSession();
  const flow = useStoreApi();
  const press = (down: PointerEvent<HTMLSpanElement>): void => {
    if (down.button !== 0) return;
    down.stopPropagation();
    down.currentTarget.setPointerCapture(down.pointerId);
    let size: Size | null = null;
    const stop = new AbortController();
    const { signal } = stop;
    const move = (event: globalThis.PointerEvent): void => {
      const zoom = flow.getState().transform[2];
      const width = held(shape.width + (event.clientX - down.clientX) / zoom);
      const height = held(shape.height + (event.clientY - down.clientY) / zoom);
      // An image keeps its proportions.
      size =
        shape.kind === "image"
          ? { width, height: held((width * shape.height) / shape.width) }
          : { width, height };
      onSize(size);
    };
    const end = (done: boolean): void => {
      stop.abort();
      onSize(null);
      if (!done || !size) return;
      session.undo.beginStep();
      session.run(placeShapes, { places: [{ shapeId: shape.id, size }] });
    };
    addEventListener("pointermove", move, { signal });
    addEventListener("pointerup", () => end(true), { signal });
    addEventListener("pointercancel", () => end(false), { signal });
  };
  return <span className="shape__grip nodrag nopan" data-press onPointerDown={press} aria-hidden="true" />;
}
