import { readPresence, type Presence } from "@polku/protocol";
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
};

/** Cursor messages go out at most this often (ms): smooth for the eye, and far below the server's limit. */
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
  let waiting: Presence["cursor"] | undefined;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const listeners = new Set<() => void>();
  const set = (field: string, value: unknown): void => awareness?.setLocalStateField(field, value);
  // A state that was never set has the clock 0, and others take nothing for news that is not above 0: a person who came in and sat still
  // would be seen by nobody.
  set("selection", []);
  awareness?.on("change", () => {
    others = readOthers(awareness);
    for (const listener of listeners) listener();
  });
  const flush = (): void => {
    timer = null;
    if (waiting === undefined) return;
    set("cursor", waiting);
    waiting = undefined;
    timer = setTimeout(flush, CURSOR_EVERY);
  };
  return {
    others: () => others,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    moveCursor: (cursor) => {
      waiting = cursor;
      if (timer === null) flush();
    },
    select: (ids) => set("selection", ids),
    edit: (editing) => set("editing", editing),
  };
}
