import { Columns2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { pairAddress, usePairs } from "../../api/states.ts";
import { useOpenPanel } from "../../ui/useOpenPanel.ts";
import "./states.css";

/** Over the map: which state it is, and the way to see both. Nothing for a journey without a counterpart. */
export default function StatesMark({
  journeyId,
  inText,
}: {
  readonly journeyId: string;
  /** Among the words of the outline, not over the map. */
  readonly inText?: boolean;
}) {
  const { t } = useTranslation();
  const pairs = usePairs(journeyId);
  useOpenPanel("foot", pairs.length > 0);
  if (pairs.length === 0) return null;
  return (
    <nav className="states-mark" data-in-text={inText || undefined} aria-label={t("states.title")}>
      {pairs.map((pair) => {
        const isFuture = pair.future.id === journeyId;
        const other = isFuture ? pair.current : pair.future;
        const title = other.title || t("journey.untitled");
        return (
          <Link key={other.id} href={pairAddress(pair)}>
            <Columns2 size={15} aria-hidden="true" />
            <span>{t(isFuture ? "states.besideCurrent" : "states.besideFuture", { title })}</span>
          </Link>
        );
      })}
    </nav>
  );
}
