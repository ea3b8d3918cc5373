import { useEffect, useRef, type RefObject } from "react";

/** Escape in the panel goes one step back; a dialog above it, or a field that has something to clear, comes first. */
export function useEscape(panel: RefObject<HTMLElement | null>, go: () => void): void {
  const now = useRef(go);
  useEffect(() => {
    now.current = go;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      // Between a dialog's closing and the return of the focus the key comes to the page itself.
      const inside =
        event.target === document.body ||
        (event.target instanceof Node && panel.current?.contains(event.target));
      if (event.key !== "Escape" || event.defaultPrevented || !inside) return;
      event.preventDefault();
      now.current();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [panel]);
}
