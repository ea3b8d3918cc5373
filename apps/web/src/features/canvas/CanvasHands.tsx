import type { MapLayout } from "@polku/drawing";
import { MapTools } from "./MapTools.tsx";
import { useGathering } from "./useGathering.ts";
import "./hands.css";

/** What hands can do on the canvas beside the first press: gather many things, choose a tool. It comes after the map stands. */
export default function CanvasHands({ layout }: { readonly layout: MapLayout }) {
  const frame = useGathering(layout);
  return (
    <>
      {frame && (
        <div
          className="marquee"
          style={{ left: frame.x, top: frame.y, width: frame.width, height: frame.height }}
        />
      )}
      <MapTools />
    </>
  );
}
