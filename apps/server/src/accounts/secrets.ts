import { createHash, randomBytes } from "node:crypto";

/** A fresh secret of 256 bits, in base64url (43 characters). */
export function makeSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** A fresh id of nearly 128 bits, in base64url (22 characters). It never begins with a dash: a command line would take it for an option. */
export function makeId(): string {
  for (;;) {
    const id = randomBytes(16).toString("base64url");
    if (!id.startsWith("-")) return id;
  }
}

/** What is stored of a secret: SHA-256 in hex. A secret of 256 random bits needs no slow hash. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
