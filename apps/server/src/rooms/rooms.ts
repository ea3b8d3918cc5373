import type { ServerMessage } from "@polku/protocol";
import type { Doc } from "yjs";

/** The open journeys, as the rest of the server meets them. */
export type Rooms = {
  /**
   * Runs `edit` on the live document of a journey, opening it when nobody is there. Everybody present sees the change; when the
   * promise resolves it is on disk. Throws what `edit` throws, `Problem("journey.damaged")`, or `Problem("server.busy")`.
   */
  withDocument<T>(journeyId: string, edit: (doc: Doc) => T): Promise<T>;
  /** Runs `read` on the document as it stands. `read` must not change it. */
  readDocument<T>(journeyId: string, read: (doc: Doc) => T): Promise<T>;
  /** Sends a small JSON message to the windows that show a journey, or to all of them. */
  broadcast(to: { journeyId: string } | "all", message: ServerMessage): void;
};
