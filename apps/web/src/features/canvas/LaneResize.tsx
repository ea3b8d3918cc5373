import { LANE_HEIGHT, setLane } from "@polku/journey";
import { useStoreApi } from "@xyflow/react";
import type { KeyboardEvent, PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { useCommand, useSession } from "../../session/SessionContext.tsx";

const STEP = 8;

function withinLimits(height: number): number {
  return Math.round(Math.min(LANE_HEIGHT.max, Math.max(48, height)) / 4) * 4;
}

/** The lower edge of a lane: dragged, or moved with the arrow keys. Heights are px of map coordinates. */
export function LaneResize({
  laneId,
  name,
  height,
}: {
  readonly laneId: string;
  readonly name: string;
  readonly height: number;
}) {
  const { t } = useTranslation();
  const run = useCommand();
  const { undo } = useSession();
  const flow = useStoreApi();
  const set = (next: number): void => void run(setLane, { laneId, set: { height: withinLimits(next) } });

  const press = (down: PointerEvent<HTMLDivElement>): void => {
    undo.beginStep();
    const edge = down.currentTarget;
    edge.setPointerCapture(down.pointerId);
    const stop = new AbortController();
    const wished = (event: globalThis.PointerEvent): number =>
      height + (event.clientY - down.clientY) / flow.getState().transform[2];
    const { signal } = stop;
    edge.addEventListener(
      "pointermove",
      (event: globalThis.PointerEvent) =>
        edge.style.setProperty("--pull", `${withinLimits(wished(event)) - height}px`),
      {
        signal,
      },
    );
    const end = (event: globalThis.PointerEvent): void => {
      stop.abort();
      edge.style.removeProperty("--pull");
      if (event.type === "pointerup") set(wished(event));
    };
    edge.addEventListener("pointerup", end, { signal });
    edge.addEventListener("pointercancel", end, { signal });
  };
  const key = (event: KeyboardEvent): void => {
    const by = { ArrowUp: -STEP, ArrowDown: STEP }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    set(height + by);
  };

  return (
    <div
      className="lane-resize nodrag nopan"
      role="separator"
      tabIndex={0}
      aria-orientation="horizontal"
      aria-label={t("lane.resize", { lane: name })}
      aria-valuenow={Math.round(height)}
      aria-valuemin={48}
      aria-valuemax={LANE_HEIGHT.max}
      onPointerDown={press}
      onKeyDown={key}
    />
  );
}
