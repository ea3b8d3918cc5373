import { Scale } from "lucide-react";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuoteSearch, type Quote } from "../../api/quotes.ts";
import { useSources } from "../../api/sources.ts";
import { Button } from "../../ui/Button.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { show, useLibraryView } from "./libraryView.ts";
import { PagedList } from "./PagedList.tsx";
import { PinDialog } from "./pin/PinDialog.tsx";
import { QuoteCard } from "./QuoteCard.tsx";
import { RatingDialog } from "./RatingDialog.tsx";
import { REST, SearchBox } from "./search/SearchBox.tsx";
import { SourceFilter } from "./search/SourceFilter.tsx";
import { Trouble } from "./Trouble.tsx";
import { useSettled } from "./useSettled.ts";

/** The quotes made so far, ready to be pinned. */
export function QuoteList() {
  const { t } = useTranslation();
  const { q, source } = useLibraryView();
  const { data: sources = [] } = useSources();
  const settled = useSettled(q.trim(), REST);
  const found = useQuoteSearch(settled, source);
  const { fetchNextPage, isFetchingNextPage } = found;
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const searched = settled !== "" || source !== null;
  const [chosen, setChosen] = useState<readonly Quote[]>([]);
  const [pinning, setPinning] = useState(false);
  const [rating, setRating] = useState(false);
  const choice = {
    chosen,
    onChoose: (quote: Quote, is: boolean): void =>
      setChosen((before) => [...before.filter(({ id }) => id !== quote.id), ...(is ? [quote] : [])]),
  };
  return (
    <>
      <div className="library__filters">
        <SearchBox label={t("library.searchQuotes")} value={q} onChange={(words) => show({ q: words })} />
        <SourceFilter sources={sources} />
        <Button className="button--small" icon={<Scale size={15} />} onClick={() => setRating(true)}>
          {t("rating.open")}
        </Button>
        <p className="library__count" role="status">
          {t(found.hasNextPage ? "library.foundMore" : "library.found", { count: items.length })}
        </p>
      </div>
      {found.error && <Trouble error={found.error} again={() => void found.refetch()} />}
      {found.isPending && !found.error && <Waiting words={t("ui.opening")} />}
      {found.isSuccess && items.length === 0 && (
        <div className="empty">
          <h3>{t(searched ? "library.nothing" : "library.noQuotes")}</h3>
          <p>{t(searched ? "library.nothingHelp" : "library.noQuotesHelp")}</p>
        </div>
      )}
      {chosen.length > 0 && (
        <div className="chosen-quotes" role="group" aria-label={t("coding.chosen", { count: chosen.length })}>
          <span role="status">{t("coding.chosen", { count: chosen.length })}</span>
          <Button className="button--small" look="primary" onClick={() => setPinning(true)}>
            {t("coding.pinChosen")}
          </Button>
          <Button className="button--small" look="quiet" onClick={() => setChosen([])}>
            {t("coding.letGo")}
          </Button>
        </div>
      )}
      {rating && <RatingDialog onClose={() => setRating(false)} />}
      {pinning && (
        <PinDialog quotes={chosen} onPinned={() => setChosen([])} onClose={() => setPinning(false)} />
      )}
      {items.length > 0 && (
        <PagedList
          label={t("library.tabs.quotes")}
          items={items}
          keyOf={({ id }) => id}
          usual={150}
          hasMore={found.hasNextPage}
          onMore={more}
        >
          {(quote) => (
            <QuoteCard
              quote={quote}
              choice={choice}
              onRead={() => show({ reading: quote.itemId, hits: [] })}
            />
          )}
        </PagedList>
      )}
    </>
  );
}
