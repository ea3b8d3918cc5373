import { describe, expect, onTestFinished, test } from "vitest";
import { startChildServer } from "../testing/childServer.ts";
import { type Client, joinByHocuspocus, until } from "../testing/clients.ts";
import { seeded } from "../testing/seeded.ts";
import { startTestServer } from "../testing/testServer.ts";

const rounds = 20;
const writers = 8;
const keysOfWriter = 30;
const seed = Number(process.env.POLKU_SEED ?? 20_261_124);

/** Everything one writer ever did to a key, in order; what stands before `acknowledged` may not come back. */
type History = { values: (string | undefined)[]; acknowledged: number };

/** What must be true of the journey: for each key, its last acknowledged value, or a later one that nobody was promised. */
class Oracle {
  readonly histories = new Map<string, History>();
  acknowledged = 0;

  wrote(key: string, value: string | undefined): () => void {
    const history = this.histories.get(key) ?? { values: [undefined], acknowledged: 0 };
    this.histories.set(key, history);
    const index = history.values.push(value) - 1;
    return () => {
      if (index <= history.acknowledged) return;
      history.acknowledged = index;
      this.acknowledged += 1;
    };
  }

  lostIn(found: ReadonlyMap<string, string>): string[] {
    return [...this.histories].flatMap(([key, { values, acknowledged }]) =>
      values.slice(acknowledged).includes(found.get(key))
        ? []
        : [`${key}: ${found.get(key)} after ${values[acknowledged]}`],
    );
  }
}

/** One person who writes and deletes without pause, and notes what the server acknowledged. Odd ones ask the barrier, even ones go by SyncStatus. */
function startWriting(
  client: Client,
  writer: number,
  round: number,
  random: () => number,
  oracle: Oracle,
): () => void {
  const map = client.doc.getMap<string>("shapes");
  const end = new AbortController();
  let open: (() => void)[] = [];

  function writeSome(): void {
    const count = 1 + Math.floor(random() * 4);
    for (let i = 0; i < count; i += 1) {
      const key = `w${writer}-${Math.floor(random() * keysOfWriter)}`;
      const value = random() < 0.2 && map.has(key) ? undefined : `${round}/${random()}`;
      if (value === undefined) map.delete(key);
      else map.set(key, value);
      open.push(oracle.wrote(key, value));
    }
  }

  function acknowledgeAll(of: (() => void)[]): void {
    for (const acknowledge of of) acknowledge();
  }

  async function byBarrier(): Promise<void> {
    while (!end.signal.aborted) {
      writeSome();
      const sent = open;
      open = [];
      await client.saved();
      acknowledgeAll(sent);
    }
  }

  function byStatus(): void {
    client.provider.on("unsyncedChanges", ({ number }: { number: number }) => {
      if (end.signal.aborted || number > 0) return;
      acknowledgeAll(open);
      open = [];
      queueMicrotask(writeSome);
    });
    writeSome();
  }

  if (writer % 2 === 1) void byBarrier();
  else byStatus();
  return () => end.abort();
}

/** A fresh reader's view of what is kept. */
async function readBack(socketUrl: string, journeyId: string, token: string): Promise<Map<string, string>> {
  const reader = joinByHocuspocus(socketUrl, journeyId, token);
  await until("the reader is in", () => reader.provider.synced);
  const found = new Map(reader.doc.getMap<string>("shapes").entries());
  reader.leave();
  return found;
}

describe("kill -9", () => {
  test(`${rounds} times under ${writers} writers loses no acknowledged edit (seed ${seed})`, async () => {
    const first = await startTestServer();
    const journeyId = await first.journey();
    const token = await first.token("editor");
    await first.close();

    const random = seeded(seed);
    const oracle = new Oracle();
    for (let round = 1; round <= rounds; round += 1) {
      const server = await startChildServer(first.folder);
      onTestFinished(async () => void (await server.kill("SIGKILL")));
      expect(
        oracle.lostIn(await readBack(server.socketUrl, journeyId, token)),
        `before round ${round}`,
      ).toEqual([]);
      const clients = Array.from({ length: writers }, () =>
        joinByHocuspocus(server.socketUrl, journeyId, token),
      );
      await until("all writers are in", () => clients.every(({ provider }) => provider.synced));
      const stops = clients.map((client, writer) => startWriting(client, writer, round, random, oracle));
      const enough = oracle.acknowledged + 50 + Math.floor(random() * 400);
      await until("enough is acknowledged", () => oracle.acknowledged >= enough);
      await server.kill("SIGKILL");
      for (const stop of stops) stop();
      // The writers go before the next start: nothing may come back from their memory.
      for (const client of clients) client.leave();
    }
    const last = await startTestServer({ folder: first.folder });
    expect(oracle.lostIn(await readBack(last.socketUrl, journeyId, token))).toEqual([]);
    expect(oracle.acknowledged).toBeGreaterThan(rounds * 50);
    await last.close();
    await first.stop();
  }, 600_000);
});
