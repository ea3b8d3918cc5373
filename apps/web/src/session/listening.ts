import type { Listening, ListeningAnswer, ListeningQuestion } from "@polku/protocol";
import { createListeners } from "./listeners.ts";

/** What the room hears together, by the server's clock. */
export type ListeningBoard = {
  readonly state: () => Listening | null;
  readonly subscribe: (listener: () => void) => () => void;
  /** The server's time as this window knows it, ms since 1970. */
  readonly serverNow: () => number;
  /** For those who may edit the map; `at` in seconds of the clip. */
  readonly play: (quoteId: string, at: number) => void;
  readonly pause: (quoteId: string, at: number) => void;
  readonly end: () => void;
};

type World = {
  readonly say: (question: ListeningQuestion) => void;
  /** This window's own time in ms; never goes back. */
  readonly now: () => number;
};

/** Of so many answers the one that was quickest on its way tells the server's clock. */
const answersWanted = 5;

/**
 * Keeps what the room hears. The server's clock is learned from the quickest of five answers, as if they came half the way there and half
 * the way back: the error is at most half of the shortest way.
 */
export function createListening(world: World): ListeningBoard & {
  readonly synced: () => void;
  readonly told: (answer: ListeningAnswer) => void;
} {
  const listeners = createListeners<void>();
  let state: Listening | null = null;
  let offset: number | null = null;
  let shortest = Infinity;
  let answers = 0;
  const askClock = (): void => world.say({ t: "clock?", c: world.now() });

  return {
    state: () => state,
    subscribe: (listener) => listeners.add(listener),
    serverNow: () => world.now() + (offset ?? 0),
    play: (quoteId, at) => world.say({ t: "listen", deed: "play", quoteId, at: Math.max(0, at) }),
    pause: (quoteId, at) => world.say({ t: "listen", deed: "pause", quoteId, at: Math.max(0, at) }),
    end: () => world.say({ t: "listen", deed: "end" }),
    synced: () => {
      answers = 0;
      shortest = Infinity;
      askClock();
      world.say({ t: "listening?" });
    },
    told: (answer) => {
      if (answer.t === "clock") {
        const now = world.now();
        const way = now - answer.c;
        if (way <= shortest) {
          shortest = way;
          offset = answer.now - (answer.c + now) / 2;
        }
        answers += 1;
        if (answers < answersWanted) askClock();
        else listeners.tell();
        return;
      }
      // Until the clock is known, what the server says its time is will do.
      offset ??= answer.now - world.now();
      ({ state } = answer);
      listeners.tell();
    },
  };
}

/** A room in which nothing is heard together. */
export function silentRoom(): ListeningBoard {
  return {
    state: () => null,
    subscribe: () => () => {},
    serverNow: () => 0,
    play: () => {},
    pause: () => {},
    end: () => {},
  };
}
