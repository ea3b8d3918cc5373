import { useState, type KeyboardEvent, type PointerEvent } from "react";

const KEY = "polku.libraryWidth";
/** px. */
export const PANEL = { min: 320, usual: 420, max: 760 } as const;
const STEP = 24;

function within(width: number): number {
  return Math.round(Math.min(PANEL.max, Math.max(PANEL.min, width)));
}

function remembered(): number {
  try {
    const width = Number(localStorage.getItem(KEY));
    return width > 0 ? within(width) : PANEL.usual;
  } catch {
    return PANEL.usual;
  }
}

function remember(width: number): void {
  try {
    localStorage.setItem(KEY, String(width));
  } catch {
    // A private window: the width lasts as long as the page.
  }
}

/** The width of the panel, changed with the mouse or the arrow keys at its edge, and remembered. */
export function usePanelWidth() {
  const [width, setWidth] = useState(remembered);
  const change = (next: number): void => {
    setWidth(within(next));
    remember(within(next));
  };
  const onPointerDown = (down: PointerEvent<HTMLElement>): void => {
    down.preventDefault();
    const handle = down.currentTarget;
    handle.setPointerCapture(down.pointerId);
    const move = (event: globalThis.PointerEvent): void => change(width + event.clientX - down.clientX);
    const stop = new AbortController();
    handle.addEventListener("pointermove", move, { signal: stop.signal });
    for (const end of ["pointerup", "pointercancel"])
      handle.addEventListener(end, () => stop.abort(), { signal: stop.signal });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    change(width + by);
  };
  return { width, handle: { onPointerDown, onKeyDown } };
}
