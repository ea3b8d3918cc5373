import { useStoreApi, type ReactFlowState } from "@xyflow/react";
import { useLayoutEffect, useRef, type RefObject } from "react";

/**
 * Keeps an element on the camera's transform without rendering anything anew: headings stick to the window's edge while the map moves
 * under them. `place` says where the element's origin goes, in px of the window.
 */
export function useStuck(
  place: (transform: readonly [number, number, number]) => { x: number; y: number },
): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const store = useStoreApi();
  useLayoutEffect(() => {
    const follow = ({ transform }: ReactFlowState): void => {
      const { x, y } = place(transform);
      const { current } = element;
      if (!current) return;
      current.style.transform = `translate(${x}px, ${y}px) scale(${transform[2]})`;
      // Tools beside a heading stay big enough for a finger when the map is small.
      const unzoom = String(Math.ceil(20 / transform[2]) / 20);
      if (current.style.getPropertyValue("--unzoom") !== unzoom)
        current.style.setProperty("--unzoom", unzoom);
    };
    follow(store.getState());
    return store.subscribe((state, before) => state.transform === before.transform || follow(state));
  }, [store, place]);
  return element;
}
