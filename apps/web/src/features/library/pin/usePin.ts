import { pinQuote } from "@polku/journey";
import { useTranslation } from "react-i18next";
import type { Quote } from "../../../api/quotes.ts";
import { useSession } from "../../../session/SessionContext.tsx";
import { tell } from "../../../ui/Toasts.tsx";
import { pinArgs } from "./pinArgs.ts";

/** Pins a quote, or several, to a touchpoint, at a moment of it (0 to 1) or where each belongs by its own, and says so. One step of this person's undo. */
export function usePin(): (quotes: Quote | readonly Quote[], touchpointId: string, at?: number) => void {
  const { t } = useTranslation();
  const session = useSession();
  return (quotes, touchpointId, at) => {
    session.undo.beginStep();
    const pinned = [quotes].flat().filter((quote) => {
      const args = pinArgs(quote, touchpointId);
      return session.run(pinQuote, at === undefined ? args : { ...args, t: at }).ok;
    });
    if (pinned.length === 0) return;
    session.quotes.want(pinned.map(({ id }) => id));
    const title = session.view().touchpoints.get(touchpointId)?.title;
    tell(t("coding.pinned", { count: pinned.length, title: title || t("touchpoint.untitled") }));
  };
}
