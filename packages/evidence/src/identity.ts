import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Contact } from "./contact.ts";

/** SHA-256 of bytes in hex. The same file is recognised by it. */
export function fileHash(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/**
 * Makes the function that names a contact by its content, for one reading of one file: sha256 of its external id, or of
 * its words without case and spacing, its date, its person and its score. Store it unique within a source and importing twice adds nothing.
 * Anonymous short answers ("ok", "ok") of one day are different people: within a file the second is counted apart.
 */
export function contactNamer(): (contact: Contact) => string {
  const seen = new Map<string, number>();
  return (contact) => {
    const content = contactContent(contact);
    const surelySame = contact.externalId !== undefined || contact.person !== undefined || contact.timed;
    if (surelySame) return named(content);
    const hash = named(content);
    const nth = seen.get(hash) ?? 0;
    seen.set(hash, nth + 1);
    return nth === 0 ? hash : named([...content, String(nth)]);
  };
}

function named(content: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(content))));
}

function contactContent(contact: Contact): string[] {
  if (contact.externalId !== undefined) return ["id", contact.externalId.trim()];
  return [
    "said",
    normalised(contact.text),
    contact.occurredAt ?? "",
    normalised(contact.person ?? ""),
    contact.rating === undefined ? "" : `${contact.rating.scale}:${contact.rating.x}`,
  ];
}

/** Words as they are compared: composed letters, one space, no case. */
export function normalised(text: string): string {
  return text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
}
