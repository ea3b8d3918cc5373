import type { Language, PersonExport } from "@polku/protocol";
import { personExport } from "@polku/protocol/http";
import type { Services } from "../services.ts";
import { pictureOf } from "../storage/sql/sqlPictures.ts";
import { recordingOf } from "../storage/sql/sqlRecordings.ts";
import { contactInLanguage, sourceInLanguage } from "../storage/inLanguage.ts";
import { contactOut, quoteOut } from "./evidenceOut.ts";
import { personCalled, quotesOf } from "./person.ts";

const iso = (at: number | null | undefined): string | null =>
  at === null || at === undefined ? null : new Date(at).toISOString();

/** Everything that is kept of a person: what they said, its recordings and pictures, what was quoted of it, what they agreed to, why and until when it is kept, and when it was read. */
export async function exportPerson(
  services: Pick<Services, "db" | "evidence" | "secret" | "privacy" | "clock">,
  who: string,
  person: string,
  language: Language,
): Promise<PersonExport> {
  const { privacy, clock } = services;
  const { key, contacts } = await personCalled(services, person);
  await privacy.accessLog.add({ who, deed: "exported", what: "person", thing: key, count: contacts.length });
  const quotes = await quotesOf(services, contacts);
  const recordings = new Map(
    await Promise.all(contacts.map(async ({ id }) => [id, await recordingOf(services.db, id)] as const)),
  );
  const pictures = new Map(
    await Promise.all(contacts.map(async ({ id }) => [id, await pictureOf(services.db, id)] as const)),
  );
  const touched = await privacy.accessLog.about([key, ...contacts.map(({ id }) => id)]);
  return personExport.parse({
    format: "polku-person",
    version: 1,
    madeAt: new Date(clock.now()).toISOString(),
    respondentKey: key,
    sources: await sourcesOf(services, new Set(contacts.map(({ sourceId }) => sourceId)), language),
    contacts: contacts.map((contact) => {
      const {
        marks: _marks,
        attached: _attached,
        ...told
      } = contactOut(
        contactInLanguage(contact, language),
        [],
        recordings.get(contact.id),
        pictures.get(contact.id),
      );
      return told;
    }),
    quotes: quotes.map((quote) => quoteOut(quote, language)),
    consents: await consentsOf(
      services,
      contacts.map(({ id }) => id),
    ),
    log: touched.map(({ at, deed }) => ({ at: new Date(at).toISOString(), deed })),
  });
}

async function consentsOf(
  { db }: Pick<Services, "db">,
  contactIds: readonly string[],
): Promise<PersonExport["consents"]> {
  const rows = await db
    .selectFrom("participantConsent")
    .select(["contactId", "textVersion", "soundVersion", "lang", "at"])
    .where("contactId", "in", contactIds)
    .orderBy("at")
    .execute();
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}

async function sourcesOf(
  { evidence }: Pick<Services, "evidence">,
  ids: ReadonlySet<string>,
  language: Language,
): Promise<PersonExport["sources"]> {
  const found = await Promise.all([...ids].map((id) => evidence.findSource(id)));
  return found.flatMap((row) => {
    if (row === undefined) return [];
    const { id, title, kind, purpose, consentBasis } = sourceInLanguage(row, language);
    const [retentionUntil, identityUntil] = [iso(row.retentionUntil), iso(row.identityUntil)];
    return [{ id, title, kind, purpose, consentBasis, retentionUntil, identityUntil }];
  });
}
