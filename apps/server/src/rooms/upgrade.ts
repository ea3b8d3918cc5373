import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type Language, documentOf, isJourneyId, languageOf } from "@polku/protocol";
import { hocuspocusWire, type Wire } from "./wire.ts";
import { yjsWire } from "./yjsDoor.ts";

/** A request for a socket that may be let in: which protocol it speaks, and what it already said about itself. */
export type Arrival = {
  wire: Wire;
  language: Language;
  headers: Headers;
  /** For the plain Yjs door: the document in its address and the token in its query. */
  door: { documentName: string; token: string } | undefined;
  /** A browser's page of ours; without one only a token counts, never a cookie. */
  fromOwnPage: boolean;
};

export type Refusal = { status: 403 | 404 };

/** True for an Origin header that names this very server or its public address. */
function isOwnOrigin(origin: string, host: string | undefined, publicUrl: string): boolean {
  if (origin === new URL(publicUrl).origin) return true;
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const name of ["cookie", "authorization"]) {
    const value = request.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  return headers;
}

function doorOf(url: URL): Arrival["door"] | undefined {
  const match = /^\/yjs\/journey\/([^/]+)$/.exec(url.pathname);
  if (match === null) return undefined;
  let id: string;
  try {
    id = decodeURIComponent(match[1] ?? "");
  } catch {
    return undefined;
  }
  return isJourneyId(id)
    ? { documentName: documentOf(id), token: url.searchParams.get("token") ?? "" }
    : undefined;
}

/** Looks at a request for a socket. A page of another site is refused; a program without a page is not. */
export function readArrival(request: IncomingMessage, publicUrl: string): Arrival | Refusal {
  const { origin, host } = request.headers;
  if (origin !== undefined && !isOwnOrigin(origin, host, publicUrl)) return { status: 403 };
  let url: URL;
  try {
    url = new URL(request.url ?? "", "http://polku.invalid");
  } catch {
    return { status: 404 };
  }
  const door = doorOf(url);
  if (url.pathname !== "/collab" && door === undefined) return { status: 404 };
  return {
    wire: door === undefined ? hocuspocusWire : yjsWire(door.documentName),
    language: languageOf(request.headers["accept-language"]),
    headers: headersOf(request),
    door,
    fromOwnPage: origin !== undefined,
  };
}

/** Answers a request for a socket that is not let in, in plain HTTP. */
export function refuseUpgrade(socket: Duplex, { status }: Refusal): void {
  const text = status === 403 ? "Forbidden" : "Not Found";
  socket.once("error", () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${text}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
