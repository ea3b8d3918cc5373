import { journeyFile } from "../../harness/journeyFile.ts";
import { startPolku } from "../../harness/polkuServer.ts";
import { loopDelay } from "../../harness/loopDelay.ts";
import { round } from "../../harness/results.ts";
import type { Figures } from "./figures.ts";

/** Opening a journey of 20,000 items from the log, opening it once more, and how long others waited meanwhile. */
export async function largeJourney({ quick }: { quick: boolean }): Promise<Figures> {
  const items = quick ? 600 : 20_000;
  const polku = await startPolku();
  try {
    const id = await polku.importJourney(journeyFile(items));
    const headers = { authorization: `Bearer ${polku.token}` };
    // Nobody is in it: a few seconds after the import it is closed.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await loopDelay(polku);
    const open = async (): Promise<{ ms: number; bytes: number }> => {
      const began = performance.now();
      const answer = await fetch(`${polku.url}/api/v1/journeys/${id}/state`, { headers });
      const { byteLength } = await answer.arrayBuffer();
      return { ms: round(performance.now() - began, 0), bytes: byteLength };
    };
    const first = await open();
    const again = await open();
    const delay = round(await loopDelay(polku), 0);
    return {
      title: `a journey of ${items} items`,
      head: ["what", "ms"],
      rows: [
        [`opened from the log and sent (${round(first.bytes / 1e6, 1)} MB)`, first.ms],
        ["asked for once more", again.ms],
        ["event-loop delay meanwhile, p99", delay],
      ],
      goals: [
        { what: "opening, ms", value: first.ms, goal: 2_000 },
        { what: "event-loop delay p99, ms", value: delay, goal: 50 },
      ],
    };
  } finally {
    await polku.stop();
  }
}
