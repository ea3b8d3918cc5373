import type { Options } from "../bench.ts";
import { machine } from "../harness/machine.ts";
import { type Goal, keepResults, median, printGoals, printTable, round } from "../harness/results.ts";
import { type BotResult, letBotsLoose } from "../harness/roomServers.ts";

type Round = { readonly server: string; readonly load: number; readonly result: BotResult };

const servers = ["stock", "polku"];

/** 1,000 connections, ten in each of 100 journeys, an edit every 5 s each: what one connection costs in memory, garbage collected. */
export async function memory({ quick, rounds: wanted }: Options): Promise<void> {
  const journeys = quick ? 10 : 100;
  const load = ["--clients", "10", "--edits", "0.2", "--warmup", "2", "--secs", quick ? "3" : "15"];
  const rounds: Round[] = [];
  for (let turn = 0; turn < wanted; turn += 1) {
    for (const server of turn % 2 === 0 ? servers : servers.toReversed()) {
      const result = await letBotsLoose(server, journeys, load);
      rounds.push({ server, load: machine().load[0] ?? 0, result });
    }
  }
  const kb = (server: string): number => middle(server, rounds, ({ rss }) => rss.kbPerConnection);
  const goals: Goal[] = [
    { what: "memory per connection over stock", value: kb("polku") / kb("stock"), goal: 1 },
  ];
  printTable(
    ["server", "KB per connection", "RSS MB before → with all", "edit p95 ms", "CPU %"],
    servers.map((server) => [
      server,
      kb(server),
      `${middle(server, rounds, ({ rss }) => rss.baseMB)} → ${middle(server, rounds, ({ rss }) => rss.endMB)}`,
      middle(server, rounds, ({ results }) => results[0]?.editLatencyMs.p95),
      middle(server, rounds, ({ results }) => results[0]?.serverCpuPct),
    ]),
  );
  printGoals(goals);
  keepResults("memory", { connections: journeys * 10, load, goals, rounds });
}

function middle(
  server: string,
  rounds: readonly Round[],
  pick: (one: BotResult) => number | undefined,
): number {
  const own = rounds.filter((round) => round.server === server);
  return round(median(own.flatMap(({ result }) => pick(result) ?? [])), 1);
}
