import { createHash, randomBytes } from "node:crypto";

/** A fresh secret of 256 bits, in base64url (43 characters). */
export function makeSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** A fresh id of 128 bits, in base64url (22 characters). */
export function makeId(): string {
  return randomBytes(16).toString("base64url");
}

/** What is stored of a secret: SHA-256 in hex. A secret of 256 random bits needs no slow hash. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
