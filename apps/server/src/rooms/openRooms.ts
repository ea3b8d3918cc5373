import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type Document, type Extension, Hocuspocus } from "@hocuspocus/server";
import { documentOf, journeyOf, type ServerMessage } from "@polku/protocol";
import type { Logger } from "pino";
import { type WebSocket, WebSocketServer } from "ws";
import type { Accounts } from "../accounts/accounts.ts";
import type { Clock } from "../clock.ts";
import type { JourneyLog } from "../storage/journeyLog.ts";
import type { JourneyStore } from "../storage/journeyStore.ts";
import { admitSocket, type OpenSocket } from "./admitSocket.ts";
import { makeDocumentLife } from "./appendToLog.ts";
import { authenticateExtension, type RoomContext } from "./authenticate.ts";
import { authorOf } from "./changeOrigin.ts";
import { editDocument, readDocument, readState } from "./editDocument.ts";
import { makeHands } from "./hands.ts";
import { makeJournal } from "./journal.ts";
import { makeListeningRooms } from "./listening.ts";
import { limits } from "./limits.ts";
import { makePace } from "./pace.ts";
import { makePresences } from "./presence.ts";
import type { Rooms } from "./rooms.ts";
import type { Seat } from "./seat.ts";
import { makeTakeApart } from "./takeApart.ts";
import { readArrival, refuseUpgrade } from "./upgrade.ts";
import { watchRights } from "./watchRights.ts";
import { wrapHooks } from "./wrapHooks.ts";

export type RoomsDeps = {
  log: JourneyLog;
  journeys: JourneyStore;
  accounts: Accounts;
  clock: Clock;
  logger: Logger;
  publicUrl: () => string;
  /** Whether another process has changed rights since it was last asked. */
  changedElsewhere: () => Promise<boolean>;
  /** More hooks; tests put a failing one in. */
  extensions?: Extension<RoomContext>[];
  /** How full the memory is, 0 to 1; tests say it themselves. */
  heapShare?: () => number;
};

const hours = 60 * 60 * 1_000;

/** Opens the rooms: documents, sockets, presence, rights. */
export function openRooms(deps: RoomsDeps): Rooms {
  const { log, journeys, accounts, clock, logger, publicUrl } = deps;
  const hands = makeHands();
  const journal = makeJournal(log, clock, logger, (documentName) => hands.takeUnsaved(documentName));
  const takeApart = makeTakeApart(logger);
  const presences = makePresences(clock);
  const sockets = new Map<WebSocket, OpenSocket>();
  const life = makeDocumentLife(
    { log, takeApart, journal, hands, clock, logger, heapShare: deps.heapShare },
    () => hocuspocus,
    endDocument,
  );

  /** Sends everybody out of a document and lets go of it: what they wrote is in their windows, and they bring it when they come back. */
  function endDocument(document: Document): void {
    for (const { socket } of sockets.values()) {
      if ([...socket.seats.values()].some((seat) => seat.document === document)) socket.end("failed");
    }
    for (const connection of document.getConnections()) connection.close();
  }

  /** Gives a client that signed in its seat. */
  const seating: Extension<RoomContext> = {
    extensionName: "seating",
    connected: async ({ connection, context, documentName }) => {
      const { socket, actor, role, again, epoch } = context;
      const journeyId = journeyOf(documentName);
      if (actor === undefined || role === undefined || again === undefined || journeyId === undefined) return;
      if (epoch !== rights.epoch()) {
        // Somebody's rights ended while this one was on the way in, perhaps theirs: they come again.
        socket.end("rightsChanged");
        return;
      }
      if (hocuspocus.documents.get(documentName) !== connection.document) {
        // The document was closed in the very moment of entering: nothing written to it would be kept.
        socket.end("failed");
        return;
      }
      const seat: Seat = {
        actor,
        role,
        epoch,
        again,
        address: connection.messageAddress,
        journeyId,
        documentName,
        connection,
        document: connection.document,
        clientId: undefined,
        ended: false,
        presencePace: makePace(clock, limits.presencePerSecond, limits.presenceBurst),
        handshakePace: makePace(clock, limits.handshakesPerSecond, limits.handshakeBurst),
      };
      connection.readOnly ||= life.isDamaged(documentName);
      socket.seats.set(seat.address, seat);
      sockets.get(socket.ws)?.seated(seat.address);
    },
  };

  const opened: ((journeyId: string) => void)[] = [];
  const left: ((journeyId: string) => void)[] = [];
  const tellAll = (listeners: readonly ((journeyId: string) => void)[], documentName: string): void => {
    const journeyId = journeyOf(documentName);
    if (journeyId !== undefined) for (const listener of listeners) listener(journeyId);
  };
  /** Tells whoever keeps something beside the documents when they come and go. */
  const comingAndGoing: Extension<RoomContext> = {
    extensionName: "comingAndGoing",
    afterLoadDocument: async ({ documentName }) => tellAll(opened, documentName),
    afterUnloadDocument: async ({ documentName }) => tellAll(left, documentName),
  };

  const hocuspocus: Hocuspocus<RoomContext> = new Hocuspocus<RoomContext>({
    quiet: true,
    // Our own pings and sign-in deadline end dead sockets; this timer would end quiet readers.
    timeout: 24 * hours,
    extensions: wrapHooks(
      [
        authenticateExtension({ accounts, journeys, life, clock, logger, epoch: () => rights.epoch() }),
        life.extension,
        seating,
        comingAndGoing,
        ...(deps.extensions ?? []),
      ],
      logger,
      (context, documentName, why) => sockets.get(context.socket.ws)?.denied(documentName, why),
    ),
  });

  const server = new WebSocketServer({ noServer: true, maxPayload: limits.frame, perMessageDeflate: false });
  const listening = makeListeningRooms(clock);
  const frameDeps = { journal, life, presences, hands, listening, clock, hocuspocus, logger };

  async function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
    const arrival = readArrival(request, publicUrl());
    if ("status" in arrival) {
      refuseUpgrade(stream, arrival);
      return;
    }
    const visitor = await accounts.actorOf(arrival.headers);
    server.handleUpgrade(request, stream, head, (ws) => {
      const open = admitSocket({ ws, stream }, arrival, visitor, frameDeps);
      sockets.set(ws, open);
      ws.on("close", () => sockets.delete(ws));
    });
  }

  const seats = function* (): Generator<Seat> {
    for (const { socket } of sockets.values()) yield* socket.seats.values();
  };
  const rights = watchRights({
    sockets: () => [...sockets.values()].map(({ socket }) => socket),
    changedElsewhere: deps.changedElsewhere,
    clock,
    logger,
  });
  const pulse = setInterval(() => {
    for (const { socket } of sockets.values()) socket.beat();
  }, limits.heartbeatMs / 2);
  const pings = setInterval(() => {
    for (const { socket } of sockets.values()) socket.ping();
  }, limits.pingMs);
  pulse.unref();
  pings.unref();

  return {
    withDocument: (journeyId, edit) =>
      editDocument({ hocuspocus, life, journal, logger }, documentOf(journeyId), edit),
    readDocument: (journeyId, read) =>
      readDocument({ hocuspocus, life, journal, logger }, documentOf(journeyId), read),
    readState: (journeyId) => readState({ hocuspocus, life, journal, logger }, documentOf(journeyId)),
    onChange: (listener) =>
      life.onChange((document, origin) => {
        const journeyId = journeyOf(document.name);
        if (journeyId !== undefined) listener(journeyId, document, authorOf(origin));
      }),
    onOpen: (listener) => void opened.push(listener),
    onLeft: (listener) => void left.push(listener),
    broadcast: (to, message: ServerMessage) => {
      const payload = JSON.stringify(message);
      for (const seat of seats()) {
        if (to === "all" || to.journeyId === seat.journeyId) seat.connection.sendStateless(payload);
      }
    },
    endAccess: (via) => rights.endAccess(via),
    endSession: (sessionId) => rights.endWhere(({ actor }) => actor.session === sessionId, "signIn"),
    endPerson: (personId, why) => rights.endWhere(({ actor }) => actor.id === personId, why),
    reviewPerson: (personId) => rights.review(personId),
    endJourney: (journeyId) => rights.endJourney(journeyId),
    forget: async (journeyId) => {
      rights.endJourney(journeyId);
      await journal.drain();
      await log.forget(documentOf(journeyId));
    },
    upgrade: (request, stream, head) => {
      upgrade(request, stream, head).catch((err: unknown) => {
        logger.error({ err }, "a socket could not be opened");
        stream.destroy();
      });
    },
    health: () => ({
      ...journal.health(),
      documents: hocuspocus.getDocumentsCount(),
      connections: sockets.size,
      withoutConnections: [...hocuspocus.documents.values()].filter((doc) => doc.getConnectionsCount() === 0)
        .length,
    }),
    close: async () => {
      clearInterval(pulse);
      clearInterval(pings);
      rights.stop();
      for (const { socket } of sockets.values()) socket.end("closing");
      server.close();
      await journal.drain();
      await takeApart.close();
    },
  };
}
