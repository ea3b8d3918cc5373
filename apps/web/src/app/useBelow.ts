import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useSearch } from "wouter";
import { useJourneys } from "../api/journeys.ts";
import { addressBy, cameBy, wayTo } from "../api/levels.ts";
import type { PageDeeds } from "../features/palette/deeds.ts";
import { leadsToOf } from "../session/leadsTo.ts";
import { useSession } from "../session/SessionContext.tsx";

/** The journey that a touchpoint or a stage of the open one leads to, and the way there; null where it leads nowhere this reader may go. */
export function useBelow(): PageDeeds["below"] {
  const { t } = useTranslation();
  const session = useSession();
  const [, go] = useLocation();
  const search = useSearch();
  const { data } = useJourneys();
  return useCallback(
    (place) => {
      const to = leadsToOf(session.view(), place);
      const target = data?.find(({ id }) => id === to);
      if (!data || !target) return null;
      const way = wayTo(data, session.journeyId, cameBy(search)).map(({ journey }) => journey.id);
      return {
        title: target.title || t("journey.untitled"),
        open: () => go(addressBy([...way, session.journeyId], target.id)),
      };
    },
    [session, data, search, go, t],
  );
}
