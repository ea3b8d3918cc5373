import { createJourneyDoc, exportJourney, readJourneyMeta, type JourneyFile } from "@polku/journey";
import { clearDocument, IndexeddbPersistence } from "y-indexeddb";
import { localCopyName } from "./localCopy.ts";

async function isKept(name: string): Promise<boolean> {
  return (await indexedDB.databases()).some((one) => one.name === name);
}

/** The copy that an earlier visit left in this browser, as a file; `null` when there is none, or nothing in it. */
export async function readKeptCopy(journeyId: string, personId: string): Promise<JourneyFile | null> {
  const name = localCopyName(journeyId, personId);
  // Opening one that is not there would make it.
  if (!(await isKept(name))) return null;
  const doc = createJourneyDoc();
  const copy = new IndexeddbPersistence(name, doc);
  await copy.whenSynced;
  const file = readJourneyMeta(doc).schemaVersion === 0 ? null : exportJourney(doc);
  await copy.destroy();
  doc.destroy();
  return file;
}

/** Throws that copy away. */
export function forgetKeptCopy(journeyId: string, personId: string): Promise<void> {
  return clearDocument(localCopyName(journeyId, personId));
}
