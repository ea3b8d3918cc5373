import type { QuoteFacts } from "@polku/journey";
import { request } from "./request.ts";

/** A quote with its words and where they came from. The words stay in memory; they are never written into the document. */
export type Quote = QuoteFacts & {
  readonly text: string;
  readonly speaker: string;
  readonly valence: number | null;
  readonly vBy: "human" | "rating" | "suggested";
  readonly themes: readonly string[];
  readonly sourceTitle: string;
};

const MOST_PER_CALL = 100;

/** Fetches quotes by id; those that were erased or may not be read are simply not among the answers. */
export async function fetchQuotes(ids: readonly string[]): Promise<Quote[]> {
  const quotes: Quote[] = [];
  for (let i = 0; i < ids.length; i += MOST_PER_CALL) {
    const part = ids
      .slice(i, i + MOST_PER_CALL)
      .map(encodeURIComponent)
      .join(",");
    quotes.push(...(await request<{ items: Quote[] }>("GET", `/api/v1/quotes?ids=${part}`)).items);
  }
  return quotes;
}
