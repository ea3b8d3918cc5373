import {
  counterpartQuery,
  evidenceParams,
  newQuotePair,
  quoteList,
  quotePairList,
  quotePairParams,
} from "@polku/protocol/http";
import { quoteOut } from "../../commands/evidenceOut.ts";
import { counterpartsOf, joinQuotes, pairsOf, partQuotes } from "../../commands/saidAndDid.ts";
import { route } from "../route.ts";

const ofContact = route({
  method: "GET",
  path: "/api/v1/contacts/:id/pairs",
  summary:
    "What was said beside what was done, as people of the team joined it, where one of the two is of this contact.",
  access: { to: "evidence.read" },
  params: evidenceParams,
  answers: { status: 200, body: quotePairList, description: "The pairs, the first made first" },
  handle: async ({ services, params, language }) => {
    const pairs = await pairsOf(services, params.id);
    const items = pairs.map(({ said, did }) => ({
      said: quoteOut(said, language),
      did: quoteOut(did, language),
    }));
    return { body: { items } };
  },
});

const counterparts = route({
  method: "GET",
  path: "/api/v1/quotes/:id/counterparts",
  summary:
    "Quotes with which a quote can be joined as said and did, at most 50: of the same person, or of anyone.",
  access: { to: "evidence.read" },
  params: evidenceParams,
  query: counterpartQuery,
  answers: { status: 200, body: quoteList, description: "The quotes, the newest first" },
  perMinute: 1200,
  handle: async ({ services, params, query: { q = "", anyone = false }, language }) => {
    const found = await counterpartsOf(services, params.id, { q, anyone, language });
    return { body: { items: found.map((quote) => quoteOut(quote, language)) } };
  },
});

const join = route({
  method: "POST",
  path: "/api/v1/quotes/:id/pairs",
  summary: "Joins what somebody said with what they did; twice is once.",
  access: { to: "evidence.write" },
  params: evidenceParams,
  body: newQuotePair,
  answers: { status: 204, description: "They are joined" },
  handle: async ({ services, actor, params, body }) => {
    await joinQuotes(services, actor.id, [params.id, body.with]);
    return {};
  },
});

const part = route({
  method: "DELETE",
  path: "/api/v1/quotes/:id/pairs/:otherId",
  summary: "Takes a pair apart; both quotes stay.",
  access: { to: "evidence.write" },
  params: quotePairParams,
  answers: { status: 204, description: "They are apart" },
  handle: async ({ services, params }) => {
    await partQuotes(services, [params.id, params.otherId]);
    return {};
  },
});

export const quotePairRoutes = [ofContact, counterparts, join, part];
