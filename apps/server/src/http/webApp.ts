import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { Problem } from "../errors.ts";
import { replyWithProblem } from "./problemReply.ts";

const year = 31_536_000;

/** True for addresses that belong to programs: an unknown one is a problem document, never the page. */
function isForPrograms(url: string): boolean {
  return /^\/(api|collab|yjs|healthz|readyz|metrics)(\/|\?|$)/.test(url);
}

/** Serves the built web app; every address that is not a file and not for programs shows its page. */
export async function serveWebApp(app: FastifyInstance, folder: string | undefined): Promise<void> {
  const page = folder === undefined ? undefined : path.join(folder, "index.html");
  const html = page !== undefined && existsSync(page) ? readFileSync(page) : undefined;
  if (folder !== undefined && html !== undefined) {
    await app.register(fastifyStatic, {
      root: folder,
      wildcard: true,
      cacheControl: false,
      dotfiles: "ignore",
      // The build puts pressed copies beside the files.
      preCompressed: true,
      setHeaders: (reply, file) => {
        const hashed = path.dirname(file).endsWith(`${path.sep}assets`);
        void reply.header("cache-control", hashed ? `public, max-age=${year}, immutable` : "no-cache");
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = (request.method === "GET" || request.method === "HEAD") && !isForPrograms(request.url);
    if (!wantsPage || html === undefined || /\/assets\//.test(request.url))
      return replyWithProblem(new Problem("address.unknown"), request, reply);
    return reply.type("text/html; charset=utf-8").header("cache-control", "no-cache").send(html);
  });
}
