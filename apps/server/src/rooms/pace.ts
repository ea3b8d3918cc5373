import type { Clock } from "../clock.ts";

/** Lets `perSecond` things pass on average and `burst` at once. */
export type Pace = {
  /** True when one more may pass now; it is then counted. */
  take(): boolean;
  /** ms until the next may pass; 0 when one may pass now. */
  wait(): number;
};

/** A bucket of permits that fills by time. */
export function makePace(clock: Clock, perSecond: number, burst: number): Pace {
  let permits = burst;
  let filledAt = clock.now();
  function fill(): void {
    const now = clock.now();
    permits = Math.min(burst, permits + (Math.max(0, now - filledAt) / 1_000) * perSecond);
    filledAt = now;
  }
  return {
    take: () => {
      fill();
      if (permits < 1) return false;
      permits -= 1;
      return true;
    },
    wait: () => {
      fill();
      return permits >= 1 ? 0 : Math.ceil(((1 - permits) / perSecond) * 1_000);
    },
  };
}
