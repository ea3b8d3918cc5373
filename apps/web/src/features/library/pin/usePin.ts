import { pinQuote } from "@polku/journey";
import { useTranslation } from "react-i18next";
import type { Quote } from "../../../api/quotes.ts";
import { useSession } from "../../../session/SessionContext.tsx";
import { tell } from "../../../ui/Toasts.tsx";
import { pinArgs } from "./pinArgs.ts";

/** Pins a quote to a touchpoint and says so. One step of this person's undo. */
export function usePin(): (quote: Quote, touchpointId: string) => void {
  const { t } = useTranslation();
  const session = useSession();
  return (quote, touchpointId) => {
    session.undo.beginStep();
    const pinned = session.run(pinQuote, pinArgs(quote, touchpointId));
    if (!pinned.ok) return;
    session.quotes.want([quote.id]);
    const title = session.view().touchpoints.get(touchpointId)?.title;
    tell(t("library.pin.done", { title: title || t("touchpoint.untitled") }));
  };
}
