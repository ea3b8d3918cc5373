import type { MapLayout } from "@polku/drawing";
import { drawnMean, teamPoints } from "@polku/journey";
import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useCallback, useMemo, useRef, type PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { useQuotes, useSession } from "../../session/SessionContext.tsx";
import { useFeelings } from "../../session/useFeelings.ts";
import { groundAll } from "../../session/useGrounding.ts";
import { minimapShape } from "./minimapShape.ts";
import { useCameraMoves, type Camera } from "./useCameraMoves.ts";

/** The whole map in a corner, with a frame around what is in sight; pressed or dragged it moves the map. The camera renders nothing in it. */
export function Minimap({ layout }: { readonly layout: MapLayout }) {
  const { t } = useTranslation();
  const session = useSession();
  const touchpoints = useFeelings();
  const quotes = useQuotes();
  const flow = useReactFlow();
  const store = useStoreApi();
  const frame = useRef<HTMLDivElement>(null);
  const shape = useMemo(() => {
    const grounded = groundAll({ ...session.view(), touchpoints }, quotes);
    return minimapShape(
      layout,
      (id) => grounded.get(id)?.evidence.mean ?? drawnMean(teamPoints(touchpoints.get(id))),
    );
  }, [session, layout, touchpoints, quotes]);
  const { scale } = shape;
  const follow = useCallback(
    ([x, y, zoom]: Camera): void => {
      const { width, height } = store.getState();
      if (!frame.current) return;
      frame.current.style.transform = `translate(${(-x / zoom) * scale}px, ${(-y / zoom) * scale}px)`;
      frame.current.style.width = `${(width / zoom) * scale}px`;
      frame.current.style.height = `${(height / zoom) * scale}px`;
    },
    [store, scale],
  );
  useCameraMoves(follow);
  const go = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.buttons === 0) return;
    const own = event.currentTarget.getBoundingClientRect();
    const { width, height, transform } = store.getState();
    const [, , zoom] = transform;
    const x = width / 2 - ((event.clientX - own.x) / scale) * zoom;
    const y = height / 2 - ((event.clientY - own.y) / scale) * zoom;
    void flow.setViewport({ x, y, zoom });
  };
  return (
    <div
      className="minimap"
      role="img"
      aria-label={t("map.minimap")}
      style={{ width: shape.width, height: shape.height }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={go}
    >
      <svg
        viewBox={`0 0 ${shape.width / scale} ${shape.height / scale}`}
        width={shape.width}
        height={shape.height}
      >
        <path className="minimap__stages" d={shape.stages} />
        <path className="minimap__cards" d={shape.cards} />
        {shape.feelings.map(({ step, d }) => (
          <path key={step} style={{ fill: `var(--feeling${step})` }} d={d} />
        ))}
      </svg>
      <div ref={frame} className="minimap__frame" />
    </div>
  );
}
