import { useEffect, useRef } from "react";
import { useConnection } from "./SessionContext.tsx";

/**
 * Calls `catchUp` when this window is in the room, again or after it had begun to ask: what the server told before was told to others.
 * `catchUp` must keep its identity.
 */
export function useCameBack(catchUp: () => void): void {
  const { state } = useConnection();
  const isAway = state === "offline" || state === "opening";
  const wasAway = useRef(false);
  useEffect(() => {
    if (wasAway.current && !isAway) catchUp();
    wasAway.current = isAway;
  }, [isAway, catchUp]);
}
