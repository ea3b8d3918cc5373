import { setTouchpoint } from "@polku/journey";
import { useCallback } from "react";
import { useCommand } from "../../session/SessionContext.tsx";

type Attributes = Parameters<typeof setTouchpoint.run>[1]["set"];

/** Sets attributes of one touchpoint. */
export function useSetTouchpoint(touchpointId: string): (set: Attributes) => void {
  const run = useCommand();
  return useCallback((set) => void run(setTouchpoint, { touchpointId, set }), [run, touchpointId]);
}
