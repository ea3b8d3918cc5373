import type { Options } from "../bench.ts";
import { machine } from "../harness/machine.ts";
import { type Goal, keepResults, median, printGoals, printTable, round } from "../harness/results.ts";
import { type BotResult, letBotsLoose } from "../harness/roomServers.ts";

type Round = { readonly server: string; readonly load: number; readonly result: BotResult };
type Measured = BotResult["results"][number];

const servers = ["relay", "stock", "polku"];

/**
 * 50 editors in one journey, each 5 edits and 10 cursor moves a second, ten of them reading everything. The servers take turns, the
 * order turned round each time; the middle of the rounds counts.
 */
export async function rooms({ quick, rounds: wanted }: Options): Promise<void> {
  const load = ["--clients", "50", "--sinks", "40", "--edits", "5", "--cursors", "10"];
  const time = quick ? ["--warmup", "1", "--secs", "2"] : ["--warmup", "4", "--secs", "15"];
  const rounds: Round[] = [];
  for (let turn = 0; turn < wanted; turn += 1) {
    for (const server of turn % 2 === 0 ? servers : servers.toReversed()) {
      const result = await letBotsLoose(server, 1, [...load, ...time]);
      rounds.push({ server, load: machine().load[0] ?? 0, result });
    }
  }
  const goals = goalsOf(rounds);
  printTable(
    [
      "server",
      "edit p50 / p95 / p99 ms",
      "cursor p95 ms",
      "ack p50 / p95 ms",
      "CPU %",
      "RSS MB",
      "others' CPU %",
    ],
    servers.map((server) => rowOf(server, rounds)),
  );
  printGoals(goals);
  keepResults("rooms", { load: [...load, ...time], goals, rounds });
}

function middle(
  server: string,
  rounds: readonly Round[],
  pick: (one: Measured) => number | undefined,
): number {
  const own = rounds.filter((round) => round.server === server).flatMap(({ result }) => result.results);
  return round(median(own.flatMap((one) => pick(one) ?? [])), 1);
}

function rowOf(server: string, rounds: readonly Round[]): (string | number)[] {
  const of = (pick: (one: Measured) => number | undefined) => middle(server, rounds, pick);
  const edit = [
    of((m) => m.editLatencyMs.p50),
    of((m) => m.editLatencyMs.p95),
    of((m) => m.editLatencyMs.p99),
  ];
  const ack = [of((m) => m.ackLatencyMs.p50), of((m) => m.ackLatencyMs.p95)];
  return [
    server,
    edit.join(" / "),
    of((m) => m.cursorLatencyMs.p95),
    ack.some(Number.isNaN) ? "none" : ack.join(" / "),
    of((m) => m.serverCpuPct),
    of((m) => m.serverRssMB),
    of((m) => m.otherCpuPct),
  ];
}

function goalsOf(rounds: readonly Round[]): Goal[] {
  const ratio = (pick: (one: Measured) => number | undefined) =>
    middle("polku", rounds, pick) / middle("stock", rounds, pick);
  return [
    { what: "edit to another editor, p95 over stock", value: ratio((m) => m.editLatencyMs.p95), goal: 0.8 },
    { what: "durable ack p95 over stock's ack in memory", value: ratio((m) => m.ackLatencyMs.p95), goal: 2 },
    { what: "CPU over stock", value: ratio((m) => m.serverCpuPct), goal: 1 },
  ];
}
