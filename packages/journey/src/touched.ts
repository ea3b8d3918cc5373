import type * as Y from "yjs";
import { ENTITY_MAPS, entities, type EntityMapName, type JourneyDoc } from "./schema.ts";
import type { JourneyView } from "./read/view.ts";

/** An entity that a change touched: made, deleted, or changed in any of its attributes. */
export type TouchedEntity = { readonly map: EntityMapName; readonly id: string };

/** Tells which entities each change touches whose origin `counts`. Returns the way to stop. */
export function watchTouched(
  doc: JourneyDoc,
  counts: (origin: unknown) => boolean,
  tell: (touched: readonly TouchedEntity[]) => void,
): () => void {
  const stops = ENTITY_MAPS.map((map) => {
    const root = entities(doc, map);
    const hear = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void => {
      if (!counts(transaction.origin)) return;
      const ids = new Set<string>();
      for (const event of events) {
        if (event.target === root) for (const id of event.changes.keys.keys()) ids.add(id);
        else ids.add(String(event.path[0]));
      }
      tell([...ids].map((id) => ({ map, id })));
    };
    root.observeDeep(hear);
    return () => root.unobserveDeep(hear);
  });
  return () => {
    for (const stop of stops) stop();
  };
}

/** What a person would know a thing by, and where it stands. */
export type WordsOf = { readonly words: string; readonly at: string | null };

function wordsOfCell(view: JourneyView, id: string): WordsOf | null {
  for (const cell of view.cells.values()) {
    const block = cell.blocks.find((one) => one.id === id);
    if (block) return { words: block.text, at: view.touchpoints.get(cell.touchpointId)?.title ?? null };
  }
  return null;
}

function paths(view: JourneyView) {
  return [view.path, ...[...view.subJourneys.values()].map(({ path }) => path)];
}

const READERS: Partial<Record<EntityMapName, (view: JourneyView, id: string) => WordsOf | null>> = {
  touchpoints: (view, id) => {
    const found = view.touchpoints.get(id);
    if (!found) return null;
    return { words: [found.title, found.note].filter((text) => text !== "").join("\n"), at: null };
  },
  stages: (view, id) => {
    const found = paths(view)
      .flatMap(({ stages }) => stages)
      .find((stage) => stage.id === id);
    return found ? { words: found.title, at: null } : null;
  },
  lanes: (view, id) => {
    const found = view.lanes.find((lane) => lane.id === id);
    return found ? { words: found.title, at: null } : null;
  },
  subJourneys: (view, id) => {
    const found = view.subJourneys.get(id);
    return found ? { words: found.title, at: null } : null;
  },
  cells: wordsOfCell,
  shapes: (view, id) => {
    const found = view.shapes.get(id);
    if (!found) return null;
    const on = found.touchpointId === null ? undefined : view.touchpoints.get(found.touchpointId);
    return { words: found.text, at: on?.title ?? null };
  },
};

/** Whether the words of such an entity can be told at all: a point of the curve has none. */
export function hasWords(map: EntityMapName): boolean {
  return map in READERS;
}

/** The words of an entity that is in the view; `null` for one that is not (it was deleted, or what it hung on was). */
export function wordsOf(view: JourneyView, { map, id }: TouchedEntity): WordsOf | null {
  return READERS[map]?.(view, id) ?? null;
}
