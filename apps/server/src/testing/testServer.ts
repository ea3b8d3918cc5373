import type { Role } from "@polku/protocol";
import { pino } from "pino";
import { createApiToken } from "../accounts/apiTokens.ts";
import { systemClock } from "../clock.ts";
import type { OidcConfig } from "../config.ts";
import { type Given, type RunningServer, startServer } from "../server.ts";
import { makeTestFolder } from "./testFolder.ts";

/** A server on a free port with a folder of its own; the answer of `ask` is already read. */
export type TestServer = RunningServer & {
  folder: string;
  socketUrl: string;
  token(role: Role, journeyId?: string): Promise<string>;
  /** `Body` is what a good answer holds, by the route's own type. */
  ask<Body = TestAnswer["body"]>(
    method: string,
    path: string,
    given?: { token?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<TestAnswer<Body>>;
  journey(title?: string): Promise<string>;
  stop(): Promise<void>;
};

export type TestAnswer<Body = Record<string, unknown>> = {
  status: number;
  body: Body;
  text: string;
  headers: Headers;
};

/** What an answer holds; nothing where it is no JSON. The one place where a test believes an answer to be what it asks for. */
function read<Body>(text: string): Body {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return {} as Body;
  }
}

/** Starts a server for tests, without the demo unless told. `folder` continues with what an earlier one left. */
export async function startTestServer(
  given: Given & { folder?: string; demo?: boolean; oidc?: OidcConfig; webFolder?: string } = {},
): Promise<TestServer> {
  const made = given.folder === undefined ? makeTestFolder() : { folder: given.folder, remove: () => {} };
  const config = {
    port: 0,
    host: "127.0.0.1",
    dataFolder: made.folder,
    publicUrl: undefined,
    webFolder: given.webFolder,
    demo: given.demo ?? false,
    openBrowser: false,
    logLevel: "silent" as const,
    oidc: given.oidc,
  };
  const server = await startServer(config, { log: pino({ level: "silent" }), ...given });
  const token = (role: Role, journeyId = "*") =>
    createApiToken(server.services.db, systemClock, { role, journeyId, name: `a ${role}` });

  const ask: TestServer["ask"] = async <Body>(
    method: string,
    path: string,
    { token: bearer, body, headers = {} }: Parameters<TestServer["ask"]>[2] = {},
  ) => {
    const response = await fetch(server.url + path, {
      method,
      headers: {
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: read<Body>(text), text, headers: response.headers };
  };

  let owner: string | undefined;
  return {
    ...server,
    folder: made.folder,
    socketUrl: server.url.replace("http", "ws"),
    token,
    ask,
    journey: async (title = "Test") => {
      owner ??= await token("owner");
      const { body } = await ask("POST", "/api/v1/journeys", { token: owner, body: { title } });
      return String(body.id);
    },
    stop: async () => {
      await server.close();
      made.remove();
    },
  };
}

/** The row of a journey in the list, for a journey that was put into the log by other ways. */
export function journeyRow(id: string) {
  const now = Date.now();
  const never = { archivedAt: null, deletedAt: null, futureOf: null, level: 1, below: "[]", personas: null };
  return { id, title: "x", lang: "en" as const, createdBy: "x", createdAt: now, changedAt: now, ...never };
}
