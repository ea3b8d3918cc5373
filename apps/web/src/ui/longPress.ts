/** How long a finger rests (ms) until it is a long press; where the browser has a menu of its own for that, it comes at about the same time. */
const LONG = 550;
/** A finger that rests moves less than this (px). */
const STILL = 10;

/** Calls `run` with what a single finger has rested on. Not every browser makes a `contextmenu` of that. */
export function watchLongPress(run: (target: EventTarget | null) => void): { readonly stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let from: PointerEvent | null = null;
  const end = (): void => {
    clearTimeout(timer);
    from = null;
  };
  const down = (event: PointerEvent): void => {
    end();
    // A second finger makes another gesture of it.
    if (event.pointerType !== "touch" || !event.isPrimary) return;
    from = event;
    timer = setTimeout(() => {
      end();
      run(event.target);
    }, LONG);
  };
  const move = (event: PointerEvent): void => {
    if (from && Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) > STILL) end();
  };
  addEventListener("pointerdown", down, { capture: true });
  addEventListener("pointermove", move, { capture: true });
  const ends = ["pointerup", "pointercancel", "contextmenu"] as const;
  for (const one of ends) addEventListener(one, end, { capture: true });
  return {
    stop: () => {
      end();
      removeEventListener("pointerdown", down, { capture: true });
      removeEventListener("pointermove", move, { capture: true });
      for (const one of ends) removeEventListener(one, end, { capture: true });
    },
  };
}
