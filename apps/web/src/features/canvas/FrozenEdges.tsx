import type { Branch, MapLayout } from "@polku/drawing";
import { useStoreApi } from "@xyflow/react";
import { useCallback, useRef } from "react";
import { frozenShift, hasRoomBelow, EDGE_ROOM } from "./frozen.ts";
import { BranchEdges } from "./MapEdges.tsx";
import { useCameraMoves, type Camera } from "./useCameraMoves.ts";

/**
 * The upper ends of the edges of sub-journeys, where the cards they are at are frozen: they stand with the cards and go on below them in the
 * edge that moves with the map, for it runs straight down there. Where the sub-journey itself has gone under the frozen lanes, so has its edge.
 */
export default function FrozenEdges({ layout }: { readonly layout: MapLayout }) {
  const { frozenEnd, branches, box } = layout;
  const store = useStoreApi();
  const ends = useRef<SVGSVGElement>(null);
  const follow = useCallback(
    (camera: Camera): void => {
      const by = frozenShift(camera, frozenEnd, store.getState().height);
      for (const [i, end] of [...(ends.current?.children ?? [])].entries()) {
        const branch = branches[i];
        const isSeen = branch !== undefined && hasRoomBelow(branch, frozenEnd, by);
        end.toggleAttribute("data-gone", !isSeen);
      }
    },
    [store, frozenEnd, branches],
  );
  useCameraMoves(follow);
  return (
    <svg
      ref={ends}
      className="frozen__edges"
      width={box.width + 200}
      height={frozenEnd + EDGE_ROOM}
      aria-hidden="true"
    >
      {branches.map((branch: Branch) => (
        <g key={branch.subJourneyId}>
          <BranchEdges branch={branch} words="" />
        </g>
      ))}
    </svg>
  );
}
