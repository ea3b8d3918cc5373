import { useEffect, useRef } from "react";

type Handlers = { readonly say: () => void; readonly point: (on: boolean) => void };

/** `/` says something beside the cursor; while `L` is held the cursor is a laser pointer. Keys typed into a text are the text's. */
export function useGestureKeys(handlers: Handlers): void {
  const now = useRef(handlers);
  useEffect(() => {
    now.current = handlers;
  });
  useEffect(() => {
    let held = false;
    const isTyped = (event: KeyboardEvent): boolean =>
      event.defaultPrevented ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      (event.target as HTMLElement | null)?.closest("textarea, input, select, [role=dialog], [role=menu]") !=
        null;
    const press = (event: KeyboardEvent): void => {
      if (isTyped(event)) return;
      if (event.key === "/") {
        event.preventDefault();
        now.current.say();
      }
      if (event.key === "l" && !event.repeat) {
        held = true;
        now.current.point(true);
      }
    };
    // Only what this key switched on goes off with it: the button's pointer stays.
    const letGo = (event?: KeyboardEvent): void => {
      if (!held || (event && event.key.toLowerCase() !== "l")) return;
      held = false;
      now.current.point(false);
    };
    const leave = (): void => letGo();
    addEventListener("keydown", press);
    addEventListener("keyup", letGo);
    addEventListener("blur", leave);
    return () => {
      removeEventListener("keydown", press);
      removeEventListener("keyup", letGo);
      removeEventListener("blur", leave);
    };
  }, []);
}
