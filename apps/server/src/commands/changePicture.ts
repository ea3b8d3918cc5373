import type { pictureChange } from "@polku/protocol/http";
import type { z } from "zod";
import { Problem } from "../errors.ts";
import { prepareContact, respondentKey, respondentSecret } from "../imports/prepareContact.ts";
import type { Actor } from "../policies/actor.ts";
import type { Services } from "../services.ts";
import { reword } from "../storage/sql/sqlCaption.ts";
import { pictureOf, setPerson } from "../storage/sql/sqlPictures.ts";
import { quotesOf } from "./person.ts";
import { tellQuotesChanged } from "./tellQuotesChanged.ts";

type Needed = Pick<Services, "db" | "evidence" | "privacy" | "rooms" | "secret">;

/**
 * Says otherwise what a picture shows, masked like any words, and whose it is. Quotes stay with their words; open maps are told, since who
 * speaks decides how many people stand behind a touchpoint. Throws `picture.unknown`, or `picture.quoted` when words of a quote would go;
 * nothing is changed then.
 */
export async function changePicture(
  services: Needed,
  actor: Pick<Actor, "id">,
  contactId: string,
  { caption, person, mask }: z.output<typeof pictureChange>,
): Promise<void> {
  const { db, evidence, privacy } = services;
  const contact = await evidence.findContact(contactId);
  if (contact === undefined || (await pictureOf(db, contactId)) === undefined)
    throw new Problem("picture.unknown");
  const secret = respondentSecret(services.secret);
  if (caption !== undefined) {
    const told = { row: 1, text: caption, occurredAt: null, timed: false, themes: [] };
    const kept = prepareContact(told, { hash: contact.hash, mask, secret, heldAt: null });
    const done = await reword(db, contactId, kept);
    if (done.is === "unknown") throw new Problem("picture.unknown");
    if (done.is === "quoted") throw new Problem("picture.quoted", { words: done.words });
  }
  if (person !== undefined) {
    const key = person === null ? null : respondentKey(person, secret);
    await setPerson(db, contactId, key);
    if (key !== null)
      await privacy.accessLog.add({
        who: actor.id,
        deed: "identified",
        what: "person",
        thing: key,
        count: 1,
      });
  }
  const quotes = await quotesOf(services, [contact]);
  tellQuotesChanged(
    services,
    quotes.map(({ id }) => id),
  );
}
