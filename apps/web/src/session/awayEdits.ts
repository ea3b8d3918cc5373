import { hasWords, wordsOf, type JourneyView, type TouchedEntity, type WordsOf } from "@polku/journey";
import { createListeners } from "./listeners.ts";

/** A thing that this person changed while away from the server, as they last saw it. */
export type AwayEdit = TouchedEntity & WordsOf;

/** Where the list survives a closed tab. */
export type Shelf = { readonly read: () => string | null; readonly write: (text: string | null) => void };

/** A line of the browser's own storage; where it may not be used, the list lasts as long as the window. */
export function browserShelf(key: string): Shelf {
  return {
    read: () => {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    write: (text) => {
      try {
        if (text === null) localStorage.removeItem(key);
        else localStorage.setItem(key, text);
      } catch {
        // A private window or a full storage, as above.
      }
    },
  };
}

/** What others deleted while this person was away and had written on it. */
export type LostEdits = {
  readonly list: () => readonly AwayEdit[];
  readonly dismiss: () => void;
  readonly subscribe: (listener: () => void) => () => void;
};

/** Keeps in mind what a person writes while the server cannot hear it, to tell on return what others had deleted meanwhile. */
export type AwayEdits = {
  /** The server cannot hear us; so it is in the beginning. */
  readonly left: () => void;
  /** One's own change; it is kept in mind only while away. */
  readonly note: (touched: readonly TouchedEntity[], view: JourneyView) => void;
  /** Everything of ours is with the others' again: what is not in the journey any more joins `lost`. */
  readonly back: (view: JourneyView) => void;
  readonly lost: LostEdits;
};

function isAwayEdit(value: unknown): value is AwayEdit {
  return typeof value === "object" && value !== null && "map" in value && "id" in value && "words" in value;
}

function readShelf(shelf: Shelf): AwayEdit[] {
  try {
    const kept: unknown = JSON.parse(shelf.read() ?? "[]");
    return Array.isArray(kept) ? kept.filter(isAwayEdit) : [];
  } catch {
    // Written by another version, or by hand: nothing to tell then.
    return [];
  }
}

export function createAwayEdits(shelf: Shelf): AwayEdits {
  const keyOf = ({ map, id }: TouchedEntity): string => `${map}:${id}`;
  const edits = new Map(readShelf(shelf).map((edit) => [keyOf(edit), edit]));
  const losses = createListeners<void>();
  let away = true;
  let lost: readonly AwayEdit[] = [];
  const show = (next: readonly AwayEdit[]): void => {
    if (next.length === lost.length) return;
    lost = next;
    losses.tell();
  };
  return {
    left: () => void (away = true),
    note: (touched, view) => {
      if (!away) return;
      for (const one of touched.filter(({ map }) => hasWords(map))) {
        const found = wordsOf(view, one);
        // Deleted by the person's own hand: nobody took it from them.
        if (found === null) edits.delete(keyOf(one));
        else edits.set(keyOf(one), { ...one, ...found });
      }
      shelf.write(edits.size > 0 ? JSON.stringify([...edits.values()]) : null);
    },
    back: (view) => {
      away = false;
      const gone = [...edits.values()].filter((edit) => edit.words !== "" && wordsOf(view, edit) === null);
      edits.clear();
      shelf.write(null);
      show([...lost, ...gone]);
    },
    lost: { list: () => lost, dismiss: () => show([]), subscribe: (listener) => losses.add(listener) },
  };
}
