import { SlidersHorizontal } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { SourceEntry } from "../../../api/sources.ts";
import { Button } from "../../../ui/Button.tsx";
import { show, useLibraryView } from "../libraryView.ts";
import { FilterChips } from "./FilterChips.tsx";
import { FilterFields } from "./FilterFields.tsx";
import { filtersUsed } from "./filters.ts";
import { SavedSearches } from "./SavedSearches.tsx";
import { SearchBox } from "./SearchBox.tsx";
import { sortOf } from "./sorting.ts";
import "./search.css";

type Props = {
  readonly sources: readonly SourceEntry[];
  /** What was found. */
  readonly children: ReactNode;
};

/** What is searched, what it is narrowed by, and how it is sorted. */
export function SearchHead({ sources, children }: Props) {
  const { t } = useTranslation();
  const view = useLibraryView();
  const [open, setOpen] = useState(false);
  const used = filtersUsed(view).length;
  return (
    <div className="library__filters">
      <SearchBox label={t("library.search")} value={view.q} onChange={(q) => show({ q })} />
      <div className="search-tools">
        <Button
          look="quiet"
          className="button--small"
          icon={<SlidersHorizontal size={15} />}
          aria-expanded={open}
          onClick={() => setOpen((was) => !was)}
        >
          {used === 0 ? t("search.filters") : t("search.filtersUsed", { count: used })}
        </Button>
        <SavedSearches />
        <select
          className="input input--small"
          aria-label={t("search.sort")}
          value={sortOf(view)}
          disabled={view.q.trim() === ""}
          onChange={(event) => show({ sort: event.target.value === "date" ? "date" : "relevance" })}
        >
          <option value="relevance">{t("search.byRelevance")}</option>
          <option value="date">{t("search.byDate")}</option>
        </select>
      </div>
      {open && <FilterFields sources={sources} />}
      <FilterChips sources={sources} />
      {children}
    </div>
  );
}
