import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useQuoteSearch } from "../../api/quotes.ts";
import { useSources } from "../../api/sources.ts";
import { Waiting } from "../../ui/Waiting.tsx";
import { show, useLibraryView } from "./libraryView.ts";
import { PagedList } from "./PagedList.tsx";
import { QuoteCard } from "./QuoteCard.tsx";
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
  return (
    <>
      <div className="library__filters">
        <SearchBox label={t("library.searchQuotes")} value={q} onChange={(words) => show({ q: words })} />
        <SourceFilter sources={sources} />
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
      {items.length > 0 && (
        <PagedList
          label={t("library.tabs.quotes")}
          items={items}
          keyOf={({ id }) => id}
          usual={150}
          hasMore={found.hasNextPage}
          onMore={more}
        >
          {(quote) => <QuoteCard quote={quote} onRead={() => show({ reading: quote.itemId, hits: [] })} />}
        </PagedList>
      )}
    </>
  );
}
