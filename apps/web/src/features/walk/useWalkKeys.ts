import { useEffect, useRef } from "react";

type Keys = {
  readonly next: () => void;
  readonly before: () => void;
  readonly first: () => void;
  readonly last: () => void;
  /** Reads on in a long stop: 1 down, −1 up. */
  readonly read: (direction: 1 | -1) => void;
  readonly leave: () => void;
};

/** Arrows, space, Home, End and Escape; meanwhile no key is a command of the map behind. */
export function useWalkKeys(keys: Keys): void {
  const now = useRef(keys);
  useEffect(() => {
    now.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const onControl = event.target instanceof Element && event.target.closest("button, a, input") !== null;
      if (event.key === "Tab" || event.key === "Enter" || (event.key === " " && onControl)) return;
      const { next, before, first, last, read, leave } = now.current;
      const run = {
        ArrowRight: next,
        ArrowDown: () => read(1),
        ArrowUp: () => read(-1),
        PageDown: next,
        " ": next,
        ArrowLeft: before,
        PageUp: before,
        Home: first,
        End: last,
        Escape: leave,
      }[event.key];
      event.stopPropagation();
      if (!run) return;
      event.preventDefault();
      run();
    };
    // Before the map's own keys hear of it.
    addEventListener("keydown", press, { capture: true });
    return () => removeEventListener("keydown", press, { capture: true });
  }, []);
}
