import { useEffect } from "react";
import { fetchSuggestionCounts } from "../api/intake.ts";
import { useSession } from "../session/SessionContext.tsx";
import { useSuggested } from "../session/suggested.ts";

/** Keeps the counts of waiting suggestions true while a journey is open: asked for at first, when the server tells of others, and after being away. */
export function useSuggestions(): void {
  const { journeyId, onMessage } = useSession();
  useEffect(() => {
    let asked = 0;
    let open = true;
    const ask = async (): Promise<void> => {
      const mine = (asked += 1);
      try {
        const counts = await fetchSuggestionCounts(journeyId);
        // An answer that was overtaken tells of the past.
        if (open && mine === asked) useSuggested.setState({ counts });
      } catch {
        // Offline: the map shows the last it knew, and asks again when it is told of something.
      }
    };
    void ask();
    const stop = onMessage((message) => {
      if (message.t === "suggested" || (message.t === "evidence" && message.gone)) void ask();
    });
    return () => {
      open = false;
      stop();
      useSuggested.setState({ counts: new Map() });
    };
  }, [journeyId, onMessage]);
}
