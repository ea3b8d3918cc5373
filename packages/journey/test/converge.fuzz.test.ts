import { expect, test } from "vitest";
import * as Y from "yjs";
import { readJourney } from "../src/index.ts";
import { copyOf, exchange, freshJourney, RandomPerson, seededRandom } from "./people.ts";

const SEEDS = Number(process.env.POLKU_FUZZ_SEEDS ?? 200);
const FROM = Number(process.env.POLKU_FUZZ_FROM ?? 1);
const ACTIONS = Number(process.env.POLKU_FUZZ_ACTIONS ?? 300);

/** What a view holds, in an order that does not depend on who wrote first. */
function sorted(view: ReturnType<typeof readJourney>): unknown {
  const entries = (map: ReadonlyMap<string, unknown>) =>
    [...map.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...view,
    touchpoints: entries(view.touchpoints),
    cells: entries(view.cells),
    subJourneys: entries(view.subJourneys),
    // What lies above what is part of it.
    shapes: [...view.shapes.values()],
  };
}

function runSeed(seed: number): void {
  const random = seededRandom(seed);
  const { doc } = freshJourney("seed");
  const count = 2 + Math.floor(random() * 7);
  const people = Array.from({ length: count }, (_, i) => new RandomPerson(copyOf(doc), `p${i}`, random));
  for (let i = 0; i < ACTIONS; i += 1) {
    const person = people[Math.floor(random() * count)];
    person?.act();
    if (random() < 0.25) person?.deliverTo(people.filter((other) => other !== person && random() < 0.7));
  }
  // The network heals: everyone gets everything.
  const [first] = people;
  if (!first) throw new Error("nobody came");
  for (const person of [...people, ...people]) exchange(first.doc, person.doc);
  const view = sorted(readJourney(first.doc));
  const state = Y.encodeStateVector(first.doc);
  for (const [i, person] of people.entries()) {
    expect(Y.encodeStateVector(person.doc), `state vector of p${i}, seed ${seed}`).toEqual(state);
    expect(sorted(readJourney(person.doc)), `view of p${i}, seed ${seed}`).toEqual(view);
    expect(sorted(person.watch.view()), `watched view of p${i}, seed ${seed}`).toEqual(view);
  }
  for (const person of people) person.watch.close();
}

// One seed again: POLKU_FUZZ_SEED=n. A night's worth: POLKU_FUZZ_SEEDS=10000 npm run unit -- packages/journey/test/converge.fuzz.test.ts
// In parts, the next thousand from the 2,001st on: POLKU_FUZZ_FROM=2001 POLKU_FUZZ_SEEDS=1000
test(
  `[J11] after ${SEEDS} seeded runs of two to eight people and ${ACTIONS} actions all replicas, views and watched views are equal`,
  { timeout: SEEDS * 5_000 },
  () => {
    const only = process.env.POLKU_FUZZ_SEED;
    const seeds = only ? [Number(only)] : Array.from({ length: SEEDS }, (_, i) => FROM + i);
    for (const seed of seeds) runSeed(seed);
  },
);
