import { useState } from "react";
import { useBrought } from "../session/broughtPlace.ts";

export type JourneyShape = "map" | "outline";

const KEPT = "polku.shape";

function isShape(value: string | null): value is JourneyShape {
  return value === "map" || value === "outline";
}

/** What a person sees first: what the address says, else what they chose last; on a phone the outline, elsewhere the map. */
export function firstShape(search: string, kept: string | null, isNarrow: boolean): JourneyShape {
  const asked = new URLSearchParams(search).get("view");
  if (isShape(asked)) return asked;
  if (isShape(kept)) return kept;
  return isNarrow ? "outline" : "map";
}

function keptShape(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    // A browser that keeps nothing shows what suits its width.
    return null;
  }
}

function keepShape(shape: JourneyShape): void {
  try {
    localStorage.setItem(KEPT, shape);
  } catch {
    // It is asked again next time; nothing is lost.
  }
}

/** Whether the journey is shown as a map or as an outline; the choice is kept in this browser, and in the address for who gets it. */
export function useMapOrOutline(): readonly [JourneyShape, (next: JourneyShape) => void] {
  const [shape, setShape] = useState<JourneyShape>(() =>
    firstShape(location.search, keptShape(), matchMedia("(max-width: 640px)").matches),
  );
  // Whoever leads brings everyone to a place, and a place is on the map.
  const brought = useBrought();
  const [followed, follow] = useState(brought);
  if (brought !== followed) {
    follow(brought);
    if (brought) setShape("map");
  }
  const choose = (next: JourneyShape): void => {
    setShape(next);
    keepShape(next);
    const address = new URL(location.href);
    address.searchParams.set("view", next);
    history.replaceState(history.state, "", address);
  };
  return [brought?.hold ? "map" : shape, choose];
}
