import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** When the page began to be printed; null on the screen. It is drawn anew before paper sees it. */
export function usePrinting(): Date | null {
  const [since, setSince] = useState<Date | null>(null);
  useEffect(() => {
    const begin = (): void => flushSync(() => setSince(new Date()));
    const end = (): void => setSince(null);
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, []);
  return since;
}
