import { layoutMap, type MapLayout } from "@polku/drawing";
import { feedbackLoop, replyMeasures, type JourneyView } from "@polku/journey";
import { useMemo } from "react";
import { useCanvasPath } from "../../session/alone.ts";
import { lanesInLook, useMapLook } from "../../session/mapLook.ts";
import { useAttention, useJourney, useSession } from "../../session/SessionContext.tsx";

/** What the return edges depend on: it changes when a loop is mended or breaks, and not with every keystroke. */
function loopsOf(view: JourneyView): string {
  return [...view.subJourneys.values()]
    .map((sub) => {
      const loop = feedbackLoop(view, sub);
      return `${sub.id} ${loop.state} ${replyMeasures(view, sub).late} ${loop.toldTouchpointId} ${loop.returnsTo}`;
    })
    .join("\n");
}

/** What the room between columns depends on, when it stands for time. */
function timesOf({ touchpoints }: JourneyView): string {
  return [...touchpoints.values()]
    .map(({ id, startsAt, waitMinutes }) => `${id} ${startsAt} ${waitMinutes}`)
    .join("\n");
}

/** Where everything lies, in px of map coordinates. Computed anew only when the structure changes, never for a letter. */
export function useMapLayout(): MapLayout {
  const session = useSession();
  const path = useCanvasPath();
  const all = useJourney((view) => view.lanes);
  const setAside = useMapLook((state) => state.hiddenLaneIds);
  const lanes = useMemo(() => lanesInLook(all, setAside), [all, setAside]);
  const subJourneys = useJourney((view) => view.subJourneys);
  const loops = useJourney(loopsOf);
  const toScale = useMapLook((state) => state.toScale);
  const times = useJourney((view) => (toScale ? timesOf(view) : ""));
  const open = useAttention((attention) => attention.open);
  // The layout reads the whole view; these are the parts of it that can move something.
  const structure = useMemo(
    () => ({ path, lanes, subJourneys, loops, times }),
    [path, lanes, subJourneys, loops, times],
  );
  return useMemo(
    () => layoutMap({ ...session.view(), ...pick(structure) }, { open: (id) => open.has(id), toScale }),
    [session, structure, open, toScale],
  );
}

function pick({ path, lanes, subJourneys }: Pick<JourneyView, "path" | "lanes" | "subJourneys">) {
  return { path, lanes, subJourneys };
}
