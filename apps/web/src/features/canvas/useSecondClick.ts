import { useRef } from "react";

/**
 * A first click selects a thing, a second one opens its text. The browser focuses before it clicks, and focus selects; so what counts is
 * whether the thing was selected when the press began.
 */
export function useSecondClick(selected: boolean, select: () => void, open: () => void) {
  const before = useRef(false);
  return {
    onPointerDown: () => {
      before.current = selected;
    },
    onClick: () => {
      if (before.current) open();
      else select();
      before.current = false;
    },
  };
}
