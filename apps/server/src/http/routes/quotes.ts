import {
  eraseQuery,
  evidenceParams,
  newQuote,
  quoteChange,
  quoteEntry,
  quoteList,
  quoteQuery,
} from "@polku/protocol/http";
import { changeQuote } from "../../commands/changeQuote.ts";
import { erase } from "../../commands/erase.ts";
import { quoteOut } from "../../commands/evidenceOut.ts";
import { makeQuote } from "../../commands/makeQuote.ts";
import { quotesSeenBy } from "../../commands/quotesSeenBy.ts";
import { joinedWith } from "../../commands/saidAndDid.ts";
import { searchQuotes } from "../../commands/searchQuotes.ts";
import { similarQuotes } from "../../commands/similarQuotes.ts";
import { Problem } from "../../errors.ts";
import { mayInWorkspace } from "../../policies/policy.ts";
import type { QuoteFactsRow } from "../../storage/evidenceStore.ts";
import { route } from "../route.ts";

const make = route({
  method: "POST",
  path: "/api/v1/quotes",
  summary: "Makes words of a contact a quote, by their place or by the words themselves.",
  access: { to: "evidence.write" },
  body: newQuote,
  answers: { status: 201, body: quoteEntry, description: "The quote" },
  handle: async ({ services, actor, body, language }) => ({
    body: quoteOut(await makeQuote(services, actor, body, language), language),
  }),
});

const list = route({
  method: "GET",
  path: "/api/v1/quotes",
  summary:
    "Quotes by their ids, for whoever sees the map they are pinned to; by words, source, contact or theme, for those who may read the evidence.",
  access: { to: "quotes.read" },
  query: quoteQuery,
  answers: { status: 200, body: quoteList, description: "The quotes; ids that are gone are left out" },
  perMinute: 1200,
  handle: async ({ services, actor, query, language }) => {
    const entry = (quote: QuoteFactsRow) => quoteOut(quote, language);
    const { ids, q, source, contact, theme, limit } = query;
    if (ids !== undefined) {
      const seen = await quotesSeenBy(services, actor, ids);
      const joined = await joinedWith(services, actor, seen);
      const called = await services.evidence.quotesById(seen);
      return {
        body: { items: called.map((quote) => ({ ...entry(quote), joined: joined.get(quote.id) ?? [] })) },
      };
    }
    const verdict = mayInWorkspace(actor, "evidence.read", services.clock.now());
    if (!verdict.allowed) throw new Problem("rights.missing");
    const before = query.cursor === undefined ? undefined : Number(query.cursor);
    const found =
      q === undefined
        ? await newest(
            services.evidence.listQuotes({ source, contact, theme, language, before, limit }),
            limit,
          )
        : await searchQuotes(services.evidence, {
            q,
            source,
            contact,
            theme,
            cursor: before,
            limit,
            language,
          });
    const items = found.quotes.map(entry);
    return { body: found.next === undefined ? { items } : { items, next: found.next } };
  },
});

const similar = route({
  method: "GET",
  path: "/api/v1/quotes/:id/similar",
  summary: "At most ten quotes that say much the same as one, the most alike first.",
  access: { to: "evidence.read" },
  params: evidenceParams,
  answers: { status: 200, body: quoteList, description: "The quotes" },
  handle: async ({ services, params, language }) => {
    const found = await similarQuotes(services.evidence, params.id, language);
    return { body: { items: found.map((quote) => quoteOut(quote, language)) } };
  },
});

async function newest(
  listed: Promise<QuoteFactsRow[]>,
  limit: number,
): Promise<{ quotes: QuoteFactsRow[]; next?: string }> {
  const quotes = await listed;
  const last = quotes.at(-1);
  return last === undefined || quotes.length < limit ? { quotes } : { quotes, next: String(last.rowNo) };
}

const change = route({
  method: "PATCH",
  path: "/api/v1/quotes/:id",
  summary:
    "Changes what people say of a quote: speaker, valence, themes, or that it is withdrawn. Its words do not change.",
  access: { to: "evidence.write" },
  params: evidenceParams,
  body: quoteChange,
  answers: { status: 200, body: quoteEntry, description: "The quote" },
  handle: async ({ services, params, body, language }) => ({
    body: quoteOut(await changeQuote(services, params.id, body), language),
  }),
});

const remove = route({
  method: "DELETE",
  path: "/api/v1/quotes/:id",
  summary: "Takes a quote away; what the customer said stays in its source.",
  access: { to: "evidence.write" },
  params: evidenceParams,
  query: eraseQuery,
  answers: { status: 204, description: "It is gone" },
  handle: async ({ services, actor, params: { id }, query }) => {
    await erase(services, actor.id, { what: "quote", id }, query.reason);
    return {};
  },
});

export const quoteRoutes = [make, list, similar, change, remove];
