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

/** The headers that every answer carries. */
export function setSecurityHeaders(reply: FastifyReply): void {
  void reply.header("content-security-policy", contentPolicy);
  void reply.header("x-content-type-options", "nosniff");
  void reply.header("referrer-policy", "no-referrer");
  void reply.header("cross-origin-opener-policy", "same-origin");
  void reply.header("cross-origin-resource-policy", "same-origin");
  void reply.header("permissions-policy", "camera=(), microphone=(), geolocation=()");
  void reply.header("x-robots-tag", "noindex");
}
