import {
  contactEntry,
  contactPage,
  contactQuery,
  eraseQuery,
  erasedContact,
  evidenceParams,
  triageChange,
  triageDone,
} from "@polku/protocol/http";
import { erase as eraseThing } from "../../commands/erase.ts";
import { contactFilter } from "../../commands/contactFilter.ts";
import { contactOut } from "../../commands/evidenceOut.ts";
import { searchContacts } from "../../commands/searchContacts.ts";
import { Problem } from "../../errors.ts";
import { pictureOf } from "../../storage/sql/sqlPictures.ts";
import { recordingOf } from "../../storage/sql/sqlRecordings.ts";
import { contactInLanguage } from "../../storage/inLanguage.ts";
import { route } from "../route.ts";

const search = route({
  method: "GET",
  path: "/api/v1/contacts",
  summary:
    "Searches everything customers said, in Finnish and English word forms, words in quotes as they stand; without q it lists, the latest said first.",
  access: { to: "evidence.read" },
  query: contactQuery,
  answers: { status: 200, body: contactPage, description: "Contacts, and the cursor of the next page" },
  perMinute: 1200,
  handle: async ({ services, actor, query, language }) => {
    const { q = "", typing = false, sort, cursor, limit, counted, ...filters } = query;
    const filter = await contactFilter(services, actor, filters, language);
    const asked = { q, typing, filter, sort, cursor, limit, counted, language };
    const { hits, next, count } = await searchContacts(services.evidence, asked);
    await services.privacy.accessLog.add({
      who: actor.id,
      deed: "searched",
      what: query.source === undefined ? "library" : "source",
      thing: query.source ?? "*",
      count: hits.length,
    });
    const items = hits.map(({ contact, marks }) => contactOut(contact, marks));
    return { body: { items, ...(next !== undefined && { next }), ...(count !== undefined && { count }) } };
  },
});

const triage = route({
  method: "POST",
  path: "/api/v1/contacts/triage",
  summary: "Says of contacts that they are unread, read or set aside; for the whole team.",
  access: { to: "evidence.write" },
  body: triageChange,
  answers: { status: 200, body: triageDone, description: "The contacts that are there, and their state" },
  perMinute: 1200,
  handle: async ({ services, actor, body: { ids, state } }) => {
    const at = services.clock.now();
    return { body: { ids: await services.evidence.setTriage({ ids, state, by: actor.id, at }), state } };
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
    const recording = await recordingOf(services.db, contact.id);
    const picture = await pictureOf(services.db, contact.id);
    return { body: contactOut(contactInLanguage(contact, language), [], recording, picture) };
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

export const contactRoutes = [search, triage, one, erase];
