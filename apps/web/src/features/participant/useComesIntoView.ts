import { useEffect, useRef, type RefObject } from "react";

/** What appears in the place of something longer or shorter is brought onto the screen, clear of the curve that stays at its top. */
export function useComesIntoView<T extends HTMLElement>(): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => {
    // Newer browsers answer with a promise: an effect that returned it would be cleaned up by it.
    element.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return element;
}
