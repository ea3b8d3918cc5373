import { useStoreApi, type ReactFlowState } from "@xyflow/react";
import { useLayoutEffect } from "react";

/** Where the camera is: the map's origin in px of the window, and the zoom. */
export type Camera = readonly [x: number, y: number, zoom: number];

/** Calls `follow` now and whenever the camera moves, without rendering anything. `follow` must keep its identity. */
export function useCameraMoves(follow: (camera: Camera) => void): void {
  const store = useStoreApi();
  useLayoutEffect(() => {
    follow(store.getState().transform);
    return store.subscribe(
      ({ transform }: ReactFlowState, before) => transform === before.transform || follow(transform),
    );
  }, [store, follow]);
}
