import { sql } from "kysely";
import { Problem } from "../../errors.ts";
import { route } from "../route.ts";

const healthz = route({
  method: "GET",
  path: "/healthz",
  summary: "The process is alive.",
  access: {
    to: "anyone",
    why: "A supervisor asks without an account; the answer tells nothing but that it lives.",
  },
  answers: { status: 200, type: "text/plain", description: "Alive" },
  handle: async () => ({ body: "ok\n", headers: { "content-type": "text/plain; charset=utf-8" } }),
});

const readyz = route({
  method: "GET",
  path: "/readyz",
  summary: "The server is able to serve: its database answers and the log can be written.",
  access: { to: "anyone", why: "A load balancer asks without an account." },
  answers: { status: 200, type: "text/plain", description: "Ready" },
  handle: async ({ services }) => {
    try {
      await sql`select 1`.execute(services.db);
    } catch (error) {
      services.log.error({ err: error }, "the database does not answer");
      throw new Problem("server.busy");
    }
    if (services.rooms.health().failingSince !== null) throw new Problem("server.busy");
    return { body: "ready\n", headers: { "content-type": "text/plain; charset=utf-8" } };
  },
});

const metrics = route({
  method: "GET",
  path: "/metrics",
  summary: "Counts and measures of the process, in the text format of Prometheus.",
  access: { to: "anyone", why: "A collector asks without an account; the answer holds counts only." },
  answers: { status: 200, type: "text/plain", description: "The metrics" },
  handle: async ({ services }) => ({
    body: services.metrics.text(services.rooms.health()),
    headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8" },
  }),
});

export const healthRoutes = [healthz, readyz, metrics];
