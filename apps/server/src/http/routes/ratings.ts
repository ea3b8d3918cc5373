import { agreement } from "@polku/journey";
import { evidenceParams, newRating, ratingAgreement, ratingsToDo } from "@polku/protocol/http";
import { Problem } from "../../errors.ts";
import { quoteInLanguage } from "../../storage/inLanguage.ts";
import { addRating, quotesToRate, ratingPairs } from "../../storage/sql/sqlRatings.ts";
import { route } from "../route.ts";

const atOnce = 20;
const mostApart = 50;

const toDo = route({
  method: "GET",
  path: "/api/v1/ratings/next",
  summary:
    "Quotes that others rated and the asker has not, to be rated a second time; how they were rated is not told.",
  access: { to: "evidence.write" },
  answers: {
    status: 200,
    body: ratingsToDo,
    description: "At most 20, the newest first, and how many are left",
  },
  handle: async ({ services, actor, language }) => {
    const { ids, left } = await quotesToRate(services.db, actor.id, atOnce);
    const items = (await services.evidence.quotesById(ids)).map((row) => {
      const { id, text, speaker, sourceTitle, soundSeconds } = quoteInLanguage(row, language);
      return { id, text, speaker, sourceTitle, heard: typeof soundSeconds === "number" };
    });
    return { body: { items, left } };
  },
});

const rate = route({
  method: "POST",
  path: "/api/v1/quotes/:id/rating",
  summary: "Rates a quote a second time, once and without having seen the first rating; the first one stays.",
  access: { to: "evidence.write" },
  params: evidenceParams,
  body: newRating,
  answers: { status: 204, description: "It is kept" },
  perMinute: 1200,
  handle: async ({ services, actor, params, body }) => {
    const [quote] = await services.evidence.quotesById([params.id]);
    if (quote === undefined) throw new Problem("quote.unknown");
    if (quote.by === actor.id) throw new Problem("rating.own");
    const row = { quoteId: quote.id, by: actor.id, valence: body.valence, at: services.clock.now() };
    if (!(await addRating(services.db, row))) throw new Problem("rating.twice");
    return {};
  },
});

const compare = route({
  method: "GET",
  path: "/api/v1/ratings",
  summary:
    "How far second raters agree with the first: share on the same step, weighted kappa, n; and the quotes of the asker's own on which two differ.",
  access: { to: "evidence.write" },
  answers: { status: 200, body: ratingAgreement, description: "The agreement" },
  handle: async ({ services, actor, language }) => {
    const pairs = await ratingPairs(services.db);
    const own = pairs.filter(
      (pair) =>
        (pair.firstBy === actor.id || pair.secondBy === actor.id) && Math.abs(pair.first - pair.second) >= 1,
    );
    const shown = own.slice(0, mostApart);
    const rows = await services.evidence.quotesById(shown.map(({ quoteId }) => quoteId));
    const words = new Map(rows.map((row) => [row.id, quoteInLanguage(row, language).text]));
    const apart = shown.map(({ quoteId, first, second }) => ({
      quoteId,
      text: words.get(quoteId) ?? "",
      first,
      second,
    }));
    return { body: { ...agreement(pairs), apart } };
  },
});

export const ratingRoutes = [toDo, rate, compare];
