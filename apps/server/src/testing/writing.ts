import type { Client } from "./clients.ts";
import type { Oracle } from "./oracle.ts";

const keysOfWriter = 30;

/**
 * One person who writes and deletes without pause, each under keys of their own, and notes what the server acknowledged. Odd ones ask the
 * barrier, even ones go by the provider's count of unacknowledged changes. `round` marks the values. Returns the way to stop.
 */
export function startWriting(
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
      // Noted first: the acknowledgement of an earlier change must not arrive in between.
      open.push(oracle.wrote(key, value));
      if (value === undefined) map.delete(key);
      else map.set(key, value);
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

  function byCount(): void {
    client.provider.on("unsyncedChanges", ({ number }: { number: number }) => {
      if (end.signal.aborted || number > 0) return;
      acknowledgeAll(open);
      open = [];
      queueMicrotask(writeSome);
    });
    writeSome();
  }

  if (writer % 2 === 1) void byBarrier();
  else byCount();
  return () => end.abort();
}
