import { layoutMap, type MapLayout } from "@polku/drawing";
import { trailTo } from "./alone.ts";
import type { JourneySession } from "./journeySession.ts";
import { useMapLook } from "./mapLook.ts";

/** Where everything lies on this person's canvas at this moment, for a deed that needs it once. What is drawn has a layout of its own. */
export function layoutNow(session: JourneySession): MapLayout {
  const { open, alone } = session.attention.getState();
  const view = session.view();
  const path = (alone === null ? undefined : view.subJourneys.get(alone)?.path) ?? view.path;
  return layoutMap({ ...view, path }, { open: (id) => open.has(id), toScale: useMapLook.getState().toScale });
}

/** Where everything lies on the whole map, also while a sub-journey stands alone: that one is open in it then. */
export function wholeLayoutNow(session: JourneySession): MapLayout {
  const { open, alone } = session.attention.getState();
  const view = session.view();
  const shown = new Set([...open, ...(alone === null ? [] : trailTo(view, alone).map(({ id }) => id))]);
  return layoutMap(view, { open: (id) => shown.has(id), toScale: useMapLook.getState().toScale });
}
