import { useShapeDrag } from "./shapeDrag.ts";

/** The lines along which what is being dragged lies. */
export function Guides() {
  const guides = useShapeDrag((drag) => drag.guides);
  return guides.map(({ axis, at, from, to }) => (
    <div
      key={`${axis} ${at}`}
      className="shape-guide"
      data-axis={axis}
      style={
        axis === "x" ? { left: at, top: from, height: to - from } : { left: from, top: at, width: to - from }
      }
    />
  ));
}
