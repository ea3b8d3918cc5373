import type { LibrarySums } from "@polku/journey";
import { useQuery } from "@tanstack/react-query";
import { request } from "./request.ts";
import { LIBRARY } from "./sources.ts";

type Asked = {
  /** Sources that the map rests on. */
  readonly sources: readonly string[];
  readonly source: string | null;
  readonly from: string | null;
  readonly to: string | null;
};

/** What the health page needs of the library: sums without a word. Refused to whoever may not read the library. */
export function useLibrarySums({ sources, source, from, to }: Asked, mayRead: boolean) {
  return useQuery({
    queryKey: [...LIBRARY, "sums", sources, source, from, to],
    enabled: mayRead,
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ sources: sources.join(",") });
      if (source !== null) query.set("source", source);
      if (from !== null) query.set("from", from);
      if (to !== null) query.set("to", to);
      return request<LibrarySums>("GET", `/api/v1/evidence-health?${query.toString()}`, undefined, signal);
    },
  });
}
