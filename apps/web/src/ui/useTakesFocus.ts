import { useEffect, useRef, type RefObject } from "react";

/** An element that takes the focus when it appears, because what comes next is done there. */
export function useTakesFocus<T extends HTMLElement>(takes = true): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => {
    if (takes) element.current?.focus({ preventScroll: true });
  }, [takes]);
  return element;
}
