import { useEffect, useRef, type RefObject } from "react";

/** What appears in the place of something longer or shorter is brought onto the screen, clear of the curve that stays at its top. */
export function useComesIntoView<T extends HTMLElement>(): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which is nothing to clean up by.
    void element.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return element;
}
