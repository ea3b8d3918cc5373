import { createHash } from "node:crypto";
import type { FastifyReply } from "fastify";

/**
 * No foreign origin, no framing, no script in a page but those whose hashes (`sha256-…`) are named. `style-src-attr` stays open: React writes
 * positions into style attributes.
 */
const contentPolicy = (hashes: readonly string[]): string =>
  [
    "default-src 'none'",
    ["script-src 'self'", ...hashes.map((hash) => `'${hash}'`)].join(" "),
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self' ws: wss:",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

const year = 31_536_000;

/** The scripts that stand in a page, as the content policy names them. */
export function scriptHashes(html: string): string[] {
  return [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, script = ""]) => `sha256-${createHash("sha256").update(script).digest("base64")}`,
  );
}

/**
 * The headers that every answer carries; `secure` when the public address is https, which browsers then never leave again. `hashes`: of the
 * scripts that stand in our own page.
 */
export function setSecurityHeaders(
  reply: FastifyReply,
  secure: boolean,
  hashes: readonly string[] = [],
): void {
  if (secure) void reply.header("strict-transport-security", `max-age=${year}; includeSubDomains`);
  void reply.header("content-security-policy", contentPolicy(hashes));
  void reply.header("x-content-type-options", "nosniff");
  void reply.header("referrer-policy", "no-referrer");
  void reply.header("cross-origin-opener-policy", "same-origin");
  void reply.header("cross-origin-resource-policy", "same-origin");
  void reply.header("permissions-policy", "camera=(), microphone=(self), geolocation=()");
  void reply.header("x-robots-tag", "noindex");
}
