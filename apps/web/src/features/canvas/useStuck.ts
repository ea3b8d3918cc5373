import { useCallback, useRef, type RefObject } from "react";
import { useCameraMoves, type Camera } from "./useCameraMoves.ts";

/**
 * Keeps an element on the camera's transform without rendering anything anew: headings stick to the window's edge while the map moves
 * under them. `place` says where the element's origin goes, in px of the window.
 */
export function useStuck(
  place: (camera: Camera) => { x: number; y: number },
): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const follow = useCallback(
    (camera: Camera): void => {
      const { x, y } = place(camera);
      const { current } = element;
      if (!current) return;
      current.style.transform = `translate(${x}px, ${y}px) scale(${camera[2]})`;
      // Tools beside a heading stay big enough for a finger when the map is small.
      const unzoom = String(Math.ceil(20 / camera[2]) / 20);
      if (current.style.getPropertyValue("--unzoom") !== unzoom)
        current.style.setProperty("--unzoom", unzoom);
    },
    [place],
  );
  useCameraMoves(follow);
  return element;
}
