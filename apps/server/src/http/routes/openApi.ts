import { openApiDocument } from "../openApi.ts";
import { type Route, route } from "../route.ts";

/** The route that describes all routes, itself included. */
export function openApiRoute(routes: () => readonly Route[]): Route {
  return route({
    method: "GET",
    path: "/api/openapi.json",
    summary: "This document.",
    access: { to: "anyone", why: "It tells what can be asked, nothing that was answered." },
    answers: { status: 200, type: "application/json", description: "The OpenAPI 3.1 document" },
    handle: async ({ services }) => ({ body: openApiDocument(routes(), services.publicUrl) }),
  });
}
