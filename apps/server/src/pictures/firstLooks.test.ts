import { createJourneyDoc, seedJourney, type JourneyDoc } from "@polku/journey";
import { pino } from "pino";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Rooms } from "../rooms/rooms.ts";
import { memoryEvidenceStore } from "../storage/memoryEvidenceStore.ts";
import { memoryJourneyStore } from "../storage/memoryJourneyStore.ts";
import { journeyRow } from "../testing/testServer.ts";
import { keepFirstLooks } from "./firstLooks.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function document(): JourneyDoc {
  const doc = createJourneyDoc();
  let ids = 0;
  const context = {
    doc,
    origin: null,
    by: "ana",
    newId: () => `n${(ids += 1)}`,
    now: () => "2026-11-28T12:00:00Z",
  };
  seedJourney(context, { title: "Ahead", lang: "en" });
  return doc;
}

/** Rooms with one journey; what hears of it, and how often its document was read. */
async function room() {
  const doc = document();
  const opened: ((id: string) => void)[] = [];
  const changed: ((id: string) => void)[] = [];
  let reads = 0;
  const rooms = {
    onOpen: (listener: (id: string) => void) => void opened.push(listener),
    onChange: (listener: Parameters<Rooms["onChange"]>[0]) =>
      void changed.push((id) => listener(id, doc, undefined)),
    readDocument: <T>(_id: string, read: (doc: JourneyDoc) => T) => {
      reads += 1;
      return Promise.resolve(read(doc));
    },
  };
  const journeys = memoryJourneyStore();
  await journeys.add(journeyRow("j"));
  const clock = { now: () => Date.now() };
  const looks = keepFirstLooks({
    rooms,
    journeys,
    evidence: memoryEvidenceStore(),
    clock,
    log: pino({ level: "silent" }),
  });
  return {
    looks,
    reads: () => reads,
    open: () => opened.forEach((tell) => tell("j")),
    change: () => changed.forEach((tell) => tell("j")),
  };
}

test("a journey that was opened is drawn once, a moment later, before anybody asks", async () => {
  const { looks, reads, open, change } = await room();
  open();
  change();
  expect(reads()).toBe(0);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(reads()).toBe(1);
  expect((await looks.of("j", "en", 0))?.content).toContain("Touchpoints");
  expect(reads()).toBe(1);
});

test("nobody waits longer than told for one that is not drawn, and the next gets it", async () => {
  const { looks } = await room();
  const first = looks.of("j", "fi", 0);
  await vi.advanceTimersByTimeAsync(0);
  await first;
  await vi.advanceTimersByTimeAsync(10);
  expect((await looks.of("j", "fi", 0))?.content).toContain("Kohtaamispisteet");
});

test("what has changed is drawn anew when somebody comes, once the older one has rested, and not for each change", async () => {
  const { looks, reads, open, change } = await room();
  open();
  await vi.advanceTimersByTimeAsync(1_000);
  for (let i = 0; i < 20; i += 1) change();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(reads()).toBe(1);
  await looks.of("j", "en", 1_000);
  await looks.of("j", "en", 1_000);
  expect(reads()).toBe(2);
});

test("a journey that is gone is drawn no more, and a server that stops draws nothing", async () => {
  const { looks, reads, open } = await room();
  open();
  looks.drop("j");
  await vi.advanceTimersByTimeAsync(5_000);
  open();
  looks.close();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(reads()).toBe(0);
});
