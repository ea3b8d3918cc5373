import { lazy, useEffect } from "react";
import { holds } from "../session/alone.ts";
import { touchpointOf } from "../session/attention.ts";
import { useAttention, useAttentionStore, useSession } from "../session/SessionContext.tsx";
import { patiently } from "../ui/patiently.ts";
import { Panel } from "./Panel.tsx";

const Trail = lazy(() => patiently(() => import("../features/feedback/Trail.tsx")));

const KEY = "sub";

/** The sub-journey that the address names, so that a link leads to it. */
function subInAddress(): string | null {
  return new URLSearchParams(location.search).get(KEY);
}

function writeAddress(subJourneyId: string | null): void {
  const address = new URL(location.href);
  if (subJourneyId === null) address.searchParams.delete(KEY);
  else address.searchParams.set(KEY, subJourneyId);
  if (address.href !== location.href) history.replaceState(history.state, "", address);
}

/** The way back from a sub-journey that stands alone; the address names it, and whoever is led elsewhere leaves it. */
export function AloneTrail() {
  const session = useSession();
  const attention = useAttentionStore();
  const alone = useAttention((state) => state.alone);
  const reveal = useAttention((state) => state.reveal);
  useEffect(() => {
    const named = subInAddress();
    if (named !== null && session.view().subJourneys.has(named)) attention.openAlone(named);
    return () => attention.openAlone(null);
  }, [session, attention]);
  useEffect(() => writeAddress(alone), [alone]);
  useEffect(() => {
    const { alone: now } = attention.getState();
    const touchpointId = touchpointOf(reveal?.thing ?? null);
    if (now === null || touchpointId === null || holds(session.view(), now, touchpointId)) return;
    attention.openAlone(null);
    if (reveal) attention.goTo(reveal.thing);
  }, [reveal, session, attention]);
  if (alone === null) return null;
  return (
    <Panel unasked>
      <Trail />
    </Panel>
  );
}
