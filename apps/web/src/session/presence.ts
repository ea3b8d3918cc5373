import { readPresence, type Presence, type Reaction, type Sight } from "@polku/protocol";
import type { Awareness } from "y-protocols/awareness";

/** Another person in the journey, as their newest window tells. */
export type OtherPerson = Presence & { readonly clientId: number };

/** Who else is here, and what we tell the others. Cursor places are px of map coordinates. */
export type PresenceBoard = {
  readonly others: () => readonly OtherPerson[];
  readonly subscribe: (listener: () => void) => () => void;
  readonly moveCursor: (cursor: Presence["cursor"]) => void;
  readonly select: (ids: readonly string[]) => void;
  readonly edit: (editing: Presence["editing"]) => void;
  /** Says where this window looks; it goes out only while somebody follows it. */
  readonly look: (sight: Sight) => void;
  /** Where this window looks; null before the map stands. */
  readonly sight: () => Sight | null;
  /** Goes along with another window from now on, or with none. */
  readonly follow: (clientId: number | null) => void;
  /** Whom this window goes along with; null when they have left. */
  readonly followed: () => OtherPerson | null;
  readonly raiseHand: (up: boolean) => void;
  readonly isHandUp: () => boolean;
  /** Shows an emoji to everybody for a moment. */
  readonly react: (emoji: Reaction) => void;
  /** Words beside the cursor; null takes them away. */
  readonly say: (words: string | null) => void;
  /** Makes the cursor a laser pointer, or an arrow again. */
  readonly point: (on: boolean) => void;
  readonly isPointing: () => boolean;
  /** Tells everybody where the walk is that this window leads; null when it leads none. */
  readonly walk: (at: string | null) => void;
  /** Tells the others what is being dragged, and how far; null when it lies again. */
  readonly drag: (drag: Presence["drag"]) => void;
  /** Hides the cursor from the others from now on, or shows it again. */
  readonly hide: (on: boolean) => void;
  readonly isHidden: () => boolean;
};

/** Cursor and sight go out at most this often (ms): smooth for the eye, and far below the server's limit. */
const CURSOR_EVERY = 60;

function readOthers(awareness: Awareness): OtherPerson[] {
  const others: OtherPerson[] = [];
  for (const [clientId, state] of awareness.getStates()) {
    const presence = clientId === awareness.clientID ? null : readPresence(state);
    if (presence) others.push({ ...presence, clientId });
  }
  return others.sort((a, b) => a.clientId - b.clientId);
}

/** Presence over a provider's awareness. Names and colours come from the server's stamp, never from what a window says of itself. */
export function createPresence(awareness: Awareness | null): PresenceBoard {
  let others: readonly OtherPerson[] = [];
  let waiting: Partial<Pick<Presence, "cursor" | "sight" | "drag">> = {};
  let sight: Sight | null = null;
  let follows: number | null = null;
  let hand = false;
  let reactions = 0;
  let points = false;
  let hidden = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const listeners = new Set<() => void>();
  const set = (field: string, value: unknown): void => awareness?.setLocalStateField(field, value);
  // A state that was never set has the clock 0, and others take nothing for news that is not above 0: a person who came in and sat still
  // would be seen by nobody.
  set("selection", []);
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  // Who goes along with somebody leads nobody: two that follow one another would move each other for ever.
  const isFollowed = (): boolean =>
    follows === null && others.some((other) => other.follows === awareness?.clientID);
  awareness?.on("change", () => {
    const before = isFollowed();
    others = readOthers(awareness);
    // Whoever begins to follow wants to know at once where to go.
    if (!before && sight && isFollowed()) set("sight", sight);
    tell();
  });
  const flush = (): void => {
    timer = null;
    const fields = Object.entries(waiting);
    if (fields.length === 0) return;
    waiting = {};
    for (const [field, value] of fields) set(field, value);
    timer = setTimeout(flush, CURSOR_EVERY);
  };
  const send = (part: typeof waiting): void => {
    waiting = { ...waiting, ...part };
    if (timer === null) flush();
  };
  return {
    others: () => others,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    moveCursor: (cursor) => send({ cursor: hidden ? null : cursor }),
    select: (ids) => set("selection", ids),
    edit: (editing) => set("editing", editing),
    look: (next) => {
      sight = next;
      if (isFollowed()) send({ sight });
    },
    sight: () => sight,
    follow: (clientId) => {
      follows = clientId;
      set("follows", clientId);
      tell();
    },
    followed: () => others.find(({ clientId }) => clientId === follows) ?? null,
    raiseHand: (up) => {
      hand = up;
      set("hand", up);
      tell();
    },
    isHandUp: () => hand,
    react: (emoji) => {
      reactions += 1;
      set("reaction", { emoji, n: reactions });
    },
    say: (words) => set("says", words),
    point: (on) => {
      if (on === points) return;
      points = on;
      set("laser", on);
      tell();
    },
    isPointing: () => points,
    walk: (at) => set("walk", at),
    drag: (drag) => send({ drag }),
    hide: (on) => {
      hidden = on;
      if (on) send({ cursor: null });
      tell();
    },
    isHidden: () => hidden,
  };
}
