import type { WorkshopPulse } from "@polku/protocol";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { useWorkshopView, workshopKey, type KnownWorkshop } from "../../api/workshop.ts";
import { useSession } from "../../session/SessionContext.tsx";
import { useCameBack } from "../../session/useCameBack.ts";

/** ms over which the windows of a room spread their questions */
const SPREAD = 300;

/** What a pulse changes in what is known; `null` when there is more to know than a pulse says. */
export function withPulse(known: KnownWorkshop, pulse: WorkshopPulse, now: number): KnownWorkshop | null {
  const { workshop } = known;
  if (pulse.id === null) return workshop === null ? known : { ...known, workshop: null };
  if (workshop?.id !== pulse.id || workshop.contents !== pulse.contents) return null;
  const { stepId, timer, brought, counts } = pulse;
  return { ...known, ahead: pulse.now - now, workshop: { ...workshop, stepId, timer, brought, counts } };
}

/** The workshop that is on in the open journey, kept up to date by what the server tells the room. */
export function useWorkshop(): KnownWorkshop | undefined {
  const { journeyId, onMessage } = useSession();
  const client = useQueryClient();
  const { data } = useWorkshopView(journeyId);
  useEffect(() => {
    let asking: ReturnType<typeof setTimeout> | undefined;
    const askAnew = (): void => {
      clearTimeout(asking);
      asking = setTimeout(
        () => void client.invalidateQueries({ queryKey: workshopKey(journeyId) }),
        Math.random() * SPREAD,
      );
    };
    const stop = onMessage((message) => {
      if (message.t !== "workshop") return;
      const known = client.getQueryData<KnownWorkshop>(workshopKey(journeyId));
      const next = known && withPulse(known, message, Date.now());
      if (next) client.setQueryData(workshopKey(journeyId), next);
      else askAnew();
    });
    return () => {
      stop();
      clearTimeout(asking);
    };
  }, [client, journeyId, onMessage]);
  useCameBack(
    useCallback(
      () => void client.invalidateQueries({ queryKey: workshopKey(journeyId) }),
      [client, journeyId],
    ),
  );
  return data;
}
