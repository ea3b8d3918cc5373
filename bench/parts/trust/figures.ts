import { type BotResult, letBotsLoose } from "../../harness/roomServers.ts";
import { type Goal, median, round } from "../../harness/results.ts";

/** What one measurement found, ready to print. */
export type Figures = {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly goals: readonly Goal[];
};

export type Round = { readonly server: string; readonly result: BotResult };

/** Lets the bots loose on each server in turn, the order turned round each time. */
export async function loadOf(
  servers: readonly string[],
  rounds: number,
  load: readonly string[],
): Promise<Round[]> {
  const found: Round[] = [];
  for (let turn = 0; turn < rounds; turn += 1) {
    for (const server of turn % 2 === 0 ? servers : servers.toReversed())
      found.push({ server, result: await letBotsLoose(server, 1, load) });
  }
  return found;
}

/** The middle of the rounds: a share of a server's acknowledgements, in ms. */
export function middleOf(rounds: readonly Round[], server: string, share: "p50" | "p95" | "p99"): number {
  const own = rounds.filter((one) => one.server === server).flatMap(({ result }) => result.results);
  return round(median(own.flatMap(({ ackLatencyMs }) => ackLatencyMs[share] ?? [])), 1);
}
