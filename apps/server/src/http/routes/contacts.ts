import {
  contactEntry,
  contactPage,
  contactQuery,
  eraseQuery,
  erasedContact,
  evidenceParams,
} from "@polku/protocol/http";
import { erase as eraseThing } from "../../commands/erase.ts";
import { contactOut } from "../../commands/evidenceOut.ts";
import { searchContacts } from "../../commands/searchContacts.ts";
import { Problem } from "../../errors.ts";
import { contactInLanguage } from "../../storage/inLanguage.ts";
import { route } from "../route.ts";

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
  handle: async ({ services, actor, query, language }) => {
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
    await services.privacy.accessLog.add({
      who: actor.id,
      deed: "searched",
      what: source === undefined ? "library" : "source",
      thing: source ?? "*",
      count: hits.length,
    });
    const items = hits.map(({ contact, marks }) => contactOut(contact, marks));
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
  handle: async ({ services, actor, params, language }) => {
    const contact = await services.evidence.findContact(params.id);
    if (contact === undefined) throw new Problem("contact.unknown");
    await services.privacy.accessLog.add({
      who: actor.id,
      deed: "saw",
      what: "contact",
      thing: contact.id,
      count: null,
    });
    return { body: contactOut(contactInLanguage(contact, language), []) };
  },
});

const erase = route({
  method: "DELETE",
  path: "/api/v1/contacts/:id",
  summary: "Erases one contact with the quotes made of it; the rest of its source stays.",
  access: { to: "evidence.erase" },
  params: evidenceParams,
  query: eraseQuery,
  answers: { status: 200, body: erasedContact, description: "What was erased" },
  handle: async ({ services, actor, params: { id }, query }) => {
    const gone = await eraseThing(services, actor.id, { what: "contact", id }, query.reason);
    return { body: { id, contacts: gone.contacts, quotes: gone.quoteIds.length } };
  },
});

export const contactRoutes = [search, one, erase];
