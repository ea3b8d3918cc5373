import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useEffect } from "react";
import { useMapLook } from "../../session/mapLook.ts";
import { cameraOf } from "./useFollow.ts";

/**
 * Goes where the chosen view looks, once. A sub-journey that stands alone is another map: there the view only filters. Whoever leads holds
 * the camera while they hold it.
 */
export function useSavedSight(isAlone: boolean, isHeld: boolean): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  const goTo = useMapLook((look) => look.goTo);
  useEffect(() => {
    if (!goTo) return;
    const go = (): boolean => {
      const size = store.getState();
      if (size.width === 0) return false;
      useMapLook.setState({ goTo: null });
      if (!isAlone && !isHeld) void flow.setViewport(cameraOf(goTo, size), { duration: 180 });
      return true;
    };
    if (go()) return;
    return store.subscribe(go);
  }, [goTo, flow, store, isAlone, isHeld]);
}
