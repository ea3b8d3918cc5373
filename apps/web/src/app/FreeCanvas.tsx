import { lazy } from "react";
import type { MapParts } from "../features/canvas/slots.ts";
import { patiently } from "../ui/patiently.ts";
import { Panel } from "./Panel.tsx";

const LazyShapes = lazy(() => patiently(() => import("../features/shapes/ShapeLayer.tsx")));
const LazyTools = lazy(() => patiently(() => import("../features/shapes/ShapeTools.tsx")));

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
