import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchLongPress } from "./longPress.ts";

const pressed = vi.fn();
let watch: ReturnType<typeof watchLongPress>;

beforeEach(() => {
  vi.useFakeTimers();
  pressed.mockClear();
  watch = watchLongPress(pressed);
});

afterEach(() => {
  watch.stop();
  vi.useRealTimers();
});

const finger = (type: string, more: PointerEventInit = {}) =>
  document.body.dispatchEvent(
    new PointerEvent(type, {
      bubbles: true,
      pointerType: "touch",
      isPrimary: true,
      clientX: 50,
      clientY: 50,
      ...more,
    }),
  );

test("a finger that rests is a long press, once; one that lifts, moves or is joined by another is not", () => {
  finger("pointerdown");
  finger("pointermove", { clientX: 54 });
  vi.advanceTimersByTime(600);
  expect(pressed).toHaveBeenCalledExactlyOnceWith(document.body);
  for (const other of [
    () => finger("pointerup"),
    () => finger("pointermove", { clientX: 80 }),
    () => finger("pointerdown", { isPrimary: false }),
  ]) {
    finger("pointerdown");
    other();
    vi.advanceTimersByTime(600);
  }
  expect(pressed).toHaveBeenCalledTimes(1);
});

test("a mouse that rests is none", () => {
  finger("pointerdown", { pointerType: "mouse" });
  vi.advanceTimersByTime(600);
  expect(pressed).not.toHaveBeenCalled();
});
