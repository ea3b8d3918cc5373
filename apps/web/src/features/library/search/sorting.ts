import type { LibraryView } from "../libraryView.ts";

/** By what a search is sorted: as a person chose, else by relevance; without words there is only the date. */
export function sortOf({ q, sort }: Pick<LibraryView, "q" | "sort">): "date" | "relevance" {
  if (q.trim() === "") return "date";
  return sort ?? "relevance";
}
