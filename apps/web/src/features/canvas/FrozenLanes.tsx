import { GRID, type MapLayout } from "@polku/drawing";
import { useStoreApi } from "@xyflow/react";
import { lazy, Suspense, useCallback, useRef, type ReactNode } from "react";
import { patiently } from "../../ui/patiently.ts";
import { frozenShift } from "./frozen.ts";
import { StageTints } from "./StageTints.tsx";
import { useCameraMoves, type Camera } from "./useCameraMoves.ts";
import { Veils } from "./Veils.tsx";

/** The cards are seldom frozen. */
const FrozenEdges = lazy(() => patiently(() => import("./FrozenEdges.tsx")));

/** The frozen lanes: they lie under the stages' heads while the others move on below them. Moved by the camera, never rendered for it. */
export function FrozenLanes({
  layout,
  children,
}: {
  readonly layout: MapLayout;
  readonly children: ReactNode;
}) {
  const element = useRef<HTMLDivElement>(null);
  const store = useStoreApi();
  const { frozenEnd } = layout;
  const follow = useCallback(
    (camera: Camera): void => {
      const by = frozenShift(camera, frozenEnd, store.getState().height);
      if (!element.current) return;
      element.current.style.transform = `translateY(${by}px)`;
      element.current.toggleAttribute("data-stuck", by > 0);
    },
    [store, frozenEnd],
  );
  useCameraMoves(follow);
  return (
    <div ref={element} className="frozen">
      <div
        className="frozen__ground"
        style={{
          top: GRID.bandHeight,
          width: layout.grid.width + 40,
          height: frozenEnd - GRID.bandHeight + 4,
        }}
      />
      <StageTints layout={layout} to={frozenEnd} />
      {layout.branches.length > 0 &&
        layout.rows.some(({ kind, frozen }) => frozen && kind === "touchpoint") && (
          <Suspense>
            <FrozenEdges layout={layout} />
          </Suspense>
        )}
      {children}
      <Veils columns={layout.columns} from={GRID.bandHeight} to={frozenEnd} />
    </div>
  );
}
