import * as Y from "yjs";
import type { JourneyDoc } from "./schema.ts";

/**
 * Adds a document's state (one Yjs update) to a document, as a change by `origin`. What is there already is left as it is. Returns false,
 * with nothing changed, for bytes that are no update.
 */
export function addState(doc: JourneyDoc, state: Uint8Array, origin: unknown): boolean {
  try {
    Y.decodeUpdate(state);
  } catch {
    return false;
  }
  Y.applyUpdate(doc, state, origin);
  return true;
}
