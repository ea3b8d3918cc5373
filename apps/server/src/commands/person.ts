import type { EraseReason } from "@polku/protocol";
import type { PersonErased, PersonFound } from "@polku/protocol";
import { Problem } from "../errors.ts";
import { respondentKey, respondentSecret } from "../imports/prepareContact.ts";
import type { Services } from "../services.ts";
import type { FoundContact } from "../storage/evidenceStore.ts";
import { erase } from "./erase.ts";

const mostMentions = 50;
/** Shorter letters stand in too many words to say anything of a person. */
const shortestMention = 5;

/**
 * The key under which a person is kept, and everything they said in all sources: by the key itself, or by what a file calls them (mail
 * address, customer number, name). Throws `person.unknown`.
 */
export async function personCalled(
  { evidence, secret }: Pick<Services, "evidence" | "secret">,
  person: string,
): Promise<{ key: string; contacts: FoundContact[] }> {
  for (const key of [respondentKey(person, respondentSecret(secret)), person]) {
    const contacts = await evidence.contactsOfPerson(key);
    if (contacts.length > 0) return { key, contacts };
  }
  throw new Problem("person.unknown");
}

/** What is kept of a person, in numbers; logged, because whoever asks learns that the person is here. */
export async function findPerson(
  services: Pick<Services, "evidence" | "secret" | "privacy">,
  who: string,
  person: string,
): Promise<PersonFound> {
  const { key, contacts } = await personCalled(services, person);
  const bySource = Map.groupBy(contacts, ({ sourceId }) => sourceId);
  const sources: PersonFound["sources"] = [];
  for (const [id, own] of bySource) {
    const source = await services.evidence.findSource(id);
    if (source !== undefined) sources.push({ id, title: source.title, contacts: own.length });
  }
  await services.privacy.accessLog.add({
    who,
    deed: "identified",
    what: "person",
    thing: key,
    count: contacts.length,
  });
  const quotes = await quotesOf(services, contacts);
  const mentions = await mentionsOf(services, person, key);
  return { respondentKey: key, contacts: contacts.length, quotes: quotes.length, sources, mentions };
}

/** Erases everything a person said, in every source. What others said of them is named, for a person to look at. */
export async function erasePerson(
  services: Pick<Services, "evidence" | "secret" | "imports" | "clock" | "rooms" | "privacy">,
  who: string,
  person: string,
  reason: EraseReason,
): Promise<PersonErased> {
  const { key } = await personCalled(services, person);
  const gone = await erase(services, who, { what: "person", id: key }, reason);
  const mentions = await mentionsOf(services, person, key);
  return { respondentKey: key, contacts: gone.contacts, quotes: gone.quoteIds.length, mentions };
}

/** The quotes made of these contacts. */
export async function quotesOf({ evidence }: Pick<Services, "evidence">, contacts: readonly FoundContact[]) {
  const found = await Promise.all(
    contacts.map(({ id }) => evidence.listQuotes({ contact: id, limit: 1000 })),
  );
  return found.flat();
}

async function mentionsOf(
  { evidence }: Pick<Services, "evidence">,
  person: string,
  key: string,
): Promise<string[]> {
  if (person === key || person.length < shortestMention) return [];
  return evidence.contactsMentioning(person, { besides: key, limit: mostMentions });
}
