import type { FastifyReply } from "fastify";

/** No inline script, no foreign origin, no framing. `style-src-attr` stays open: React writes positions into style attributes. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
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

/** The headers that every answer carries; `secure` when the public address is https, which browsers then never leave again. */
export function setSecurityHeaders(reply: FastifyReply, secure: boolean): void {
  if (secure) void reply.header("strict-transport-security", `max-age=${year}; includeSubDomains`);
  void reply.header("content-security-policy", contentPolicy);
  void reply.header("x-content-type-options", "nosniff");
  void reply.header("referrer-policy", "no-referrer");
  void reply.header("cross-origin-opener-policy", "same-origin");
  void reply.header("cross-origin-resource-policy", "same-origin");
  void reply.header("permissions-policy", "camera=(), microphone=(self), geolocation=()");
  void reply.header("x-robots-tag", "noindex");
}
