import { parentPort } from "node:worker_threads";
import { updateParts } from "./updateParts.ts";

/** What the thread is asked: an update to take apart. */
export type PartsRequest = { id: number; update: Uint8Array };

/** What it answers; an update that it cannot read comes back whole. */
export type PartsAnswer = { id: number; parts: Uint8Array[] };

const port = parentPort;
if (port === null) throw new Error("updateParts.worker runs only as a worker");

function partsOf(update: Uint8Array): Uint8Array[] {
  try {
    return updateParts(update);
  } catch {
    // Whoever applies it meets the same fault, where it is known whose document it is.
    return [update];
  }
}

port.on("message", ({ id, update }: PartsRequest) => {
  const answer: PartsAnswer = { id, parts: partsOf(update) };
  port.postMessage(answer, []);
});
