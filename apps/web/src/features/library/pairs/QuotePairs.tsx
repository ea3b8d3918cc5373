import { Link2, Unlink2 } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePairsOf, usePartQuotes } from "../../../api/quotePairs.ts";
import type { Quote } from "../../../api/quotes.ts";
import { sideOf } from "../../../session/saidAndDid.ts";
import { useCanEdit } from "../../../session/SessionContext.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Tool } from "../../../ui/Tool.tsx";
import { show } from "../libraryView.ts";
import { Trouble } from "../Trouble.tsx";
import "./pairs.css";

const CounterpartDialog = lazy(() => import("./CounterpartDialog.tsx"));

type Props = { readonly quote: Quote };

/** What a quote is joined with, what was said beside what was done, and the way to join it with another. */
export function QuotePairs({ quote }: Props) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const { data: pairs = [] } = usePairsOf(quote.itemId);
  const part = usePartQuotes();
  const [choosing, setChoosing] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const side = sideOf(quote);
  if (side === null) return null;
  const own = pairs.filter(({ said, did }) => said.id === quote.id || did.id === quote.id);
  // The button that was pressed goes with its pair.
  const toJoin = (): void => root.current?.querySelector<HTMLElement>(":scope > button")?.focus();
  return (
    <div ref={root} className="pairs">
      {own.map(({ said, did }) => {
        const other = side === "said" ? did : said;
        return (
          <div key={other.id} className="pairs__one" role="group" aria-label={t("coding.saidDid.title")}>
            <dl>
              {(
                [
                  ["said", said],
                  ["did", did],
                ] as const
              ).map(([as, { id, text }]) => (
                <div key={as}>
                  <dt>{t(`coding.saidDid.${as}`)}</dt>
                  <dd data-own={id === quote.id || undefined}>{text || t("coding.saidDid.onlyHeard")}</dd>
                </div>
              ))}
            </dl>
            <p className="pairs__tools">
              <span className="facts">{other.sourceTitle}</span>
              {other.itemId !== quote.itemId && (
                <Button
                  look="quiet"
                  className="button--small"
                  onClick={() => show({ reading: other.itemId, hits: [] })}
                >
                  {t("library.openContact")}
                </Button>
              )}
              {canEdit && (
                <Tool
                  label={t("coding.saidDid.part")}
                  onClick={() => part.mutate({ id: quote.id, other: other.id }, { onSuccess: toJoin })}
                >
                  <Unlink2 size={15} />
                </Tool>
              )}
            </p>
          </div>
        );
      })}
      {part.error && <Trouble error={part.error} />}
      {canEdit && (
        <Button
          look="quiet"
          className="button--small"
          icon={<Link2 size={15} />}
          onClick={() => setChoosing(true)}
        >
          {t(side === "said" ? "coding.saidDid.findDid" : "coding.saidDid.findSaid")}
        </Button>
      )}
      {choosing && (
        <Suspense fallback={null}>
          <CounterpartDialog
            quote={quote}
            side={side}
            joined={own.map(({ said, did }) => (side === "said" ? did.id : said.id))}
            onClose={() => setChoosing(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
