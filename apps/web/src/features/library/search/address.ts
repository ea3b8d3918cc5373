import { AT_FIRST, type LibraryTab, type LibraryView } from "../libraryView.ts";
import { filtersFrom, filterWords } from "./filters.ts";

/** The word of an address that says that the library is open, and on which shelf. */
export const SHELF = "library";
const TABS: readonly LibraryTab[] = ["contacts", "quotes", "themes", "sources"];

/** What was typed and chosen, as the words of an address; without the shelf it is what a saved search keeps. */
export function searchWords(view: LibraryView): Record<string, string> {
  return {
    ...(view.q.trim() !== "" && { q: view.q.trim() }),
    ...filterWords(view),
    ...(view.sort !== null && { sort: view.sort }),
  };
}

/** The same in a view; everything that is not named is as at first. */
export function viewFrom(words: URLSearchParams): LibraryView {
  const sort = words.get("sort");
  return {
    ...AT_FIRST,
    ...filtersFrom(words),
    q: words.get("q")?.slice(0, 200) ?? "",
    sort: sort === "date" || sort === "relevance" ? sort : null,
    tab: TABS.find((tab) => tab === words.get(SHELF)) ?? "contacts",
    reading: words.get("reading"),
  };
}

/** The address of a view of the library beside a journey. */
export function addressOf(path: string, view: LibraryView): string {
  const words = new URLSearchParams({ [SHELF]: view.tab, ...searchWords(view) });
  if (view.reading !== null) words.set("reading", view.reading);
  return `${path}?${words.toString()}`;
}
