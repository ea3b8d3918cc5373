import { monitorEventLoopDelay } from "node:perf_hooks";
import type { RoomsHealth } from "../rooms/rooms.ts";

/** What is counted while the server runs. */
export type Metrics = {
  countAnswer(method: string, status: number): void;
  /** When something that runs daily ran last (ms since 1970, null for what is not known), and whether it is late. */
  tellDaily(name: string, ranAt: number | null, late: boolean): void;
  /** Everything in the text format of Prometheus. */
  text(health: RoomsHealth): string;
  stop(): void;
};

type Kind = "counter" | "gauge";

function metric(
  name: string,
  kind: Kind,
  help: string,
  lines: readonly (readonly [string, number])[],
): string {
  const values = lines.map(([labels, value]) => `${name}${labels} ${value}`);
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, ...values, ""].join("\n");
}

const single = (value: number) => [["", value]] as const;

/** How often the loop is looked at, ms. */
const lookEvery = 10;

export function makeMetrics(): Metrics {
  const answers = new Map<string, number>();
  const daily = new Map<string, { ranAt: number; late: boolean }>();
  const delay = monitorEventLoopDelay({ resolution: lookEvery });
  delay.enable();
  return {
    countAnswer: (method, status) => {
      const labels = `{method="${method}",status="${status}"}`;
      answers.set(labels, (answers.get(labels) ?? 0) + 1);
    },
    tellDaily: (name, ranAt, late) =>
      void daily.set(name, { ranAt: ranAt ?? daily.get(name)?.ranAt ?? 0, late }),
    text: (health) => {
      // Node tells the time between two looks: an idle loop has one of `lookEvery`, and a delay of nothing.
      const p99 = Math.max(0, delay.percentile(99) / 1e6 - lookEvery) / 1e3;
      delay.reset();
      return [
        metric("polku_http_answers_total", "counter", "Answers over HTTP", [...answers]),
        metric(
          "polku_daily_run_timestamp_seconds",
          "gauge",
          "When what runs daily ran last; 0 for never",
          [...daily].map(([name, { ranAt }]) => [`{name="${name}"}`, Math.floor(ranAt / 1000)] as const),
        ),
        metric(
          "polku_daily_run_late",
          "gauge",
          "1 when it was missed or failed",
          [...daily].map(([name, { late }]) => [`{name="${name}"}`, late ? 1 : 0] as const),
        ),
        metric("polku_connections", "gauge", "Open sockets", single(health.connections)),
        metric("polku_documents_open", "gauge", "Journeys in memory", single(health.documents)),
        metric(
          "polku_documents_without_connections",
          "gauge",
          "Journeys in memory that nobody shows",
          single(health.withoutConnections),
        ),
        metric(
          "polku_log_updates_total",
          "counter",
          "Updates on disk since the start",
          single(health.committed),
        ),
        metric("polku_log_updates_waiting", "gauge", "Updates not on disk yet", single(health.waiting)),
        metric(
          "polku_log_failing",
          "gauge",
          "1 while the log cannot be written",
          single(health.failingSince === null ? 0 : 1),
        ),
        metric(
          "polku_event_loop_delay_p99_seconds",
          "gauge",
          "Since the last reading",
          single(Number.isFinite(p99) ? p99 : 0),
        ),
        metric(
          "process_resident_memory_bytes",
          "gauge",
          "Memory of the process",
          single(process.memoryUsage().rss),
        ),
        metric("process_uptime_seconds", "gauge", "Since the start", single(process.uptime())),
      ].join("");
    },
    stop: () => void delay.disable(),
  };
}
