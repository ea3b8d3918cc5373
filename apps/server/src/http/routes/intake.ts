import {
  evidenceParams,
  intakeDone,
  intakeQuery,
  newRoutingRule,
  routingRule,
  routingRuleList,
  routingRuleQuery,
  rulePreview,
  suggestionCounts,
  suggestionDecision,
  suggestionList,
  suggestionQuery,
} from "@polku/protocol/http";
import { Readable } from "node:stream";
import { z } from "zod";
import { makeId } from "../../accounts/secrets.ts";
import { searchContacts } from "../../commands/searchContacts.ts";
import { Problem } from "../../errors.ts";
import { readLines } from "../../intake/readLines.ts";
import { takeIn } from "../../intake/takeIn.ts";
import type { RoutingRuleRow } from "../../storage/intakeTables.ts";
import { route } from "../route.ts";

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
const shownByPreview = 5;
const shownOfTouchpoint = 50;
const mostRules = 500;
const mostInOneList = 1000;

const intake = route({
  method: "POST",
  path: "/api/v1/intake",
  summary:
    "Takes in what customers say as it arrives: one contact or a list as JSON, or one a line as NDJSON, read while it is sent. The same externalId twice adds nothing; personal data is masked; rules suggest touchpoints.",
  access: { to: "intake.write" },
  query: intakeQuery,
  consumes: "application/x-ndjson",
  bodyLimit: 10 * 1024 * 1024,
  answers: { status: 200, body: intakeDone, description: "What was kept" },
  perMinute: 300,
  handle: async ({ services, actor, query, request, reply }) => {
    const body = await takeIn(services, actor.id, query, valuesOf(request.body)).catch((error: unknown) => {
      // What is left of the stream is not read; another request on this connection would wait behind it for ever.
      void reply.header("connection", "close");
      throw error;
    });
    const line = {
      who: actor.id,
      deed: "imported",
      what: "source",
      thing: body.sourceId,
      count: body.kept,
    } as const;
    if (body.kept > 0) await services.privacy.accessLog.add(line);
    return { body };
  },
});

function valuesOf(body: unknown): AsyncIterable<unknown> | Iterable<unknown> {
  if (body instanceof Readable) return readLines(body);
  const list: unknown[] = Array.isArray(body) ? (body as unknown[]) : [body];
  if (list.length > mostInOneList)
    throw new Problem("request.invalid", {
      why: {
        en: `body: at most ${mostInOneList} contacts in one list; send more as NDJSON`,
        fi: `body: luettelossa saa olla enintään ${mostInOneList} yhteydenottoa; lähetä suurempi määrä NDJSON-muodossa`,
      },
    });
  return list;
}

function ruleOut({ createdBy: _by, createdAt, ...row }: RoutingRuleRow) {
  return { ...row, createdAt: new Date(createdAt).toISOString() };
}

const rules = route({
  method: "GET",
  path: "/api/v1/routing-rules",
  summary: "The rules by which what arrives is suggested for touchpoints, of one journey or of all.",
  access: { to: "evidence.read" },
  query: routingRuleQuery,
  answers: { status: 200, body: routingRuleList, description: "The rules" },
  handle: async ({ services, query }) => {
    let found = services.db.selectFrom("routingRule").selectAll().orderBy("createdAt").orderBy("id");
    if (query.journey !== undefined) found = found.where("journeyId", "=", query.journey);
    return { body: { items: (await found.execute()).map(ruleOut) } };
  },
});

const addRule = route({
  method: "POST",
  path: "/api/v1/routing-rules",
  summary:
    "Adds a rule: what arrives from now on with these words (in any of their forms), this theme, channel and queue, all that are given, is suggested for the touchpoint.",
  access: { to: "evidence.write" },
  body: newRoutingRule,
  answers: { status: 201, body: routingRule, description: "The rule" },
  handle: async ({ services, actor, body }) => {
    if ((await services.journeys.find(body.journeyId)) === undefined) throw new Problem("journey.unknown");
    const { n } = await services.db
      .selectFrom("routingRule")
      .select((of) => of.fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();
    if (n >= mostRules) throw new Problem("rule.tooMany", { most: String(mostRules) });
    const { journeyId, touchpointId, words = null, theme = null, channel = null, queue = null } = body;
    const conditions = { words, theme, channel, queue };
    const made = { createdBy: actor.id, createdAt: services.clock.now() };
    const row = { id: makeId(), journeyId, touchpointId, ...conditions, ...made };
    await services.db.insertInto("routingRule").values(row).execute();
    return { body: ruleOut(row) };
  },
});

const removeRule = route({
  method: "DELETE",
  path: "/api/v1/routing-rules/:id",
  summary: "Drops a rule; what it has suggested stays until somebody decides.",
  access: { to: "evidence.write" },
  params: evidenceParams,
  answers: { status: 204, description: "It is gone" },
  handle: async ({ services, params: { id } }) => {
    const gone = await services.db.deleteFrom("routingRule").where("id", "=", id).returning("id").execute();
    if (gone.length === 0) throw new Problem("rule.unknown");
    return {};
  },
});

const preview = route({
  method: "POST",
  path: "/api/v1/routing-rules/preview",
  summary:
    "What a rule would have caught in the library as it is: how many, and the latest five. A queue is not kept, so it is not looked at here.",
  access: { to: "evidence.read" },
  body: newRoutingRule,
  answers: { status: 200, body: rulePreview, description: "What it would catch" },
  handle: async ({ services, actor, body, language }) => {
    const found = await searchContacts(services.evidence, {
      q: body.words ?? "",
      typing: false,
      filter: { theme: body.theme ?? undefined, channel: body.channel ?? undefined, language },
      sort: "date",
      limit: shownByPreview,
      counted: true,
      language,
    });
    const items = found.hits.map(({ contact: { id, text, occurredAt } }) => ({
      id,
      text: text.slice(0, 300),
      at: iso(occurredAt),
    }));
    await services.privacy.accessLog.add({
      who: actor.id,
      deed: "searched",
      what: "library",
      thing: "",
      count: items.length,
    });
    return { body: { count: found.count ?? items.length, items } };
  },
});

const counts = route({
  method: "GET",
  path: "/api/v1/journeys/:id/suggestions",
  summary: "How many suggestions wait at each touchpoint of a journey. Numbers only.",
  access: { to: "journey.read", inJourney: "id" },
  params: z.object({ id: z.string() }),
  answers: { status: 200, body: suggestionCounts, description: "The counts" },
  handle: async ({ services, params: { id } }) => {
    const items = await services.db
      .selectFrom("suggestedLink")
      .innerJoin("contact", "contact.id", "suggestedLink.contactId")
      .innerJoin("source", "source.id", "contact.sourceId")
      .where("source.erasingAt", "is", null)
      .where("suggestedLink.journeyId", "=", id)
      .where("suggestedLink.state", "=", "open")
      .groupBy("suggestedLink.touchpointId")
      .select((of) => ["suggestedLink.touchpointId", of.fn.countAll<number>().as("count")])
      .execute();
    return { body: { items } };
  },
});

const suggestions = route({
  method: "GET",
  path: "/api/v1/suggestions",
  summary: "What waits to be confirmed at a touchpoint, the latest first, at most 50.",
  access: { to: "evidence.read" },
  query: suggestionQuery,
  answers: { status: 200, body: suggestionList, description: "The suggestions" },
  handle: async ({ services, actor, query }) => {
    const rows = await services.db
      .selectFrom("suggestedLink")
      .innerJoin("contact", "contact.id", "suggestedLink.contactId")
      .innerJoin("source", "source.id", "contact.sourceId")
      .where("source.erasingAt", "is", null)
      .where("suggestedLink.journeyId", "=", query.journey)
      .where("suggestedLink.touchpointId", "=", query.touchpoint)
      .where("suggestedLink.state", "=", "open")
      .orderBy("suggestedLink.at", "desc")
      .limit(shownOfTouchpoint)
      .select([
        "contact.id as contactId",
        "contact.text",
        "contact.occurredAt",
        "contact.channel",
        "contact.thread",
        "source.title",
      ])
      .execute();
    const line = {
      who: actor.id,
      deed: "saw",
      what: "library",
      thing: query.touchpoint,
      count: rows.length,
    } as const;
    if (rows.length > 0) await services.privacy.accessLog.add(line);
    const items = rows.map(({ occurredAt, title, thread, ...row }) => ({
      ...row,
      ...customersWords(row.text, thread),
      at: iso(occurredAt),
      sourceTitle: title,
    }));
    return { body: { items } };
  },
});

/** The place of the customer's first turn; where nobody is marked as the customer, all of it. */
function customersWords(text: string, thread: string | null): { start: number; end: number } {
  const turns =
    thread === null ? [] : (JSON.parse(thread) as { speaker: string; from: number; text: string }[]);
  const first = turns.find(({ speaker }) => speaker === "customer");
  return first === undefined
    ? { start: 0, end: text.length }
    : { start: first.from, end: first.from + first.text.length };
}

const decide = route({
  method: "POST",
  path: "/api/v1/suggestions",
  summary:
    "Says of one suggestion that it was confirmed (its quote is pinned by the one who says so) or rejected; it is not suggested there again.",
  access: { to: "evidence.write" },
  body: suggestionDecision,
  answers: { status: 204, description: "It was decided" },
  handle: async ({ services, actor, body: { journeyId, touchpointId, contactId, state } }) => {
    const decided = await services.db
      .updateTable("suggestedLink")
      .set({ state, by: actor.id, at: services.clock.now() })
      .where("journeyId", "=", journeyId)
      .where("touchpointId", "=", touchpointId)
      .where("contactId", "=", contactId)
      .returning("contactId")
      .execute();
    if (decided.length === 0) throw new Problem("suggestion.unknown");
    services.rooms.broadcast({ journeyId }, { t: "suggested" });
    return {};
  },
});

export const intakeRoutes = [intake, rules, addRule, removeRule, preview, counts, suggestions, decide];
