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
      if (element.current)
        element.current.style.transform = `translate(${x}px, ${y}px) scale(${transform[2]})`;
    };
    follow(store.getState());
    return store.subscribe((state, before) => state.transform === before.transform || follow(state));
  }, [store, place]);
  return element;
}
