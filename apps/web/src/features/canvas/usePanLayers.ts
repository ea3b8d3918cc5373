import { useCallback, useEffect, useRef, type RefObject } from "react";
import { useCameraMoves, type Camera } from "./useCameraMoves.ts";

/** ms after the last change of zoom until it has come to rest */
const REST = 160;

/**
 * The moving parts of the map lie on layers of their own (`will-change`), so that panning paints nothing. A browser keeps such a layer at
 * the size it was painted in, so while the zoom changes they are let go, and their letters stay sharp.
 */
export function usePanLayers(frame: RefObject<HTMLElement | null>): void {
  const last = useRef<number>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const follow = useCallback(
    ([, , zoom]: Camera): void => {
      const { current: map } = frame;
      if (!map || zoom === last.current) return;
      last.current = zoom;
      map.toggleAttribute("data-zooming", true);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => map.removeAttribute("data-zooming"), REST);
    },
    [frame],
  );
  useCameraMoves(follow);
  useEffect(() => () => clearTimeout(timer.current), []);
}
