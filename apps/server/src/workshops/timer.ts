import type { AgendaStep, WorkshopTimer } from "@polku/protocol";

const minute = 60_000;

/** What is left, ms; never below nothing. */
export function leftOf(timer: WorkshopTimer, now: number): number {
  return timer.state === "running" ? Math.max(0, timer.endsAt - now) : timer.leftMs;
}

/** The timer of a step that has just come up: its whole time, standing. */
export function freshTimer(step: Pick<AgendaStep, "minutes">): WorkshopTimer {
  return { state: "standing", leftMs: step.minutes * minute };
}

/**
 * The timer after a deed. Starting one that has run out starts the step's whole time anew; a minute may be added to a timer that has run
 * out, which then runs that minute. `now` is ms since 1970.
 */
export function turnTimer(
  timer: WorkshopTimer,
  deed: "start" | "pause" | "addMinute" | "stop",
  step: Pick<AgendaStep, "minutes">,
  now: number,
): WorkshopTimer {
  const left = leftOf(timer, now);
  if (deed === "stop") return freshTimer(step);
  if (deed === "pause") return { state: "standing", leftMs: left };
  if (deed === "addMinute")
    return timer.state === "running"
      ? { state: "running", endsAt: now + left + minute }
      : { state: "standing", leftMs: left + minute };
  return { state: "running", endsAt: now + (left || step.minutes * minute) };
}
