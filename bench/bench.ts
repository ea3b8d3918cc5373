import { machine } from "./harness/machine.ts";
import { importRows } from "./parts/importRows.ts";
import { list } from "./parts/list.ts";
import { map } from "./parts/map.ts";
import { memory } from "./parts/memory.ts";
import { rooms } from "./parts/rooms.ts";
import { search } from "./parts/search.ts";
import { size } from "./parts/size.ts";
import { trust } from "./parts/trust.ts";
import { storms } from "./parts/storm.ts";
import { workshop } from "./parts/workshop.ts";

/**
 * How a part is asked to run: `quick` takes seconds and shows only that everything turns; `rounds` is how often each is measured, `minutes`
 * how long the workshop goes on.
 */
export type Options = { readonly quick: boolean; readonly rounds: number; readonly minutes: number };

type Part = (options: Options) => Promise<void>;

const parts: Record<string, Part> = {
  rooms,
  memory,
  storm: storms,
  map,
  size,
  trust,
  import: importRows,
  search,
  list,
  workshop,
};

/**
 * Runs the parts named in `args` (all of them without a name), one after another; each measures Polku beside its baselines, prints the
 * ratios and writes bench/results/<part>.json. Returns the exit code: 0, or 2 when a name is unknown. A missed goal is a finding, not a
 * failure.
 */
export async function bench(args: string[]): Promise<number> {
  const quick = args.includes("--quick");
  const rounds = quick ? 1 : Number(args.find((arg) => arg.startsWith("--rounds="))?.slice(9) ?? 3);
  const minutes = Number(args.find((arg) => arg.startsWith("--minutes="))?.slice(10) ?? 1);
  const named = args.filter((arg) => !arg.startsWith("--"));
  const unknown = named.filter((name) => parts[name] === undefined);
  if (unknown.length > 0) {
    console.error(
      `No part called ${unknown.join(", ")}. Known: ${Object.keys(parts).join(", ")}; --quick, --rounds=N, --minutes=N.`,
    );
    return 2;
  }
  const { node, cpu, cores, load } = machine();
  console.log(`${cpu}, ${cores} cores, Node ${node}, load ${load.join(" ")}`);
  for (const [name, part] of Object.entries(parts)) {
    if (named.length > 0 && !named.includes(name)) continue;
    console.log(`\n## ${name}`);
    await part({ quick, rounds, minutes });
  }
  return 0;
}
