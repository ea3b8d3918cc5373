import { problems } from "@polku/protocol";
import { z } from "zod";
import type { Route } from "./route.ts";

type Json = Record<string, unknown>;

function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}

function parametersOf(schema: z.ZodType | undefined, place: "path" | "query"): Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema, "input") as {
    properties?: Json;
    required?: string[];
  };
  return Object.entries(properties).map(([name, value]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: value,
  }));
}

/** Path parameters that a route reads without a schema of its own are texts. */
function pathParametersOf(route: Route): Json[] {
  const described = parametersOf(route.params, "path");
  const named = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1]);
  const missing = named.filter((name) => !described.some((one) => one.name === name));
  return [
    ...described,
    ...missing.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } })),
  ];
}

function requestBodyOf(route: Route): Json {
  if (route.body !== undefined) {
    const schema = schemaOf(route.body, "input");
    const content: Json = { "application/json": { schema } };
    if (route.consumes !== undefined) content[route.consumes] = {};
    return { requestBody: { required: true, content } };
  }
  if (route.consumes === undefined) return {};
  const schema = {
    type: "object",
    properties: { file: { type: "string", format: "binary" }, meta: { type: "string" } },
    required: ["file"],
  };
  const content = { [route.consumes]: route.consumes === "multipart/form-data" ? { schema } : {} };
  return { requestBody: { required: true, content } };
}

function answerOf({ answers }: Route): Json {
  const content =
    answers.body !== undefined
      ? { "application/json": { schema: schemaOf(answers.body, "output") } }
      : answers.type !== undefined
        ? { [answers.type]: {} }
        : undefined;
  return { description: answers.description, ...(content === undefined ? {} : { content }) };
}

function operationOf(route: Route): Json {
  const open = route.access.to === "anyone";
  const parameters = [...pathParametersOf(route), ...parametersOf(route.query, "query")];
  return {
    summary: route.summary,
    operationId: `${route.method.toLowerCase()}${route.path.replace(/\/api\/v1/, "").replace(/[^A-Za-z0-9]+(\w?)/g, (_, c: string) => c.toUpperCase())}`,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...requestBodyOf(route),
    security: open ? [] : [{ bearer: [] }, { cookie: [] }],
    responses: {
      [route.answers.status]: answerOf(route),
      default: { $ref: "#/components/responses/problem" },
    },
  };
}

const problemSchema = {
  type: "object",
  required: ["type", "title", "status", "code"],
  properties: {
    type: { type: "string" },
    title: { type: "string", description: "One sentence, in the language that Accept-Language asks for" },
    status: { type: "integer" },
    code: { type: "string", description: `Stable. One of: ${Object.keys(problems).join(", ")}` },
    detail: { type: "string" },
  },
};

/** The OpenAPI 3.1 document of the routes, made from the very schemas that check the requests. */
export function openApiDocument(routes: readonly Route[], serverUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Polku", version: "1", license: { name: "MIT", identifier: "MIT" } },
    servers: [{ url: serverUrl }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer" },
        cookie: { type: "apiKey", in: "cookie", name: "polku.session_token" },
      },
      responses: {
        problem: {
          description: "Refused, and why (RFC 9457)",
          content: { "application/problem+json": { schema: problemSchema } },
        },
      },
    },
  };
}
