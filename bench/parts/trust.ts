import type { Options } from "../bench.ts";
import { keepResults, printGoals, printTable } from "../harness/results.ts";
import { ackOnDisk } from "./trust/ackOnDisk.ts";
import type { Figures } from "./trust/figures.ts";
import { largeJourney } from "./trust/largeJourney.ts";
import { longLog } from "./trust/longLog.ts";

/** What keeping its promises costs: the disk under an acknowledgement, large journeys and long logs. Storms are a part of their own. */
export async function trust(options: Options): Promise<void> {
  const all: Figures[] = [];
  for (const measure of [ackOnDisk, largeJourney, longLog]) {
    const figures = await measure(options);
    console.log(`\n${figures.title}`);
    printTable(figures.head, figures.rows);
    printGoals(figures.goals);
    all.push(figures);
  }
  keepResults("trust", { figures: all });
}
