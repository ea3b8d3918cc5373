import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Problem } from "../errors.ts";
import { replyWithProblem } from "./problemReply.ts";

const year = 31_536_000;

/** True for addresses that belong to programs: an unknown one is a problem document, never the page. */
function isForPrograms(url: string): boolean {
  return /^\/(api|collab|yjs|healthz|readyz|metrics)(\/|\?|$)/.test(url);
}

const press = promisify(gzip);

/** What goes with the page that is asked for, as markup after the app's own place; `null` for nothing. */
type Beside = (request: FastifyRequest) => Promise<string | null>;

/** The page of the built web app; `undefined` where nothing was built. */
export function readPage(folder: string | undefined): string | undefined {
  const page = folder === undefined ? undefined : path.join(folder, "index.html");
  return page !== undefined && existsSync(page) ? readFileSync(page, "utf8") : undefined;
}

/** Serves the built web app; every address that is not a file and not for programs shows its page, `html`. */
export async function serveWebApp(
  app: FastifyInstance,
  folder: string | undefined,
  html: string | undefined,
  beside: Beside,
): Promise<void> {
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
  app.setNotFoundHandler(async (request, reply) => {
    const wantsPage = (request.method === "GET" || request.method === "HEAD") && !isForPrograms(request.url);
    if (!wantsPage || html === undefined || /\/assets\//.test(request.url))
      return replyWithProblem(new Problem("address.unknown"), request, reply);
    void reply.type("text/html; charset=utf-8");
    const more = await besideOf(beside, request);
    return more === null
      ? reply.header("cache-control", "no-cache").send(html)
      : sendPressed(
          request,
          reply,
          html.replace(PLACE, () => PLACE + more),
        );
  });
}

/** Where the app draws. */
const PLACE = '<div id="root"></div>';

/** The page is shown whatever becomes of what goes with it. */
async function besideOf(beside: Beside, request: FastifyRequest): Promise<string | null> {
  try {
    return await beside(request);
  } catch (err) {
    request.log.warn({ err }, "a page is shown without its first look");
    return null;
  }
}

/** What only this person may see, so nothing on the way keeps it. */
async function sendPressed(
  request: FastifyRequest,
  reply: FastifyReply,
  page: string,
): Promise<FastifyReply> {
  void reply.header("cache-control", "no-store").header("vary", "accept-encoding, accept-language, cookie");
  if (!/\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) return reply.send(page);
  return reply.header("content-encoding", "gzip").send(await press(page));
}
