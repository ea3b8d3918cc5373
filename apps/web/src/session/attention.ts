import { createStore, type StoreApi } from "zustand/vanilla";

/** What a person can have in hand on the map. */
export type Thing =
  | { readonly kind: "touchpoint"; readonly id: string }
  | { readonly kind: "stage"; readonly id: string }
  | { readonly kind: "lane"; readonly id: string }
  | { readonly kind: "shape"; readonly id: string }
  | { readonly kind: "cell"; readonly laneId: string; readonly touchpointId: string }
  | { readonly kind: "point"; readonly id: string; readonly touchpointId: string };

export type Attention = {
  readonly selected: Thing | null;
  /** Everything in hand when it is more than one thing, by its key, the selected one among it; empty otherwise. All are of one kind. */
  readonly gathered: ReadonlyMap<string, Thing>;
  /** The thing whose text is being typed, if any. */
  readonly editing: Thing | null;
  /** Sub-journeys that stand open in this window. */
  readonly open: ReadonlySet<string>;
  /** The sub-journey that stands alone on the canvas; null is the whole journey. */
  readonly alone: string | null;
  /** Asks the camera to bring a thing into sight; counted, so that asking twice works twice. */
  readonly reveal: { readonly thing: Thing; readonly count: number; readonly takesKeys: boolean } | null;
};

/** What only this person is doing in this window: it is not shared, but for the selection that presence tells. */
export type AttentionStore = StoreApi<Attention> & {
  /** Takes one thing in hand. What is gathered stays together when the thing is part of it. */
  readonly select: (thing: Thing | null) => void;
  /** Takes several things in hand; the keyboard is at `lead`. Fewer than two are a plain selection. */
  readonly gather: (things: readonly Thing[], lead: Thing | null) => void;
  readonly edit: (thing: Thing | null) => void;
  /** Selects and brings into sight. */
  readonly goTo: (thing: Thing) => void;
  /** The same, but the keyboard stays where it is. */
  readonly show: (thing: Thing) => void;
  readonly setOpen: (subJourneyId: string, open: boolean) => void;
  readonly openAlone: (subJourneyId: string | null) => void;
};

export function sameThing(a: Thing | null, b: Thing | null): boolean {
  return a === b || (a !== null && b !== null && thingKey(a) === thingKey(b));
}

/** One string for one thing: for keys, for presence, and to find its element. */
export function thingKey(thing: Thing): string {
  return thing.kind === "cell" ? `cell:${thing.laneId}/${thing.touchpointId}` : `${thing.kind}:${thing.id}`;
}

const NONE: ReadonlyMap<string, Thing> = new Map();

/** Whether a thing is selected, alone or among others. */
export function isInHand({ selected, gathered }: Attention, thing: Thing): boolean {
  return sameThing(selected, thing) || (gathered.size > 0 && gathered.has(thingKey(thing)));
}

/** The id of the element that holds a touchpoint's title: what hangs on the touchpoint is named after it, and need not know it. */
export function touchpointNameId(touchpointId: string): string {
  return `touchpoint-${encodeURIComponent(touchpointId)}`;
}

/** The id of the element that holds a lane's name. */
export function laneNameId(laneId: string): string {
  return `lane-${encodeURIComponent(laneId)}`;
}

/** The touchpoint that a thing belongs to, if it does to one. */
export function touchpointOf(thing: Thing | null): string | null {
  if (thing?.kind === "touchpoint") return thing.id;
  return thing?.kind === "cell" || thing?.kind === "point" ? thing.touchpointId : null;
}

export function createAttention(open: Iterable<string> = []): AttentionStore {
  const store = createStore<Attention>(() => ({
    selected: null,
    gathered: NONE,
    editing: null,
    open: new Set(open),
    alone: null,
    reveal: null,
  }));
  const reveal = (thing: Thing, takesKeys: boolean): void =>
    store.setState((now) => ({
      selected: thing,
      gathered: NONE,
      editing: null,
      reveal: { thing, count: (now.reveal?.count ?? 0) + 1, takesKeys },
    }));
  return Object.assign(store, {
    select: (thing: Thing | null) => {
      const { selected, gathered, editing } = store.getState();
      if (gathered.size > 0 && !(thing && gathered.has(thingKey(thing)))) store.setState({ gathered: NONE });
      if (!sameThing(selected, thing)) store.setState({ selected: thing });
      if (editing && !sameThing(editing, thing)) store.setState({ editing: null });
    },
    gather: (things: readonly Thing[], lead: Thing | null) => {
      const gathered = new Map(things.map((thing) => [thingKey(thing), thing]));
      const selected = lead && gathered.has(thingKey(lead)) ? lead : (things.at(-1) ?? null);
      store.setState({ selected, editing: null, gathered: gathered.size > 1 ? gathered : NONE });
    },
    edit: (thing: Thing | null) =>
      store.setState(thing ? { selected: thing, editing: thing, gathered: NONE } : { editing: null }),
    goTo: (thing: Thing) => reveal(thing, true),
    show: (thing: Thing) => reveal(thing, false),
    setOpen: (subJourneyId: string, isOpen: boolean) =>
      store.setState(({ open: known }) => {
        const next = new Set(known);
        if (isOpen) next.add(subJourneyId);
        else next.delete(subJourneyId);
        return { open: next };
      }),
    openAlone: (subJourneyId: string | null) =>
      store.setState({ alone: subJourneyId, selected: null, editing: null, gathered: NONE }),
  });
}
