import { mean } from "../average.ts";
import { biasWarnings } from "../biasWarnings.ts";
import { outerLoop } from "../closedLoop.ts";
import { coverage, type Coverage } from "../coverage.ts";
import { feedbackLoop, type FeedbackLoop } from "../feedbackLoop.ts";
import type { EvidenceLink } from "../link.ts";
import { people, personValences } from "../people.ts";
import { rising, type Rising } from "../rising.ts";
import { skew, type Skew } from "../skew.ts";
import { sourceClass } from "../sourceKinds.ts";
import type { HealthInput, HealthQuote, LibrarySums } from "./healthInput.ts";
import { filteredQuotes, heard, type HealthPlace, healthPlaces } from "./places.ts";
import { type Voices, voices } from "./voices.ts";
import { type ToldBack, toldBack, type UnheardWish, unheardWishes } from "./wishes.ts";

/** All that the page of evidence health shows, in numbers. Null where nothing can be said: never 0. */
export interface EvidenceHealth {
  readonly places: readonly HealthPlace[];
  readonly coverage: Coverage;
  readonly asked: {
    readonly asked: number;
    readonly listened: number;
    readonly listenedShare: number | null;
  };
  readonly voices: Voices;
  readonly skew: Skew & {
    readonly attached: { readonly n: number; readonly mean: number | null };
    readonly library: { readonly n: number; readonly mean: number | null };
  };
  readonly drivers: readonly {
    readonly theme: string;
    readonly contacts: readonly number[];
    readonly total: number;
    readonly rising: Rising;
  }[];
  readonly wishes: readonly UnheardWish[];
  readonly feedback: readonly { readonly id: string; readonly title: string; readonly loop: FeedbackLoop }[];
  readonly outerLoop: { readonly decided: number; readonly told: number; readonly rate: number | null };
  readonly toldBack: ToldBack;
  readonly promises: { readonly made: number; readonly kept: number; readonly broken: number };
  readonly warnings: readonly string[];
  /** People behind the whole map, each once. */
  readonly people: number;
}

/** The health of a journey's evidence (method A6–A9 and the list after). Every number is one of the measures of this folder, applied to the quotes that the filter lets through. */
export function evidenceHealth(input: HealthInput): EvidenceHealth {
  const { view, library, now } = input;
  const quotes = filteredQuotes(input);
  const places = healthPlaces(input, quotes);
  const onMain = places.filter(({ subJourneyId }) => subJourneyId === null);
  const links = distinct(places);
  const quoteOf = quotesOfPins(input, quotes);
  const attached = personValences(people(links));
  const known = valuesOf(library);
  return {
    places,
    // A touchpoint that holds a sub-journey counts its people already: the main path stands for the whole.
    coverage: coverage(onMain, now),
    asked: {
      asked: heard(links, "asked"),
      listened: heard(links, "listened"),
      listenedShare: coverage(onMain, now).listenedShare,
    },
    voices: voices(view, links, quoteOf),
    skew: {
      ...skew(attached, known),
      attached: { n: attached.length, mean: mean(attached) },
      library: { n: known.length, mean: mean(known) },
    },
    drivers: driversOf(library),
    wishes: unheardWishes(
      places.map(({ id, links: all }) => ({ id, links: all.filter((link) => isOwn(input, id, link)) })),
      quoteOf,
      view.insights,
    ),
    feedback: [...view.subJourneys.values()]
      .filter(({ kind }) => kind === "feedback")
      .map((sub) => ({ id: sub.id, title: sub.title, loop: feedbackLoop(view, sub) })),
    outerLoop: outerLoop(view.insights.map(({ status }) => status)),
    toldBack: toldBack(links, quoteOf, view.insights),
    promises: {
      made: view.promises.length,
      kept: view.promises.filter(({ status }) => status === "kept").length,
      broken: view.promises.filter(({ status }) => status === "broken").length,
    },
    warnings: biasWarnings(
      { links, library: known, surveys: surveysOf(input, links), read: library?.read },
      now,
    ),
    people: people(links).length,
  };
}

/** Every link once: a touchpoint that holds a sub-journey has the links of it too. */
function distinct(places: readonly HealthPlace[]): EvidenceLink[] {
  return [...new Map(places.flatMap(({ links }) => links).map((link) => [link.id, link])).values()];
}

function isOwn({ view }: HealthInput, touchpointId: string, link: EvidenceLink): boolean {
  return view.touchpoints.get(touchpointId)?.pins.some(({ id }) => id === link.id) === true;
}

/** The quote of every pin, by the pin's id. */
function quotesOfPins(
  { view }: HealthInput,
  quotes: ReadonlyMap<string, HealthQuote>,
): ReadonlyMap<string, HealthQuote> {
  const found = new Map<string, HealthQuote>();
  for (const { pins } of view.touchpoints.values())
    for (const { id, quoteId } of pins) {
      const quote = quotes.get(quoteId);
      if (quote !== undefined) found.set(id, quote);
    }
  return found;
}

/** The library's valences one by one, as the formulas take them. */
function valuesOf(library: LibrarySums | null): number[] {
  return (library?.valences ?? []).flatMap(({ v, n }) => Array.from<number>({ length: n }).fill(v));
}

function driversOf(library: LibrarySums | null): EvidenceHealth["drivers"] {
  if (library === null) return [];
  return library.themes
    .map(({ theme, contacts }) => ({
      theme,
      contacts,
      total: contacts.reduce((sum, n) => sum + n, 0),
      rising: rising(contacts, library.weeks.contacts),
    }))
    .filter(({ total }) => total > 0)
    .toSorted((a, b) => b.total - a.total || (a.theme < b.theme ? -1 : 1));
}

/** The surveys that the map rests on: only of those the response rate matters. */
function surveysOf({ surveys }: HealthInput, links: readonly EvidenceLink[]): HealthInput["surveys"] {
  const used = new Set(links.map(({ sourceId }) => sourceId));
  return surveys.filter(
    ({ id, kind }) => used.has(id) && kind.startsWith("survey") && sourceClass(kind) === "asked",
  );
}
