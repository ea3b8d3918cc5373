import { useEffect } from "react";
import { useLibraryView } from "../libraryView.ts";
import { addressOf, SHELF, viewFrom } from "./address.ts";

/** How long the hand rests before the address is written: browsers allow only so many changes a minute (ms). */
const REST = 300;

/**
 * Keeps the state of the search in the address while the library is open, so that it can be sent to a colleague, and takes it up from there
 * when the page was opened by such a link.
 */
export function useAddress(): void {
  useEffect(() => {
    const words = new URLSearchParams(location.search);
    if (words.has(SHELF)) useLibraryView.setState(viewFrom(words));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = (): void =>
      history.replaceState(history.state, "", addressOf(location.pathname, useLibraryView.getState()));
    write();
    const path = location.pathname;
    const stop = useLibraryView.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(write, REST);
    });
    return () => {
      stop();
      clearTimeout(timer);
      if (location.pathname === path) history.replaceState(history.state, "", path);
    };
  }, []);
}
