import { memo, useCallback, useRef } from "react";
import { useCameraMoves, type Camera } from "./useCameraMoves.ts";

/** px between two dots at zoom 1 */
const GAP = 24;

/** A number that repeats every `length`, never negative. */
const within = (value: number, length: number): number => ((value % length) + length) % length;

/**
 * Where the dotted sheet lies for a camera. It is painted once and only moved by less than a gap, so that panning paints nothing; far
 * out every second dot is left out, again and again, so that they never run together.
 */
export function paperTransform([x, y, zoom]: Camera): string {
  const scale = zoom * 2 ** -Math.round(Math.log2(zoom));
  const gap = GAP * scale;
  return `translate(${within(x, gap) - gap}px, ${within(y, gap) - gap}px) scale(${scale})`;
}

/** The dots under the map, which show that it moves. */
export const Paper = memo(function Paper() {
  const element = useRef<HTMLDivElement>(null);
  const follow = useCallback((camera: Camera): void => {
    if (element.current) element.current.style.transform = paperTransform(camera);
  }, []);
  useCameraMoves(follow);
  return (
    <div className="map__ground" aria-hidden="true">
      <div ref={element} className="map__paper" style={{ backgroundSize: `${GAP}px ${GAP}px` }} />
    </div>
  );
});
