import type { FastifyRequest } from "fastify";

const waysIn = /^\/api\/v1\/(sign-in|sign-out|join|invitations?)(\/|$)/;

/**
 * What the log says of an answer that concerns security: every try to come in and how it ended, and every refusal of a right. `undefined`
 * for all others. The path is the route's own, with no id, secret or word in it.
 */
export function securityEventOf(
  request: Pick<FastifyRequest, "method" | "routeOptions" | "ip">,
  status: number,
):
  | { event: "entrance" | "refusal"; method: string; route: string; status: number; from: string }
  | undefined {
  const route = request.routeOptions.url ?? "";
  const seen = { method: request.method, route, status, from: request.ip };
  if (request.method !== "GET" && waysIn.test(route)) return { event: "entrance", ...seen };
  return status === 401 || status === 403 || status === 429 ? { event: "refusal", ...seen } : undefined;
}
