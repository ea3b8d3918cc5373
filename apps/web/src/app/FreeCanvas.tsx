import { lazy } from "react";
import type { MapParts } from "../features/canvas/slots.ts";
import { patiently } from "../ui/patiently.ts";
import { Panel } from "./Panel.tsx";

/** The next moment after something was painted: what comes then keeps no first look waiting. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

const LazyShapes = lazy(async () => {
  await painted();
  return patiently(() => import("../features/shapes/ShapeLayer.tsx"));
});
const LazyTools = lazy(async () => {
  await painted();
  return patiently(() => import("../features/shapes/ShapeTools.tsx"));
});

/** The free canvas comes right after the map: the first look does not wait for it. */
export const Shapes: MapParts["Shapes"] = (props) => (
  <Panel unasked>
    <LazyShapes {...props} />
  </Panel>
);

export const ShapeTools: MapParts["ShapeTools"] = (props) => (
  <Panel unasked>
    <LazyTools {...props} />
  </Panel>
);
