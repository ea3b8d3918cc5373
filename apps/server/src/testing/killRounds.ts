import { type ChildServer, startChildServer } from "./childServer.ts";
import { joinByHocuspocus, until } from "./clients.ts";
import { checkAfterFault, Oracle, readBack } from "./oracle.ts";
import { seeded } from "./seeded.ts";
import { startTestServer } from "./testServer.ts";
import { writtenLog } from "./writtenLog.ts";
import { startWriting } from "./writing.ts";

const writers = 8;

type KillRounds = {
  rounds: number;
  /** Acknowledged edits over all rounds, at least. */
  edits: number;
  seed: number;
};

async function writeUntilKilled(
  server: ChildServer,
  reach: { journeyId: string; token: string; round: number },
  random: () => number,
  oracle: Oracle,
  more: number,
): Promise<void> {
  const clients = Array.from({ length: writers }, () =>
    joinByHocuspocus(server.socketUrl, reach.journeyId, reach.token),
  );
  await until("all writers are in", () => clients.every(({ provider }) => provider.synced));
  const stops = clients.map((client, writer) => startWriting(client, writer, reach.round, random, oracle));
  const enough = oracle.acknowledged + more;
  await until("enough is acknowledged", () => oracle.acknowledged >= enough, 600_000);
  await server.kill("SIGKILL");
  for (const stop of stops) stop();
  // The writers go before the next start: nothing may come back from their memory.
  for (const client of clients) client.leave();
}

/**
 * Kills a server under eight writers again and again, and answers what was acknowledged and then not there. Where nothing is missing, the
 * promises of every fault are checked on the last server.
 */
export async function killRounds({ rounds, edits, seed }: KillRounds) {
  const first = await startTestServer();
  const journeyId = await first.journey();
  const elsewhere = await first.journey();
  const token = await first.token("editor");
  const viewer = await first.token("viewer");
  await first.close();

  const random = seeded(seed);
  const oracle = new Oracle();
  const lost: string[] = [];
  const look = async (server: { url: string; socketUrl: string }, when: string) => {
    const found = oracle.lostIn(await readBack(server, journeyId, token));
    lost.push(...found.map((text) => `${when}: ${text}`));
  };
  for (let round = 1; round <= rounds; round += 1) {
    const server = await startChildServer(first.folder);
    try {
      await look(server, `before round ${round}`);
      const more = Math.ceil((edits / rounds) * (0.5 + random()));
      await writeUntilKilled(server, { journeyId, token, round }, random, oracle, more);
    } finally {
      await server.kill("SIGKILL");
    }
  }
  const { log, lines } = writtenLog();
  const last = await startTestServer({ folder: first.folder, log });
  await look(last, "at the end");
  if (lost.length === 0)
    await checkAfterFault(last, { journeyId, elsewhere, editor: token, viewer, oracle, lines });
  await last.close();
  await first.stop();
  return { acknowledged: oracle.acknowledged, lost };
}
