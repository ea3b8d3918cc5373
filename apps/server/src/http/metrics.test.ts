import { expect, test, vi } from "vitest";
import { makeMetrics } from "./metrics.ts";

const between = vi.hoisted(() => ({ p99: 0 }));
vi.mock("node:perf_hooks", () => ({
  monitorEventLoopDelay: () => ({
    enable: () => true,
    disable: () => true,
    reset: () => {},
    percentile: () => between.p99,
  }),
}));

const health = {
  waiting: 0,
  failingSince: null,
  committed: 0,
  documents: 0,
  connections: 0,
  withoutConnections: 0,
};

function delayTold(): string | undefined {
  const metrics = makeMetrics();
  const text = metrics.text(health);
  metrics.stop();
  return /^polku_event_loop_delay_p99_seconds (\S+)$/m.exec(text)?.[1];
}

test("a loop that was late for nobody has no delay: the time between two looks at it is none", () => {
  between.p99 = 10e6;
  expect(delayTold()).toBe("0");
});

test("a loop that was held up for 60 ms is told as such", () => {
  between.p99 = 70e6;
  expect(Number(delayTold())).toBeCloseTo(0.06);
});
