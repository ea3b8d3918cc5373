import { paintFirstLook, type FirstLook } from "@polku/drawing";
import { readJourney, touchpointLinks } from "@polku/journey";
import type { Language } from "@polku/protocol";
import { factsOfPinnedQuotes } from "../commands/quoteFacts.ts";
import type { Services } from "../services.ts";
import { wordsEn } from "./wordsEn.ts";
import { wordsFi } from "./wordsFi.ts";

/** The beginnings of maps as pictures: they go to the browser with the page and are seen until the app has drawn the map itself. */
export type FirstLooks = {
  /** `null` when there is nothing to see, or when it is not to be had within `patience` ms. Never throws. */
  of(journeyId: string, language: Language, patience: number): Promise<FirstLook | null>;
  /** Of a journey that is gone. */
  drop(journeyId: string): void;
  /** Draws nothing more. */
  close(): void;
};

/** `tookMs`: how long the server did nothing else meanwhile. `change`: how often the journey had changed when it was read. */
type Kept = {
  readonly look: FirstLook | null;
  readonly drawnAt: number;
  readonly tookMs: number;
  readonly change: number;
};

/** So long after a journey was opened or made, ms, its first look is drawn for whoever comes next: then it has more pressing things behind it. */
const AHEAD = 1_000;
/** How many are kept: some 50 kB each. */
const MOST = 120;
/** What takes longer than this, ms, is drawn anew behind the back of who gets the older one. */
const QUICK = 15;
/** A picture rests this many times as long as it took: a large map under many hands costs a two hundredth of the server at most. */
const REST = 200;

type Needed = Pick<Services, "journeys" | "evidence" | "clock" | "log"> & {
  readonly rooms: Pick<Services["rooms"], "onOpen" | "onChange" | "readDocument">;
};

/**
 * Keeps what was drawn in memory only. A journey that was opened or made is drawn once, in its own language, before somebody asks; what has
 * changed since is drawn anew when somebody comes.
 */
export function keepFirstLooks({ rooms, journeys, evidence, clock, log }: Needed): FirstLooks {
  const kept = new Map<string, Kept>();
  const underWay = new Map<string, Promise<FirstLook | null>>();
  const changes = new Map<string, number>();
  const changeOf = (journeyId: string): number => changes.get(journeyId) ?? 0;
  const waiting = new Map<string, NodeJS.Timeout>();
  rooms.onOpen(drawAhead);
  rooms.onChange((journeyId) => {
    changes.set(journeyId, changeOf(journeyId) + 1);
    drawAhead(journeyId);
  });

  function drawAhead(journeyId: string): void {
    const isKept = LANGUAGES.some((language) => kept.has(keyOf(journeyId, language)));
    if (isKept || waiting.has(journeyId)) return;
    const timer = setTimeout(() => {
      waiting.delete(journeyId);
      journeys
        .find(journeyId)
        .then((row) => {
          const language = row?.lang === "fi" ? "fi" : "en";
          return row && drawOnce(keyOf(journeyId, language), journeyId, language);
        })
        .catch((err: unknown) => log.warn({ err, journeyId }, "no first look could be drawn ahead"));
    }, AHEAD);
    waiting.set(journeyId, timer);
  }

  async function draw(journeyId: string, language: Language): Promise<Kept> {
    const read = await rooms.readDocument(journeyId, (doc) => ({
      change: changeOf(journeyId),
      ...timed(() => readJourney(doc)),
    }));
    const view = read.result;
    const facts = await factsOfPinnedQuotes(evidence, view);
    const painted = timed(() =>
      paintFirstLook(view, {
        words: language === "fi" ? wordsFi : wordsEn,
        links: new Map([...view.touchpoints.keys()].map((id) => [id, touchpointLinks(view, facts, id)])),
        now: clock.now(),
      }),
    );
    const tookMs = read.tookMs + painted.tookMs;
    return { look: painted.result, drawnAt: clock.now(), tookMs, change: read.change };
  }

  /** One drawing at a time of each. */
  function drawOnce(key: string, journeyId: string, language: Language): Promise<FirstLook | null> {
    const known = underWay.get(key);
    if (known !== undefined) return known;
    const drawn = draw(journeyId, language)
      .then((one) => {
        keep(key, one);
        return one.look;
      })
      .catch((err: unknown) => {
        log.warn({ err, journeyId }, "the first look of a map could not be drawn; the app draws it");
        return null;
      })
      .finally(() => underWay.delete(key));
    underWay.set(key, drawn);
    return drawn;
  }

  function keep(key: string, one: Kept): void {
    kept.delete(key);
    kept.set(key, one);
    const [oldest] = kept.keys();
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
  }

  return {
    async of(journeyId, language, patience) {
      const key = keyOf(journeyId, language);
      const one = kept.get(key);
      if (one !== undefined) keep(key, one);
      const isFresh = one?.change === changeOf(journeyId);
      if (one && (isFresh || clock.now() < one.drawnAt + one.tookMs * REST)) return one.look;
      const drawn = drawOnce(key, journeyId, language);
      if (one && one.tookMs > QUICK) return one.look;
      return Promise.race([drawn, nothingAfter(patience)]);
    },
    drop(journeyId) {
      changes.delete(journeyId);
      clearTimeout(waiting.get(journeyId));
      waiting.delete(journeyId);
      for (const language of LANGUAGES) kept.delete(keyOf(journeyId, language));
    },
    close() {
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}

const LANGUAGES = ["en", "fi"] as const;

const keyOf = (journeyId: string, language: Language): string => `${journeyId} ${language}`;

function timed<T>(work: () => T): { result: T; tookMs: number } {
  const from = performance.now();
  const result = work();
  return { result, tookMs: performance.now() - from };
}

function nothingAfter(ms: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), ms).unref();
  });
}
