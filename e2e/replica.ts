import { isDeepStrictEqual } from "node:util";
import type { Page } from "@playwright/test";
import { exportJourney } from "@polku/journey";
import * as Y from "yjs";

/** The replica of a journey that a browser keeps in its storage, as a document. */
export async function replicaIn(page: Page, journeyId: string): Promise<Y.Doc> {
  const updates = await page.evaluate(async (beginning) => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(new Error("IndexedDB could not be read")));
      });
    const all = await indexedDB.databases();
    const name = all.find((one) => one.name?.startsWith(beginning))?.name;
    if (name === undefined) throw new Error("This browser keeps no replica");
    const db = await asked(indexedDB.open(name));
    const rows = (await asked(db.transaction("updates").objectStore("updates").getAll())) as Uint8Array[];
    db.close();
    return rows.map((row) => [...row]);
  }, `polku/${journeyId}/`);
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, Uint8Array.from(update));
  });
  return doc;
}

/** True when two replicas hold the very same: every insertion, every deletion, and what it amounts to. */
export function sameState(one: Y.Doc, other: Y.Doc): boolean {
  const sameHistory = Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other));
  return sameHistory && isDeepStrictEqual(exportJourney(one), exportJourney(other));
}
