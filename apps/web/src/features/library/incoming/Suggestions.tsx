import { pinQuote } from "@polku/journey";
import { Check, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDecide, useSuggestions, type Suggestion } from "../../../api/intake.ts";
import { useMe } from "../../../api/people.ts";
import { useMakeQuote } from "../../../api/quotes.ts";
import { useCanEdit, useSession } from "../../../session/SessionContext.tsx";
import { useSuggested } from "../../../session/suggested.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { dayWords } from "../ContactFacts.tsx";
import { pinArgs } from "../pin/pinArgs.ts";
import "./incoming.css";

type Props = { readonly journeyId: string; readonly touchpointId: string };

const SHOWN = 400;

/** What rules would put at a touchpoint, for a person to confirm or reject one by one. Until then it counts nowhere. */
export function Suggestions({ journeyId, touchpointId }: Props) {
  const { t, i18n } = useTranslation();
  const count = useSuggested(({ counts }) => counts.get(touchpointId) ?? 0);
  const canEdit = useCanEdit();
  const me = useMe();
  const mayDecide = canEdit && (me.data?.kind ?? "guest") !== "guest";
  const { data: waiting = [] } = useSuggestions(journeyId, touchpointId, mayDecide ? count : 0);
  const { settle, busy, failed } = useSettling(journeyId, touchpointId);
  if (count === 0 || !mayDecide) return null;
  return (
    <section className="incoming" aria-label={t("incoming.title")}>
      <h3>
        {t("incoming.title")} <span className="incoming__count">{count}</span>
      </h3>
      <p className="field__hint">{t("incoming.help")}</p>
      {failed && <Notice problem>{t("incoming.failed")}</Notice>}
      <ul>
        {waiting.map((one) => {
          const words = one.text.slice(one.start, one.end);
          return (
            <li key={one.contactId} className="incoming__one">
              <blockquote>{words.length > SHOWN ? `${words.slice(0, SHOWN)} …` : words}</blockquote>
              <p className="incoming__who">
                {[one.sourceTitle, dayWords(one.at, i18n.language)].filter(Boolean).join(" · ")}
              </p>
              <div className="incoming__tools">
                <Button
                  className="button--small"
                  icon={<Check size={15} />}
                  disabled={busy}
                  onClick={() => settle(one, "confirmed")}
                >
                  {t("incoming.confirm")}
                </Button>
                <Button
                  className="button--small"
                  icon={<X size={15} />}
                  disabled={busy}
                  onClick={() => settle(one, "rejected")}
                >
                  {t("incoming.reject")}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      {count > waiting.length && waiting.length > 0 && (
        <p className="field__hint">{t("incoming.more", { count: count - waiting.length })}</p>
      )}
    </section>
  );
}

/** Confirming makes a quote of the customer's words and pins it, as a person would by hand; then the suggestion is settled. */
function useSettling(journeyId: string, touchpointId: string) {
  const quote = useMakeQuote();
  const decide = useDecide();
  const session = useSession();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const run = async (one: Suggestion, state: "confirmed" | "rejected"): Promise<void> => {
    setBusy(true);
    setFailed(false);
    try {
      const { contactId, start, end } = one;
      if (state === "confirmed") {
        const made = await quote.mutateAsync({ contactId, start, end });
        session.undo.beginStep();
        session.run(pinQuote, pinArgs(made, touchpointId));
        session.quotes.want([made.id]);
      }
      await decide.mutateAsync({ journeyId, touchpointId, contactId, state });
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    failed,
    settle: (one: Suggestion, state: "confirmed" | "rejected") => void run(one, state),
  };
}
