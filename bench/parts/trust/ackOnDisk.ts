import { loadOf, type Figures, middleOf } from "./figures.ts";

/** What an acknowledgement costs on disk: 20 editors on Polku, and on the same Polku with its log in memory. */
export async function ackOnDisk({ quick, rounds }: { quick: boolean; rounds: number }): Promise<Figures> {
  const time = quick ? ["--warmup", "1", "--secs", "2"] : ["--warmup", "4", "--secs", "15"];
  const load = ["--clients", "20", "--sinks", "15", "--edits", "5", "--cursors", "10", ...time];
  const results = await loadOf(["forgetful", "polku"], rounds, load);
  const ack = (server: string) => (["p50", "p95", "p99"] as const).map((p) => middleOf(results, server, p));
  const [p50 = 0, p95 = 0, p99 = 0] = ack("polku");
  const [, bare95 = 0] = ack("forgetful");
  return {
    title: "an edit's acknowledgement, 20 editors",
    head: ["server", "p50 / p95 / p99 ms"],
    rows: [
      ["Polku, log in memory", ack("forgetful").join(" / ")],
      ["Polku", ack("polku").join(" / ")],
    ],
    goals: [
      { what: "durable ack p95 over the log switched off", value: p95 / bare95, goal: 2 },
      { what: "durable ack p50 ms", value: p50, goal: 10 },
      { what: "durable ack p95 ms", value: p95, goal: 100 },
      { what: "durable ack p99 ms", value: p99, goal: 250 },
    ],
  };
}
