import { execFileSync } from "node:child_process";
import path from "node:path";
import { benchFolder } from "../../harness/paths.ts";
import type { Figures } from "./figures.ts";

/** ms */
type Measured = {
  readonly long: number;
  readonly compact: number;
  readonly short: number;
  readonly merged: number;
};

/** 10,000 small updates of one journey: read and applied, then kept as a snapshot, then read again; beside merging them as Yjs does. */
export function longLog({ quick }: { quick: boolean }): Promise<Figures> {
  const count = quick ? 500 : 10_000;
  const program = path.join(benchFolder, "baselines", "longLog.mjs");
  const answer = execFileSync(process.execPath, [program, String(count)], { encoding: "utf8" });
  const { long, compact, short, merged } = JSON.parse(answer) as Measured;
  return Promise.resolve({
    title: `a log of ${count} updates`,
    head: ["what", "ms"],
    rows: [
      ["Y.mergeUpdates of them", merged],
      ["read from the log and applied", long],
      ["kept as a snapshot", compact],
      ["read again", short],
    ],
    goals: [
      { what: "reading and compacting over Y.mergeUpdates", value: (long + compact) / merged, goal: 1 },
    ],
  });
}
