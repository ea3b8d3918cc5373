import { createHmac, randomBytes } from "node:crypto";
import {
  type Contact,
  languageOf,
  maskContact,
  normalised,
  type PersonalDataKind,
  stemsForIndex,
} from "@polku/evidence";
import type { PreparedContact } from "./importMessages.ts";

/** A contact as it is kept: masked unless told otherwise, the person a keyed hash, its words' stems for the index. */
export function prepareContact(
  contact: Contact,
  given: {
    hash: string;
    mask: boolean | readonly PersonalDataKind[];
    secret: string;
    heldAt: number | null;
    language?: "fi" | "en" | null;
  },
): PreparedContact {
  const kept = masked(contact, given.mask);
  const lang = languageIn(kept, given.language ?? null);
  return {
    row: contact.row,
    id: randomBytes(12).toString("base64url"),
    // Keyed: of a row that is only a score, a bare hash would let anyone try out mail addresses.
    hash: createHmac("sha256", given.secret).update(`contact:${given.hash}`).digest("base64url"),
    externalId: kept.externalId ?? null,
    occurredAt: kept.occurredAt === null ? given.heldAt : Date.parse(kept.occurredAt),
    respondentKey: contact.person === undefined ? null : respondentKey(contact.person, given.secret),
    lang,
    text: kept.text,
    ratingScale: kept.rating?.scale ?? null,
    ratingX: kept.rating?.x ?? null,
    channel: kept.channel ?? null,
    themes: JSON.stringify(kept.themes),
    thread: kept.thread === undefined ? null : JSON.stringify(kept.thread),
    asked: kept.asked === undefined ? null : JSON.stringify(kept.asked),
    stems: stemsForIndex(kept.text, lang),
    ...(kept.stretches && { stretches: kept.stretches }),
  };
}

function masked(contact: Contact, mask: boolean | readonly PersonalDataKind[]): Contact {
  if (mask === true) return maskContact(contact);
  return mask === false || mask.length === 0 ? contact : maskContact(contact, new Set(mask));
}

/** The secret by which people are hashed: a key of its own, since a process that reads foreign files must not hold the one that signs cookies. */
export function respondentSecret(workspaceSecret: string): string {
  return createHmac("sha256", workspaceSecret).update("respondents").digest("base64url");
}

/** The same person always gets the same key, and nobody without the workspace's secret can tell who it is. */
export function respondentKey(person: string, secret: string): string {
  return createHmac("sha256", secret)
    .update(`respondent:${normalised(person)}`)
    .digest("base64url");
}

function languageIn(contact: Contact, told: "fi" | "en" | null): "fi" | "en" | "other" {
  if (contact.lang === "fi" || contact.lang === "en") return contact.lang;
  if (contact.lang !== undefined) return "other";
  return told ?? languageOf(contact.text);
}
