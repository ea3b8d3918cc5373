import { useLayoutEffect } from "react";

export type PanelName = "dock" | "find" | "foot" | "inspector" | "inspector-short" | "listening" | "walk";

const open = new Map<PanelName, number>();

function tell(name: PanelName, more: 1 | -1): void {
  open.set(name, (open.get(name) ?? 0) + more);
  const names = [...open].flatMap(([one, count]) => (count > 0 ? [one] : []));
  if (names.length > 0) document.documentElement.dataset["panels"] = names.join(" ");
  else delete document.documentElement.dataset["panels"];
}

/**
 * Says to the styles, as `html[data-panels~="…"]`, that a panel is there, so that others make room. `:has()` would say it too, but then the
 * browser looks at everything in the page anew for every card that comes or goes: 6 to 10 ms of each step of panning.
 */
export function useOpenPanel(name: PanelName, isThere = true): void {
  useLayoutEffect(() => {
    if (!isThere) return undefined;
    tell(name, 1);
    return () => tell(name, -1);
  }, [name, isThere]);
}
