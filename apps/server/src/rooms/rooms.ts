import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { ServerMessage } from "@polku/protocol";
import type { Doc } from "yjs";
import type { Actor } from "../policies/actor.ts";

export type RoomsHealth = {
  /** Updates that are not on disk yet. */
  waiting: number;
  /** ms since 1970 of the first of the failed writes that go on; `null` when writing works. */
  failingSince: number | null;
  committed: number;
  documents: number;
  connections: number;
  withoutConnections: number;
};

/** The open journeys, as the rest of the server meets them. */
export type Rooms = {
  /**
   * Runs `edit` on the live document of a journey, opening it when nobody is there. Everybody present sees the change; when the
   * promise resolves it is on disk. Throws what `edit` throws, `Problem("journey.damaged")`, or `Problem("server.busy")`.
   */
  withDocument<T>(journeyId: string, edit: (doc: Doc) => T): Promise<T>;
  /** Runs `read` on the document as it stands. `read` must not change it. */
  readDocument<T>(journeyId: string, read: (doc: Doc) => T): Promise<T>;
  /** A whole document as one Yjs update, pressed with gzip. */
  readState(journeyId: string): Promise<Buffer>;
  /** Called after each change of an open journey, in the same tick: be quick. `by` is whoever made it, when that is known. */
  onChange(listener: (journeyId: string, doc: Doc, by: Actor | undefined) => void): void;
  /** Called when a journey has come into memory. */
  onOpen(listener: (journeyId: string) => void): void;
  /** Called when everybody has left a journey and it is no longer in memory. */
  onLeft(listener: (journeyId: string) => void): void;
  /** Sends a small JSON message to the windows that show a journey, or to all of them. */
  broadcast(to: { journeyId: string } | "all", message: ServerMessage): void;
  /** Ends every socket that came in by a grant (`link:…`, `token:…`): nothing it has under way is taken any more. */
  endAccess(via: string): void;
  /** Ends every socket that was opened by a session. */
  endSession(sessionId: string): void;
  /** Ends every socket of a person: for good, or so that they come back with the role they have then. */
  endPerson(personId: string, why: "signIn" | "rightsChanged"): void;
  /** Asks the stores again what a person may, and ends those of their sockets whose role has changed. */
  reviewPerson(personId: string): Promise<void>;
  /** Ends every socket in a journey that was put into the trash. */
  endJourney(journeyId: string): void;
  /** Removes a journey's document for good. */
  forget(journeyId: string): Promise<void>;
  /** Takes over a request for a socket from the HTTP server. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void;
  health(): RoomsHealth;
  /** Ends all sockets and waits until everything acknowledged or applied is on disk. */
  close(): Promise<void>;
};
