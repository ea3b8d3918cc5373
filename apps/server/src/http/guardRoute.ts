import { languageOf } from "@polku/protocol";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Problem } from "../errors.ts";
import { checked } from "../checked.ts";
import type { Actor } from "../policies/actor.ts";
import { type Verdict, mayInJourney, mayInWorkspace } from "../policies/policy.ts";
import type { Services } from "../services.ts";
import type { Access, Route } from "./route.ts";

/** A Node header set as the Fetch one that sign-in works with. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === "string") headers.set(name, value);
    else if (Array.isArray(value)) for (const one of value) headers.append(name, one);
  }
  return headers;
}

function refuse(verdict: Verdict): void {
  if (verdict.allowed) return;
  if (verdict.why === "signIn") throw new Problem("signIn.needed");
  throw new Problem(verdict.why === "unseen" ? "journey.unknown" : "rights.missing");
}

function idOf(request: FastifyRequest, name: string): string {
  const params = request.params as Record<string, unknown>;
  return String(params[name]);
}

/** Asks the policy; a journey that is not there, or not for this actor, is answered alike. */
async function checkAccess(
  services: Services,
  access: Access,
  actor: Actor,
  request: FastifyRequest,
): Promise<void> {
  if (access.to === "anyone") return;
  const now = services.clock.now();
  if (!("inJourney" in access)) {
    refuse(mayInWorkspace(actor, access.to, now));
    return;
  }
  const id = idOf(request, access.inJourney);
  refuse(mayInJourney(actor, access.to, id, now));
  if ((await services.journeys.find(id)) === undefined) throw new Problem("journey.unknown");
}

/** Turns a route into a Fastify handler: who asks → may they → is it well formed → handle → reply. */
export function guardRoute(services: Services, route: Route) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const actor = await services.accounts.actorOf(headersOf(request));
    await checkAccess(services, route.access, actor, request);
    const answer = await route.handle({
      services,
      actor,
      params: route.params && checked(route.params, request.params, "path"),
      query: route.query && checked(route.query, request.query, "query"),
      body: route.body && checked(route.body, request.body, "body"),
      language: languageOf(request.headers["accept-language"]),
      request,
      reply,
    });
    for (const [name, value] of Object.entries(answer.headers ?? {})) void reply.header(name, value);
    for (const cookie of answer.cookies ?? []) void reply.header("set-cookie", cookie);
    void reply.status(answer.status ?? route.answers.status);
    return reply.send(answer.body);
  };
}
