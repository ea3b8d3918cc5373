import type { DirectConnection, Document, Hocuspocus } from "@hocuspocus/server";
import type { Logger } from "pino";
import type { Doc } from "yjs";
import { Problem } from "../errors.ts";
import type { DocumentLife } from "./appendToLog.ts";
import type { RoomContext } from "./authenticate.ts";
import { pressedState } from "./documentState.ts";
import type { Journal } from "./journal.ts";

type Deps = { hocuspocus: Hocuspocus<RoomContext>; life: DocumentLife; journal: Journal; logger: Logger };

const mostAttempts = 5;

/**
 * Opens a document from inside. One that was being closed in that very moment is gone again when we arrive; what is written to it
 * would be kept nowhere, so we come once more.
 */
async function open(
  deps: Deps,
  documentName: string,
  attempt = 1,
): Promise<{ direct: DirectConnection; document: Document }> {
  const { hocuspocus, life, logger } = deps;
  try {
    await life.prepare(documentName);
    const direct = await hocuspocus.openDirectConnection(documentName);
    const { document } = direct;
    if (document !== null && hocuspocus.documents.get(documentName) === document) return { direct, document };
    if (attempt < mostAttempts) return await open(deps, documentName, attempt + 1);
  } catch (err) {
    logger.error({ err, documentName }, "a journey could not be opened");
  }
  throw new Problem("server.busy");
}

type Opened = Awaited<ReturnType<typeof open>>;

async function leave({ logger }: Deps, { direct }: Opened): Promise<void> {
  try {
    await direct.disconnect();
  } catch (err) {
    logger.error({ err }, "leaving a journey failed");
  }
}

/** Runs `read` on a document, opening it for as long as that takes. */
export async function readDocument<T>(deps: Deps, documentName: string, read: (doc: Doc) => T): Promise<T> {
  const opened = await open(deps, documentName);
  try {
    return read(opened.document);
  } finally {
    // Closing a document that nobody has open waits for the log; the reader need not.
    void leave(deps, opened);
  }
}

/** Whoever reads a whole document comes in by the socket next: it stays open until then, so that it is not read from the log twice. */
const lingerMs = 5_000;

/** A whole document as one Yjs update, pressed with gzip. */
export async function readState(deps: Deps, documentName: string): Promise<Buffer> {
  const opened = await open(deps, documentName);
  setTimeout(() => void leave(deps, opened), lingerMs).unref();
  return pressedState(opened.document);
}

/** Runs `edit` on a document that has room left; when the promise resolves, what it changed is on disk. */
export async function editDocument<T>(deps: Deps, documentName: string, edit: (doc: Doc) => T): Promise<T> {
  const opened = await open(deps, documentName);
  try {
    if (deps.life.isDamaged(documentName)) throw new Problem("journey.damaged");
    if (!deps.life.hasRoomFor(opened.document, 0)) throw new Problem("journey.full");
    const result = edit(opened.document);
    await deps.journal.committed(deps.journal.lastTicket(documentName));
    return result;
  } finally {
    void leave(deps, opened);
  }
}
