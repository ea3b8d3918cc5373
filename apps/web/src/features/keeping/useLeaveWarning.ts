import { useEffect } from "react";
import { useConnection } from "../../session/SessionContext.tsx";

/** Where this browser keeps no copy, closing the window would throw away what is not on the server's disk yet: the browser asks first. */
export function useLeaveWarning(): void {
  const { state, keepsCopy } = useConnection();
  const wouldLose = !keepsCopy && (state === "saving" || state === "offline");
  useEffect(() => {
    if (!wouldLose) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [wouldLose]);
}
