import type { MapLayout } from "@polku/drawing";
import { useMinimap } from "./mapTool.ts";
import { Minimap } from "./Minimap.tsx";
import { MapTools } from "./MapTools.tsx";
import { useGathering } from "./useGathering.ts";
import { useLaneDrag } from "./useLaneDrag.ts";
import "./hands.css";

type Props = { readonly layout: MapLayout; readonly onViews: () => void; readonly onLanes: () => void };

/** What hands can do on the canvas beside the first press: gather many things, choose a tool. It comes after the map stands. */
export default function CanvasHands({ layout, onViews, onLanes }: Props) {
  const frame = useGathering(layout);
  const line = useLaneDrag();
  const minimap = useMinimap();
  return (
    <>
      {frame && (
        <div
          className="marquee"
          style={{ left: frame.x, top: frame.y, width: frame.width, height: frame.height }}
        />
      )}
      {line !== null && <div className="lane-line-drop" style={{ top: line - 2 }} />}
      {minimap && <Minimap layout={layout} />}
      <MapTools onViews={onViews} onLanes={onLanes} />
    </>
  );
}
