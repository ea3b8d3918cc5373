import { createJourneyDoc, exportJourney } from "@polku/journey";
import { expect, onTestFinished, test } from "vitest";
import { openAppDatabase } from "../storage/openAppDatabase.ts";
import { makeTestFolder } from "../testing/testFolder.ts";
import { sqlVersionStore, type VersionKind } from "./versionStore.ts";

const hour = 3_600_000;
const day = 24 * hour;
const now = 100 * day;
const json = JSON.stringify(exportJourney(createJourneyDoc()));

async function open() {
  const made = makeTestFolder();
  const db = await openAppDatabase(made.folder);
  onTestFinished(async () => {
    await db.destroy();
    made.remove();
  });
  const store = sqlVersionStore(db);
  const keep = (id: string, at: number, kind: VersionKind, who?: string) =>
    store.add(
      { id, journeyId: "j", at, kind, name: kind === "named" ? id : null, by: null },
      { json, hash: id },
      who === undefined ? [] : [{ id: who, name: who, edits: 2, firstAt: at - 10, lastAt: at - 5 }],
    );
  return { store, keep };
}

test("a version that is thinned out leaves who did something then to the next one; named ones stay", async () => {
  const { store, keep } = await open();
  const at = now - 3 * day;
  await keep("first", at, "auto", "ana");
  await keep("second", at + 1_000, "auto", "ben");
  await keep("workshop", at + 2_000, "named", "cleo");
  await keep("third", at + 3_000, "auto", "ana");
  await keep("today", now - 1_000, "auto");
  await store.thin("j", now);
  const left = await store.list("j");
  expect(left.map(({ id }) => id)).toEqual(["today", "third", "workshop"]);
  const people = left.map((version) => version.people.map(({ name, edits }) => `${name} ${edits}`));
  expect(people).toEqual([[], ["ana 2"], ["ana 2", "ben 2", "cleo 2"]]);
  await store.thin("j", now);
  expect(await store.list("j")).toEqual(left);
});

test("the state of a version comes back as it was kept; another journey's versions are not touched", async () => {
  const { store, keep } = await open();
  const version = await keep("one", now, "named");
  expect(await store.state(version)).toEqual(JSON.parse(json));
  expect(await store.find("k", "one")).toBeUndefined();
  expect(await store.latest("j")).toMatchObject({ id: "one", stateHash: "one" });
  expect(await store.before(version)).toBeUndefined();
});
