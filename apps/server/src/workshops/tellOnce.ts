/**
 * Runs `tell` for a key, one at a time. Whoever asks while one is under way waits for the next, together with all who ask meanwhile: it
 * begins after what each of them did, and one telling is enough for all of them.
 */
export function makeTellOnce(tell: (key: string) => Promise<void>): (key: string) => Promise<void> {
  const running = new Map<string, Promise<void>>();
  const next = new Map<string, Promise<void>>();

  async function after(key: string, before: Promise<void> | undefined): Promise<void> {
    // Whoever asked for the one before is told what went wrong with it.
    await before?.catch(() => undefined);
    const mine = next.get(key);
    next.delete(key);
    if (mine) running.set(key, mine);
    try {
      await tell(key);
    } finally {
      if (running.get(key) === mine) running.delete(key);
    }
  }

  return (key) => {
    const waiting = next.get(key);
    if (waiting) return waiting;
    // The promise must stand in `next` before its work looks there.
    const mine = Promise.resolve().then(() => after(key, running.get(key)));
    next.set(key, mine);
    return mine;
  };
}
