/**
 * Loads a part of the app, and without a network waits for it instead of giving up: a panel that was asked for offline
 * opens by itself when the network is back. With a network a failure is a failure: the server has another version now.
 * @throws whatever `load` throws while the browser says it is online
 */
export async function patiently<Part>(load: () => Promise<Part>): Promise<Part> {
  for (;;) {
    const offline = !navigator.onLine;
    try {
      // oxlint-disable-next-line no-await-in-loop -- Each try comes after the network came back.
      return await load();
    } catch (error) {
      if (!offline && navigator.onLine) throw error;
      // oxlint-disable-next-line no-await-in-loop -- As above.
      await networkIsBack();
    }
  }
}

function networkIsBack(): Promise<void> {
  if (navigator.onLine) return Promise.resolve();
  return new Promise((resolve) => {
    window.addEventListener("online", () => resolve(), { once: true });
  });
}
