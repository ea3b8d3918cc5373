/** A network that just came back drops the first things that are asked of it: how long to wait before each new try, in ms. */
const SETTLING: readonly number[] = [250, 1_000, 3_000];

/**
 * Loads a part of the app, and without a network waits for it instead of giving up: a panel that was asked for offline
 * opens by itself when the network is back. With a network a failure is a failure: the server has another version now.
 * @throws whatever `load` throws while the browser says it is online, and once a network that came back had time to settle
 */
export async function patiently<Part>(load: () => Promise<Part>): Promise<Part> {
  let pauses: readonly number[] = [];
  for (;;) {
    const offline = !navigator.onLine;
    try {
      // oxlint-disable-next-line no-await-in-loop -- Each try comes after the network came back, or had time to settle.
      return await load();
    } catch (error) {
      if (offline || !navigator.onLine) {
        pauses = SETTLING;
        // oxlint-disable-next-line no-await-in-loop -- As above.
        await networkIsBack();
        continue;
      }
      const [pause, ...later] = pauses;
      if (pause === undefined) throw error;
      pauses = later;
      // oxlint-disable-next-line no-await-in-loop -- As above.
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

function networkIsBack(): Promise<void> {
  if (navigator.onLine) return Promise.resolve();
  return new Promise((resolve) => {
    window.addEventListener("online", () => resolve(), { once: true });
  });
}
