import { useEffect, useRef } from "react";

type Handlers = { readonly help: () => void; readonly quotes: () => void; readonly comments: () => void };

/** Keys that open panels: `?` the list of keys, `Q` the quotes, `C` the comments. Keys typed into a text are the text's. */
export function usePageKeys(handlers: Handlers): void {
  const now = useRef(handlers);
  useEffect(() => {
    now.current = handlers;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target as HTMLElement | null;
      if (target?.closest("textarea, input, select, [role=dialog], [role=menu]")) return;
      const run = { "?": now.current.help, q: now.current.quotes, c: now.current.comments }[event.key];
      if (!run) return;
      event.preventDefault();
      run();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}
