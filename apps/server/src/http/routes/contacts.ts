import { contactEntry, contactPage, contactQuery, evidenceParams } from "@polku/protocol/http";
import { searchContacts } from "../../commands/searchContacts.ts";
import { Problem } from "../../errors.ts";
import type { FoundContact } from "../../storage/evidenceStore.ts";
import { contactInLanguage } from "../../storage/inLanguage.ts";
import { route } from "../route.ts";

function entryOf(contact: FoundContact, marks: [number, number][]) {
  const { id, sourceId, text, lang, channel, respondentKey, ratingScale, ratingX } = contact;
  return {
    id,
    sourceId,
    text,
    at: contact.occurredAt === null ? null : new Date(contact.occurredAt).toISOString(),
    lang,
    channel,
    rating: ratingScale === null || ratingX === null ? null : { scale: ratingScale, x: ratingX },
    themes: JSON.parse(contact.themes) as string[],
    thread: contact.thread === null ? null : (JSON.parse(contact.thread) as unknown),
    respondentKey,
    attached: contact.attached === 1,
    marks,
  };
}

/** A day without a time means its beginning as the start of a span, and its end as the end. */
function momentOf(day: string | undefined, edge: "start" | "end"): number | undefined {
  if (day === undefined) return undefined;
  const at = Date.parse(day);
  return edge === "end" && !day.includes("T") ? at + 86_400_000 - 1 : at;
}

const search = route({
  method: "GET",
  path: "/api/v1/contacts",
  summary:
    "Searches everything customers said, in Finnish and English word forms; without q it lists, the newest first.",
  access: { to: "evidence.read" },
  query: contactQuery,
  answers: { status: 200, body: contactPage, description: "Contacts, and the cursor of the next page" },
  perMinute: 1200,
  handle: async ({ services, query, language }) => {
    const { source, theme, channel, attached } = query;
    const { hits, next } = await searchContacts(services.evidence, {
      q: query.q ?? "",
      typing: query.typing ?? false,
      filter: {
        source,
        theme,
        language,
        channel,
        attached,
        from: momentOf(query.from, "start"),
        to: momentOf(query.to, "end"),
      },
      cursor: query.cursor,
      language,
      limit: query.limit,
    });
    const items = hits.map(({ contact, marks }) => entryOf(contact, marks));
    return { body: next === undefined ? { items } : { items, next } };
  },
});

const one = route({
  method: "GET",
  path: "/api/v1/contacts/:id",
  summary: "One contact as the customer said it.",
  access: { to: "evidence.read" },
  params: evidenceParams,
  answers: { status: 200, body: contactEntry, description: "The contact" },
  handle: async ({ services, params, language }) => {
    const contact = await services.evidence.findContact(params.id);
    if (contact === undefined) throw new Problem("contact.unknown");
    return { body: entryOf(contactInLanguage(contact, language), []) };
  },
});

export const contactRoutes = [search, one];
