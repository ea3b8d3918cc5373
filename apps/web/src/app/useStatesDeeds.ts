import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { pairAddress, useMakeFutureState, usePairs } from "../api/states.ts";
import { useMe } from "../api/people.ts";
import { useJourney, useSession } from "../session/SessionContext.tsx";
import { tell } from "../ui/Toasts.tsx";

export type StatesDeeds = {
  /** Makes a future state of the open journey and goes there; null for who may not make journeys. */
  readonly make: (() => void) | null;
  /** The pages on which the open journey stands beside its other state. */
  readonly pairs: readonly { readonly title: string; readonly open: () => void }[];
};

/** What can be done about the current and the future state of the open journey. */
export function useStatesDeeds(): StatesDeeds {
  const { t } = useTranslation();
  const { journeyId } = useSession();
  const title = useJourney((view) => view.meta.title);
  const [, go] = useLocation();
  const { data: me } = useMe();
  const { mutate } = useMakeFutureState(journeyId);
  const pairs = usePairs(journeyId).map((pair) => ({
    title: (pair.future.id === journeyId ? pair.current : pair.future).title || t("journey.untitled"),
    open: () => go(pairAddress(pair)),
  }));
  const make = (): void =>
    mutate(t("states.newTitle", { title: title || t("journey.untitled") }).slice(0, 200), {
      onSuccess: ({ id }) => {
        go(`/j/${id}`);
        tell(t("states.made"));
      },
      onError: (error) => tell(error.message, "problem"),
    });
  return { make: me?.role === "owner" ? make : null, pairs };
}
