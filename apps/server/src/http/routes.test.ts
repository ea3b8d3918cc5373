import { roles } from "@polku/protocol";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { startTestServer, type TestServer } from "../testing/testServer.ts";
import { routes } from "./routes/index.ts";

let server: TestServer;
let journeyId: string;
beforeAll(async () => {
  server = await startTestServer();
  journeyId = await server.journey();
});
afterAll(() => server.stop());

const named = routes.map((route) => [`${route.method} ${route.path}`, route] as const);
const inJourney = named.filter(([, route]) => "inJourney" in route.access);
const guarded = named.filter(([, route]) => route.access.to !== "anyone");
const changing = named.filter(([, route]) => route.method !== "GET" && route.access.to !== "anyone");
const at = (path: string, id: string) => path.replace(":id", id).replace(/:\w+/g, "x");

describe("every route", () => {
  test.each(named)("%s has a policy", (_, route) => {
    if (route.access.to === "anyone")
      expect("why" in route.access && route.access.why.length > 20).toBe(true);
    else expect(route.access.to).toMatch(/^[a-zA-Z]+\.[a-zA-Z]+$/);
    if (route.path.startsWith("/api/v1/journeys/:id")) expect("inJourney" in route.access).toBe(true);
  });

  test("open to everybody is one of those we know", () => {
    const open = named.filter(([, route]) => route.access.to === "anyone").map(([name]) => name);
    expect(open.toSorted()).toEqual([
      "GET /api/openapi.json",
      "GET /api/v1/join/door/:id",
      "GET /api/v1/sign-in/oidc",
      "GET /api/v1/sign-in/oidc/callback",
      "GET /api/v1/sign-in/ways",
      "GET /healthz",
      "GET /metrics",
      "GET /readyz",
      "POST /api/v1/invitations/accept",
      "POST /api/v1/invitations/look",
      "POST /api/v1/join",
      "POST /api/v1/join/look",
      "POST /api/v1/participate",
      "POST /api/v1/participate/look",
      "POST /api/v1/participate/spoken",
      "POST /api/v1/sign-in",
      "POST /api/v1/sign-in/password",
      "POST /api/v1/sign-out",
    ]);
  });

  test.each(guarded)("%s asks nobody to sign in first, whatever they send", async (_, route) => {
    const answer = await server.ask(route.method, at(route.path, journeyId));
    expect([answer.status, answer.body.code]).toEqual([401, "signIn.needed"]);
    const wrong = await server.ask(route.method, at(route.path, journeyId), { token: "polku_wrong" });
    expect(wrong.status).toBe(401);
  });

  test.each(inJourney)("%s does not know a journey that is not the asker's", async (_, route) => {
    const token = await server.token("owner", await server.journey());
    const answer = await server.ask(route.method, at(route.path, journeyId), { token });
    expect([answer.status, answer.body.code]).toEqual([404, "journey.unknown"]);
    const none = await server.ask(route.method, at(route.path, "none"), {
      token: await server.token("owner"),
    });
    expect(none.status).toBe(404);
  });

  test.each(changing)("%s: a reader changes no byte of the journey by it", async (_, route) => {
    const bytes = () =>
      server.services.rooms.readDocument(journeyId, (doc) =>
        Buffer.from(Y.encodeStateAsUpdate(doc)).toString("hex"),
      );
    const rows = () =>
      server.services.db
        .selectFrom("journey")
        .select(["id", "title", "lang", "archivedAt", "deletedAt"])
        .execute();
    const before = [await bytes(), await rows()];
    const body = { id: "c1", name: "addStage", args: { title: "mine" }, title: "mine", role: "editor" };
    for (const role of roles.filter((one) => one !== "owner" && one !== "editor")) {
      const token = await server.token(role, journeyId);
      await server.ask(route.method, at(route.path, journeyId), { token, body });
    }
    expect([await bytes(), await rows()]).toEqual(before);
  });
});

describe("the OpenAPI document", () => {
  test("describes every route, each once, and resolves its own references", async () => {
    const { body } = await server.ask("GET", "/api/openapi.json");
    expect(body.openapi).toBe("3.1.0");
    const paths = body.paths as Record<string, Record<string, { operationId: string; responses: object }>>;
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`),
    );
    expect(described.toSorted()).toEqual(named.map(([name]) => name).toSorted());
    const ids = Object.values(paths).flatMap((methods) =>
      Object.values(methods).map((one) => one.operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(JSON.stringify(body)).toContain("#/components/responses/problem");
  });
});
