import { readFile } from "node:fs/promises";
import { importJourney, LANGUAGES } from "@polku/journey";
import type { Language } from "@polku/journey";
import { makeId } from "../accounts/secrets.ts";
import type { Services } from "../services.ts";
import { demoEvidence } from "./demoEvidence.ts";
import { demoFormat } from "./demoFormat.ts";
import type { DemoFile } from "./demoFormat.ts";
import { demoJourneyFile } from "./demoJourney.ts";
import { keepDemoEvidence } from "./keepDemoEvidence.ts";
import { keepDemoSounds } from "./keepDemoSounds.ts";

/** Who the sample's things are said to be by. */
export const SAMPLE = "sample";

/** The demo journey of a language; fixed, so that a start that was broken off goes on where it stopped. */
function demoJourneyId(language: Language): string {
  return `demo-${language}`;
}

async function readDemo(): Promise<DemoFile> {
  const text = await readFile(new URL("./demo-journey.json", import.meta.url), "utf8");
  return demoFormat.parse(JSON.parse(text));
}

/** Whether nobody has made or erased anything here yet, the trash included; the demo half made is not anybody's. */
async function isFresh({ db, evidence }: Pick<Services, "db" | "evidence">): Promise<boolean> {
  if ((await evidence.tombstones()).length > 0) return false;
  const rows = await db.selectFrom("journey").select("id").execute();
  const ours = new Set(LANGUAGES.map(demoJourneyId));
  return rows.length < LANGUAGES.length && rows.every(({ id }) => ours.has(id));
}

/**
 * Gives a fresh data folder the sample journey in both languages, with one library of evidence behind the two.
 * Does nothing when anything is there already, or when `POLKU_DEMO` is 0.
 */
export async function seedDemo(services: Services): Promise<void> {
  if (!services.config.demo || !(await isFresh(services))) return;
  const demo = await readDemo();
  const { secret, clock, evidence } = services;
  const found = demoEvidence(demo, { secret, now: clock.now(), by: SAMPLE });
  await keepDemoEvidence(evidence, found);
  await keepDemoSounds(services, SAMPLE, found.transcriptContact);
  for (const lang of LANGUAGES) {
    if ((await services.journeys.find(demoJourneyId(lang))) !== undefined) continue;
    await makeDemoJourney(services, demo, lang, found.quoteId);
  }
}

async function makeDemoJourney(
  { rooms, journeys, clock }: Services,
  demo: DemoFile,
  lang: Language,
  quoteId: (id: string) => string,
): Promise<void> {
  const id = demoJourneyId(lang);
  const now = clock.now();
  const file = demoJourneyFile(demo, { lang, quoteId });
  await rooms.withDocument(id, (doc) => {
    const context = {
      doc,
      origin: "seed",
      by: SAMPLE,
      newId: makeId,
      now: () => new Date(now).toISOString(),
    };
    const made = importJourney(context, file);
    // A document that is there already is ours from a start that was broken off.
    if (!made.ok && made.code !== "not_allowed_here") throw new Error(`The demo does not fit: ${made.code}`);
  });
  await journeys.add({
    id,
    title: demo.journey.title[lang],
    lang,
    createdBy: SAMPLE,
    createdAt: now,
    changedAt: now,
    archivedAt: null,
    deletedAt: null,
    futureOf: null,
    level: 1,
    below: "[]",
    personas: null,
  });
}
