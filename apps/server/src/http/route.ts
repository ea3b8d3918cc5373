import type { Language } from "@polku/protocol";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { Actor } from "../policies/actor.ts";
import type { JourneyAction, WorkspaceAction } from "../policies/policy.ts";
import type { Services } from "../services.ts";

/** Who may call a route. There is no route without one: the policy is asked before the handler runs. */
export type Access =
  /** Open to everybody; `why` says for what reason. */
  | { to: "anyone"; why: string }
  /** Needs the right to an action of the workspace. */
  | { to: WorkspaceAction }
  /** Needs the right to an action in the journey that the path's `:id` names. */
  | { to: JourneyAction; inJourney: "id" };

type Asked<Params, Query, Body> = {
  services: Services;
  actor: Actor;
  params: Params;
  query: Query;
  body: Body;
  language: Language;
  request: FastifyRequest;
  reply: FastifyReply;
};

/** What a handler answers. `body` is JSON unless it is a string, a Buffer or a stream, which go out as they are. */
export type Answer = {
  status?: number;
  headers?: Record<string, string>;
  cookies?: readonly string[];
  body?: unknown;
};

type Schema = z.ZodType;
type Read<S> = S extends z.ZodType ? z.output<S> : undefined;

export type RouteDefinition<P, Q, B> = {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** As Fastify writes it: `/api/v1/journeys/:id`. */
  path: string;
  /** One sentence for the OpenAPI document. */
  summary: string;
  access: Access;
  params?: P;
  query?: Q;
  /** The JSON body; a route that takes a file leaves it out and reads `request.parts()` itself. */
  body?: B;
  /** How the request body is named in the OpenAPI document when it is not JSON. */
  consumes?: "multipart/form-data" | "application/x-ndjson";
  /** Largest body in bytes; 1 MiB unless told. */
  bodyLimit?: number;
  /** The good answer: its status and the schema of its JSON, or its media type. */
  answers: { status: number; body?: Schema; type?: string; description: string };
  /** Most calls per minute from one address or session; 600 unless told. */
  perMinute?: number;
  handle: (asked: Asked<Read<P>, Read<Q>, Read<B>>) => Promise<Answer>;
};

export type Route = RouteDefinition<Schema | undefined, Schema | undefined, Schema | undefined>;

/** Describes one route; the handler sees its parameters, query and body already checked and typed. */
export function route<
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
>(definition: RouteDefinition<P, Q, B>): Route {
  // What a handler reads is typed by its own schemas, which a list of all routes cannot know; guardRoute gives it just what they parsed.
  return definition as unknown as Route;
}
