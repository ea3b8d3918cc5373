import {
  type Change,
  compareJourneys,
  exportJourney,
  futureStateOf,
  importJourney,
  type JourneyView,
  readJourney,
  viewOfFile,
} from "@polku/journey";
import { makeId } from "../accounts/secrets.ts";
import { Problem } from "../errors.ts";
import { imagesShown } from "../images/journeyImages.ts";
import type { Actor } from "../policies/actor.ts";
import type { Services } from "../services.ts";
import type { JourneyRow } from "../storage/tables.ts";
import { createJourney } from "./createJourney.ts";

/** Makes a new journey that begins as the future state of one that is there. Returns its id. */
export async function makeFutureState(
  services: Services,
  current: JourneyRow,
  title: string,
  by: Actor,
): Promise<string> {
  const { clock, images, rooms } = services;
  const { file, shown } = await rooms.readDocument(current.id, (doc) => ({
    file: futureStateOf(exportJourney(doc), title),
    shown: imagesShown(readJourney(doc)),
  }));
  const lang = file.meta.lang === "fi" ? "fi" : "en";
  const id = await createJourney(services, { title, lang, by, futureOf: current.id }, (doc) => {
    const now = () => new Date(clock.now()).toISOString();
    const made = importJourney({ doc, origin: "seed", by: by.id, newId: makeId, now }, file);
    if (!made.ok) throw new Error(`A journey does not fit into its future state: ${made.field} ${made.code}`);
  });
  const kept = await images.all(current.id, shown);
  const carried = kept.map((image) => ({
    id: image.id,
    base64: Buffer.from(image.bytes).toString("base64"),
  }));
  await images.takeIn(id, carried, by.id);
  return id;
}

/**
 * What differs in a future state from its original, both as they stand. The original is taken as it would begin a future state today, so that
 * what every future state leaves out (quotes, kept promises) is told as no difference.
 */
export async function compareFutureState(
  { rooms }: Services,
  current: JourneyRow,
  future: JourneyRow,
): Promise<Change[]> {
  if (future.futureOf !== current.id) throw new Problem("journey.unknown");
  const after: JourneyView = await rooms.readDocument(future.id, (doc) => readJourney(doc));
  const file = await rooms.readDocument(current.id, (doc) =>
    futureStateOf(exportJourney(doc), after.meta.title),
  );
  const before = viewOfFile(file);
  if (!before.ok) throw new Error(`A journey cannot be read: ${before.field} ${before.code}`);
  return compareJourneys(before.value, after);
}
