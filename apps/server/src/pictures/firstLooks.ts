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
};

/** `tookMs`: how long the server did nothing else meanwhile. `change`: how often the journey had changed when it was read. */
type Kept = {
  readonly look: FirstLook | null;
  readonly drawnAt: number;
  readonly tookMs: number;
  readonly change: number;
};

/** How many are kept: some 50 kB each. */
const MOST = 120;
/** What takes longer than this, ms, is drawn anew behind the back of who gets the older one. */
const QUICK = 15;
/** A picture rests this many times as long as it took: a large map under many hands costs a two hundredth of the server at most. */
const REST = 200;

type Needed = Pick<Services, "rooms" | "evidence" | "clock" | "log">;

/** Keeps what was drawn in memory only, and draws anew what has changed when somebody comes. */
export function keepFirstLooks({ rooms, evidence, clock, log }: Needed): FirstLooks {
  const kept = new Map<string, Kept>();
  const underWay = new Map<string, Promise<FirstLook | null>>();
  const changes = new Map<string, number>();
  const changeOf = (journeyId: string): number => changes.get(journeyId) ?? 0;
  rooms.onChange((journeyId) => changes.set(journeyId, changeOf(journeyId) + 1));

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
      for (const language of ["en", "fi"] as const) kept.delete(keyOf(journeyId, language));
    },
  };
}

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
