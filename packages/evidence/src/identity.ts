import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Contact } from "./contact.ts";

/** SHA-256 of bytes in hex. The same file is recognised by it. */
export function fileHash(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/**
 * Makes the function that names a contact by its content, for one reading of one file: sha256 of its external id, or of
 * its words without case and spacing, its date, its person and its score. Store it unique within a source and importing twice
 * adds nothing. Two traps inside one file: anonymous short answers ("ok", "ok") of one day are different people, so the
 * second is counted apart; and a column taken for an id that comes back with other words is no id, so the words count too.
 */
export function contactNamer(): (contact: Contact) => string {
  const seen = new Map<string, number>();
  const saidById = new Map<string, string>();
  return (contact) => {
    const said = contentName(contact);
    if (contact.externalId !== undefined) return nameById(contact.externalId.trim(), said, saidById);
    if (contact.person !== undefined || contact.timed) return said;
    const nth = seen.get(said) ?? 0;
    seen.set(said, nth + 1);
    return nth === 0 ? said : named([said, String(nth)]);
  };
}

function nameById(id: string, said: string, saidById: Map<string, string>): string {
  const first = saidById.get(id) ?? said;
  saidById.set(id, first);
  return first === said ? named(["id", id]) : named(["id", id, said]);
}

function named(parts: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts))));
}

function contentName(contact: Contact): string {
  return named([
    "said",
    normalised(contact.text),
    contact.occurredAt ?? "",
    normalised(contact.person ?? ""),
    contact.rating === undefined ? "" : `${contact.rating.scale}:${contact.rating.x}`,
  ]);
}

/** Words as they are compared: composed letters, one space, no case. */
export function normalised(text: string): string {
  return text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
}
