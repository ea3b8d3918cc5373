import type { PolkuServer } from "./polkuServer.ts";

/** p99 of the server's own event-loop delay since it was asked last, ms. */
export async function loopDelay(polku: Pick<PolkuServer, "url" | "token">): Promise<number> {
  const answer = await fetch(`${polku.url}/metrics`, { headers: { authorization: `Bearer ${polku.token}` } });
  const seconds = /^polku_event_loop_delay_p99_seconds (\S+)$/m.exec(await answer.text())?.[1];
  return Number(seconds) * 1000;
}
