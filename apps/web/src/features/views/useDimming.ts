import { passesFilter } from "@polku/journey";
import { useEffect, useMemo } from "react";
import { useMapLook } from "../../session/mapLook.ts";
import { useQuotes, useSession } from "../../session/SessionContext.tsx";
import { useFeelings } from "../../session/useFeelings.ts";
import { groundAll } from "../../session/useGrounding.ts";

/** Keeps what the filter sets aside true while others work, and tells how much of the journey it lets through. */
export function useDimming(): { readonly through: number; readonly all: number } {
  const session = useSession();
  const touchpoints = useFeelings();
  const quotes = useQuotes();
  const filter = useMapLook((state) => state.filter);
  const dimmed = useMemo(() => {
    if (Object.keys(filter).length === 0) return new Set<string>();
    const grounded = groundAll({ ...session.view(), touchpoints }, quotes);
    const aside = [...touchpoints.values()].filter(
      (one) => !passesFilter(filter, one, grounded.get(one.id)?.grounding.level ?? "assumption"),
    );
    return new Set(aside.map(({ id }) => id));
  }, [session, touchpoints, quotes, filter]);
  useEffect(() => useMapLook.setState({ dimmed }), [dimmed]);
  return { through: touchpoints.size - dimmed.size, all: touchpoints.size };
}
