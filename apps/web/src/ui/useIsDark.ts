import { useSyncExternalStore } from "react";

const SYSTEM = "(prefers-color-scheme: dark)";

function subscribe(listener: () => void): () => void {
  const system = matchMedia(SYSTEM);
  const chosen = new MutationObserver(listener);
  chosen.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  system.addEventListener("change", listener);
  return () => {
    chosen.disconnect();
    system.removeEventListener("change", listener);
  };
}

function isDark(): boolean {
  const { theme } = document.documentElement.dataset;
  return theme === undefined ? matchMedia(SYSTEM).matches : theme === "dark";
}

/** Whether the window is dark, by choice or as the system has it: for what cannot be coloured by a style sheet. */
export function useIsDark(): boolean {
  return useSyncExternalStore(subscribe, isDark);
}
