import { createJourneyDoc, importJourney, JOURNEY_FORMAT, readJourneyFile } from "@polku/journey";
import type { JourneyDoc, JourneyFile, Result } from "@polku/journey";
import type { Language } from "@polku/protocol";
import { makeId } from "../accounts/secrets.ts";
import { demoEvidence } from "../demo/demoEvidence.ts";
import { demoFormat } from "../demo/demoFormat.ts";
import { demoJourneyFile } from "../demo/demoJourney.ts";
import { keepDemoEvidence } from "../demo/keepDemoEvidence.ts";
import { checked } from "../checked.ts";
import { Problem } from "../errors.ts";
import { readArchive } from "../exchange/archive.ts";
import { readPlannedFile, type SkippedPart } from "../exchange/readPlannedFile.ts";
import type { Actor } from "../policies/actor.ts";
import type { Services } from "../services.ts";
import { createJourney } from "./createJourney.ts";
import { bringWords, wordsFile } from "./wordsFile.ts";

/** A file read: the journey, how the words beside it come into the library, and what was not understood. */
type Read = {
  file: JourneyFile;
  bring: () => Promise<void>;
  skipped: readonly SkippedPart[];
  /** The images beside it, not yet looked at. */
  images: unknown;
};

type TakenFile = { readonly bytes: Uint8Array; readonly name: string };

/**
 * Makes a journey of a file: our own JSON or archive, with customers' words beside it or without, the demo format in the asker's language,
 * a table or a Mermaid journey.
 * Throws `import.notJourney` with what is wrong; then nothing was made.
 */
export async function importJourneyFile(
  services: Services,
  actor: Actor,
  taken: TakenFile,
  language: Language,
): Promise<{ id: string; title: string; skipped: SkippedPart[] }> {
  const { file, bring, skipped, images } = read(services, actor, taken, language);
  // Tried on a document that is thrown away: a refusal must not leave half a journey behind.
  fillFrom(file, actor, services)(createJourneyDoc());
  await bring();
  const title = typeof file.meta.title === "string" ? file.meta.title.slice(0, 200) : "";
  const lang = file.meta.lang === "fi" ? "fi" : "en";
  const id = await createJourney(services, { title, lang, by: actor }, fillFrom(file, actor, services));
  await services.images.takeIn(id, images, actor.id);
  return { id, title, skipped: skipped.slice(0, 1_000) };
}

/** An archive, a table or a diagram, or JSON: by what it holds, whatever it is called. */
function read(services: Services, actor: Actor, taken: TakenFile, language: Language): Read {
  const archived = readArchive(taken.bytes);
  if (archived !== null) return readFile(services, actor, archived, language);
  const planned = readPlannedFile(taken, language);
  if (planned) return { ...planned, bring: async () => undefined, images: [] };
  return readFile(services, actor, parse(new TextDecoder("utf-8").decode(taken.bytes)), language);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new Problem("import.notJourney", { why: "it is not JSON" });
  }
}

function readFile(services: Services, actor: Actor, value: unknown, language: Language): Read {
  const format = typeof value === "object" && value !== null && "format" in value ? value.format : undefined;
  if (format === "polku-demo-journey") return readDemo(services, actor, value, language);
  if (format !== JOURNEY_FORMAT) throw new Problem("import.notJourney", { why: "it names no known format" });
  const file = accepted(readJourneyFile(value));
  const images = typeof value === "object" && value !== null && "images" in value ? value.images : [];
  const beside =
    typeof value === "object" && value !== null && "evidence" in value ? value.evidence : undefined;
  if (beside === undefined) return { file, bring: async () => undefined, skipped: [], images };
  const words = checked(wordsFile, beside, "evidence", "import.notJourney");
  return { file, bring: () => bringWords(services, words, actor.id), skipped: [], images };
}

function readDemo(services: Services, actor: Actor, value: unknown, lang: Language): Read {
  const demo = checked(demoFormat, value, "", "import.notJourney");
  const { secret, clock, evidence } = services;
  const found = demoEvidence(demo, { secret, now: clock.now(), by: actor.id });
  return {
    file: demoJourneyFile(demo, { lang, quoteId: found.quoteId }),
    bring: () => keepDemoEvidence(evidence, found),
    skipped: [],
    images: [],
  };
}

function accepted<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Problem("import.notJourney", { why: `${result.field}: ${result.code}` });
}

function fillFrom(file: JourneyFile, actor: Actor, { clock }: Pick<Services, "clock">) {
  return (doc: JourneyDoc): void => {
    const now = () => new Date(clock.now()).toISOString();
    accepted(importJourney({ doc, origin: "seed", by: actor.id, newId: makeId, now }, file));
  };
}
