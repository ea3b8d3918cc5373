/** An item of a list that runs downwards. */
export type OrderItem = { readonly id: string; readonly element: Element };

/** Where the dragged item would land: above another one (null: below all), and the height of that border, px of the window. */
export type OrderPlace = { readonly above: string | null; readonly y: number };

/** A press becomes a drag after this many px. */
const THRESHOLD = 5;

/** The border that is nearest to a height; the item that is dragged leaves none of its own. */
export function orderPlace(items: readonly OrderItem[], dragged: string, y: number): OrderPlace | null {
  const rest = items
    .filter(({ id }) => id !== dragged)
    .map(({ id, element }) => ({ id, box: element.getBoundingClientRect() }));
  const next = rest.find(({ box }) => y < box.top + box.height / 2);
  if (next) return { above: next.id, y: next.box.top };
  const last = rest.at(-1);
  return last ? { above: null, y: last.box.bottom } : null;
}

/**
 * Follows a press on an item of a list that may become a drag to another place. `show` tells where it would land, and null when it is
 * over; `drop` is called once, and not at all when Escape or the system ended it.
 */
export function dragOrder(
  down: PointerEvent,
  dragged: string,
  items: () => readonly OrderItem[],
  show: (place: OrderPlace | null) => void,
  drop: (above: string | null) => void,
): void {
  const stop = new AbortController();
  const { signal } = stop;
  let place: OrderPlace | null = null;
  let moving = false;
  const move = (event: PointerEvent): void => {
    if (!moving && Math.abs(event.clientY - down.clientY) < THRESHOLD) return;
    moving = true;
    place = orderPlace(items(), dragged, event.clientY);
    show(place);
  };
  const end = (dropped: boolean): void => {
    stop.abort();
    show(null);
    if (dropped && moving && place) drop(place.above);
  };
  addEventListener("pointermove", move, { signal });
  addEventListener("pointerup", () => end(true), { signal });
  addEventListener("pointercancel", () => end(false), { signal });
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    end(false);
  };
  addEventListener("keydown", escape, { signal, capture: true });
}
