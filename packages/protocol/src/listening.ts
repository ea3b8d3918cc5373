/**
 * Hearing a clip together: small JSON messages over the room's socket. The server stamps everything with its own clock; windows learn that
 * clock by `clock?` and set their place by it.
 */

/** What is heard in a room. `at` is the place in the clip, in seconds, at the moment `since` (ms of the server's clock). */
export type Listening = {
  readonly quoteId: string;
  readonly playing: boolean;
  readonly at: number;
  readonly since: number;
  /** The name of whoever did the last thing. */
  readonly by: string;
};

/**
 * `clock?` asks for the server's time and is answered with `c` as it was sent; `listening?` asks what is heard. `listen` begins a clip, goes
 * on, pauses or moves in it (`at`), or ends it: for those who may edit the map; others are not heeded.
 */
export type ListeningQuestion =
  | { t: "clock?"; c: number }
  | { t: "listening?" }
  | { t: "listen"; deed: "play" | "pause"; quoteId: string; at: number }
  | { t: "listen"; deed: "end" };

export type ListeningAnswer =
  | { t: "clock"; c: number; now: number }
  | { t: "listening"; now: number; state: Listening | null };

/** The place in a clip at a moment of the server's clock, in seconds; before it has begun, its beginning. */
export function placeAt(
  { at, since, playing }: Pick<Listening, "at" | "since" | "playing">,
  now: number,
): number {
  return playing ? at + Math.max(0, now - since) / 1000 : at;
}

/** Reads a question; anything that is none is `null`, never an exception. */
export function readListeningQuestion(payload: string): ListeningQuestion | null {
  let value: unknown;
  try {
    value = JSON.parse(payload);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  const { t, c, deed, quoteId, at } = value as Record<string, unknown>;
  if (t === "clock?" && typeof c === "number" && Number.isFinite(c)) return { t, c };
  if (t === "listening?") return { t };
  if (t !== "listen") return null;
  if (deed === "end") return { t, deed };
  if (deed !== "play" && deed !== "pause") return null;
  if (typeof quoteId !== "string" || !/^[A-Za-z0-9_-]{1,64}$/.test(quoteId)) return null;
  if (typeof at !== "number" || !(at >= 0 && at < 100_000)) return null;
  return { t, deed, quoteId, at };
}
