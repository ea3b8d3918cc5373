import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import { type FastifyBaseLogger, type FastifyInstance, LogController, fastify } from "fastify";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { firstLookFor } from "./firstLookPage.ts";
import { guardRoute } from "./guardRoute.ts";
import { replyWithProblem } from "./problemReply.ts";
import type { Route } from "./route.ts";
import { routes as everyRoute } from "./routes/index.ts";
import { securityEventOf } from "./securityEvents.ts";
import { scriptHashes, setSecurityHeaders } from "./securityHeaders.ts";
import { endUnusedConnections } from "./unusedConnections.ts";
import { readPage, serveWebApp } from "./webApp.ts";

const mebibyte = 1024 * 1024;

/** A page of another site may not use a visitor's cookie to change anything here. Programs send no Origin. */
function isForeign(origin: string | undefined, host: string | undefined, publicUrl: string): boolean {
  if (origin === undefined) return false;
  return origin !== publicUrl && origin !== `http://${host ?? ""}` && origin !== `https://${host ?? ""}`;
}

/** Builds the HTTP side: every route behind its policy, problem documents, the web app. Not yet listening. */
export async function buildApp(
  services: Services,
  routes: readonly Route[] = everyRoute,
): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = services.log;
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: mebibyte,
    trustProxy: services.config.publicUrl !== undefined,
    routerOptions: { maxParamLength: 200 },
    return503OnClosing: false,
  });
  // Whoever looks for a break-in needs them, however little else is logged; a person at a terminal has asked for no such lines.
  const level = services.log.level === "silent" || process.stderr.isTTY ? services.log.level : "info";
  const security = services.log.child({}, { level });
  const page = readPage(services.config.webFolder);
  const hashes = page === undefined ? [] : scriptHashes(page);
  app.setErrorHandler((error, request, reply) => replyWithProblem(error, request, reply));
  app.addHook("onRequest", async (request, reply) => {
    setSecurityHeaders(reply, services.publicUrl.startsWith("https://"), hashes);
    const changes = request.method !== "GET" && request.method !== "HEAD";
    if (changes && isForeign(request.headers.origin, request.headers.host, services.publicUrl))
      throw new Problem("request.foreign");
  });
  app.addHook("onSend", async (request, reply) => {
    if (request.url.startsWith("/api/") && !reply.hasHeader("cache-control"))
      void reply.header("cache-control", "no-store");
  });
  app.addHook("onResponse", async (request, reply) => {
    services.metrics.countAnswer(request.method, reply.statusCode);
    const event = securityEventOf(request, reply.statusCode);
    if (event !== undefined) security.info(event, "security");
  });
  endUnusedConnections(app);
  await app.register(rateLimit, { global: false });
  await app.register(multipart, {
    limits: { fileSize: 50 * mebibyte, files: 1, fields: 20, fieldSize: mebibyte },
  });
  // Only where lines are asked for: everywhere else such a body is of a kind that is not taken.
  await app.register(async (lines) => {
    lines.addContentTypeParser("application/x-ndjson", (_request, payload, done) => done(null, payload));
    for (const route of routes) if (route.consumes === "application/x-ndjson") serve(lines, services, route);
  });
  for (const route of routes) if (route.consumes !== "application/x-ndjson") serve(app, services, route);
  await serveWebApp(app, services.config.webFolder, page, (request) => firstLookFor(services, request));
  return app;
}

function serve(app: FastifyInstance, services: Services, route: Route): void {
  app.route({
    method: route.method,
    url: route.path,
    handler: guardRoute(services, route),
    ...(route.bodyLimit === undefined ? {} : { bodyLimit: route.bodyLimit }),
    config: { rateLimit: { max: route.perMinute ?? 600, timeWindow: 60_000 } },
  });
}
