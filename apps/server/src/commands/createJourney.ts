import { seedJourney } from "@polku/journey";
import type { Doc } from "yjs";
import { makeId } from "../accounts/secrets.ts";
import { listedOf } from "../listed.ts";
import type { Actor } from "../policies/actor.ts";
import type { Services } from "../services.ts";

export type JourneyWanted = { title: string; lang: "en" | "fi"; by: Actor; futureOf?: string };

/** Fills a fresh document; it is seeded once, here, and never again. */
type Fill = (doc: Doc, by: string) => void;

/**
 * Makes a journey: its document first, then its line in the list, so that nobody is ever shown a journey that is not there yet.
 * Without `fill` it gets the usual stages and lanes. Returns its id.
 */
export async function createJourney(services: Services, wanted: JourneyWanted, fill?: Fill): Promise<string> {
  const { clock, journeys, rooms } = services;
  const id = makeId();
  const seed: Fill = (doc, by) =>
    seedJourney(
      { doc, origin: "seed", by, newId: makeId, now: () => new Date(clock.now()).toISOString() },
      { title: wanted.title, lang: wanted.lang },
    );
  const { level, below, personas } = await rooms.withDocument(id, (doc) => {
    (fill ?? seed)(doc, wanted.by.id);
    return listedOf(doc);
  });
  const now = clock.now();
  await journeys.add({
    id,
    title: wanted.title,
    lang: wanted.lang,
    createdBy: wanted.by.id,
    createdAt: now,
    changedAt: now,
    archivedAt: null,
    deletedAt: null,
    futureOf: wanted.futureOf ?? null,
    level,
    below,
    personas,
  });
  return id;
}
