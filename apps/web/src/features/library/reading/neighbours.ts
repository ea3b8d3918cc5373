import type { ContactPage } from "@polku/protocol";
import { useQueryClient, type InfiniteData } from "@tanstack/react-query";
import { LIBRARY } from "../../../api/sources.ts";
import { show } from "../libraryView.ts";

function isPaged(data: unknown): data is InfiniteData<ContactPage> {
  return typeof data === "object" && data !== null && "pages" in data && Array.isArray(data.pages);
}

/** Goes to the contact after or before the one that is read, in the list it was opened from; false at its ends. */
export function useStep(contactId: string): (by: 1 | -1) => boolean {
  const client = useQueryClient();
  return (by) => {
    const lists = client
      .getQueryCache()
      .findAll({ queryKey: [...LIBRARY, "contacts"] })
      .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
      .flatMap(({ state: { data } }) => (isPaged(data) ? [data.pages.flatMap(({ items }) => items)] : []));
    const list = lists.find((items) => items.some(({ id }) => id === contactId)) ?? lists[0] ?? [];
    const next = list[list.findIndex(({ id }) => id === contactId) + by];
    if (next === undefined) return false;
    show({ reading: next.id, hits: next.marks });
    return true;
  };
}
