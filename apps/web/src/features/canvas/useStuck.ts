import { useCallback, useEffect, useRef, type RefObject } from "react";
import { useCameraMoves, type Camera } from "./useCameraMoves.ts";

/** ms after the last change of zoom until it has come to rest */
const REST = 160;

/** How far what must keep its size on the screen may be too large while the zoom changes. */
const SLACK = 1.5;

/**
 * What undoes the zoom for letters and tools beside a heading, so that they stay big enough to read and for a finger when the map is
 * small. Each change lays the headings out anew: while the zoom changes it goes in few large steps, and at rest to the very value.
 */
export function unzoomWhile(zoom: number, now: number | undefined): number {
  const wanted = 1 / zoom;
  if (now === undefined) return wanted;
  if (wanted > now) return wanted * Math.sqrt(SLACK);
  return wanted * SLACK < now ? wanted : now;
}

/**
 * Keeps an element on the camera's transform without rendering anything anew: headings stick to the window's edge while the map moves
 * under them. `place` says where the element's origin goes, in px of the window.
 */
export function useStuck(
  place: (camera: Camera) => { x: number; y: number },
): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const size = useRef<{ now?: number; zoom?: number }>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const follow = useCallback(
    (camera: Camera): void => {
      const { x, y } = place(camera);
      const { current } = element;
      if (!current) return;
      current.style.transform = `translate(${x}px, ${y}px) scale(${camera[2]})`;
      const { now, zoom } = size.current;
      if (camera[2] === zoom) return;
      const settle = (unzoom: number): void => {
        if (unzoom !== size.current.now) current.style.setProperty("--unzoom", String(unzoom));
        size.current = { now: unzoom, zoom: camera[2] };
      };
      settle(unzoomWhile(camera[2], now));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => settle(1 / camera[2]), REST);
    },
    [place],
  );
  useCameraMoves(follow);
  useEffect(() => () => clearTimeout(timer.current), []);
  return element;
}
