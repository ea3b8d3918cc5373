import { expect, test } from "vitest";
import * as Y from "yjs";
import { readJourney, watchJourney } from "../src/index.ts";
import { copyOf, freshJourney, RandomPerson, seededRandom } from "./people.ts";

const SEEDS = Number(process.env.POLKU_FUZZ_SEEDS ?? 300);
const ACTIONS = 40;

/** What a view holds, in an order that does not depend on who wrote first. */
function sorted(view: ReturnType<typeof readJourney>): unknown {
  const entries = (map: ReadonlyMap<string, unknown>) =>
    [...map.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...view,
    touchpoints: entries(view.touchpoints),
    cells: entries(view.cells),
    subJourneys: entries(view.subJourneys),
  };
}

function runSeed(seed: number): void {
  const random = seededRandom(seed);
  const { doc } = freshJourney("seed");
  const count = 2 + Math.floor(random() * 5);
  const people = Array.from({ length: count }, (_, i) => new RandomPerson(copyOf(doc), `p${i}`, random));
  const watches = people.map((person) => watchJourney(person.doc));
  for (let i = 0; i < ACTIONS; i += 1) {
    const person = people[Math.floor(random() * count)];
    person?.act();
    if (random() < 0.25) person?.deliverTo(people.filter((other) => other !== person && random() < 0.7));
  }
  // The network heals: everyone gets everything.
  for (const a of people)
    for (const b of people)
      Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc, Y.encodeStateVector(b.doc)), "network");
  const [first] = people;
  if (!first) throw new Error("nobody came");
  const view = sorted(readJourney(first.doc));
  const state = Y.encodeStateVector(first.doc);
  for (const [i, person] of people.entries()) {
    expect(Y.encodeStateVector(person.doc), `state vector of p${i}, seed ${seed}`).toEqual(state);
    expect(sorted(readJourney(person.doc)), `view of p${i}, seed ${seed}`).toEqual(view);
    expect(
      sorted(watches[i]?.view() ?? readJourney(first.doc)),
      `watched view of p${i}, seed ${seed}`,
    ).toEqual(view);
  }
  for (const watch of watches) watch.close();
}

test(`[J11] after ${SEEDS} seeded runs of two to six people all replicas, views and watched views are equal`, () => {
  const only = process.env.POLKU_FUZZ_SEED;
  const seeds = only ? [Number(only)] : Array.from({ length: SEEDS }, (_, i) => i + 1);
  for (const seed of seeds) runSeed(seed);
});
