import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import {
  addState,
  createJourneyDoc,
  createUndo,
  exportJourney,
  readTrash,
  watchJourney,
  watchTouched,
  type Args,
  type Command,
  type CommandContext,
  type Fields,
  type JourneyFile,
  type JourneyUndo,
  type JourneyView,
  type Refusal,
  type Result,
  type Touched,
  type TrashItem,
} from "@polku/journey";
import {
  closeReasonOf,
  documentOf,
  isAtLeast,
  mayEditMap,
  type Role,
  type ServerMessage,
} from "@polku/protocol";
import { fetchQuotes } from "../api/quotes.ts";
import { createAttention, thingKey, type AttentionStore } from "./attention.ts";
import { browserShelf, createAwayEdits, type LostEdits } from "./awayEdits.ts";
import { createListeners } from "./listeners.ts";
import { createListening, type ListeningBoard } from "./listening.ts";
import { localCopyName, openLocalCopy } from "./localCopy.ts";
import { createPresence, type PresenceBoard } from "./presence.ts";
import { createQuoteBook, type QuoteBook } from "./quoteBook.ts";
import type { SessionOrigin } from "./origin.ts";
import { createRefusals, type RefusalReason } from "./refusals.ts";
import { createSaving } from "./saving.ts";
import { stepOf, type Step } from "./step.ts";

/**
 * What the window may say of the connection. `refused` is final. `canShare`: whether this person decides who may come in. `keepsCopy` is
 * false when this browser keeps nothing of the journey.
 */
export type Connection = {
  readonly keepsCopy: boolean;
  readonly canShare: boolean;
  /** Whether this person may put notes of their own on the canvas; the server writes them for who may not edit. */
  readonly canContribute: boolean;
} & (
  | { readonly state: "opening" | "saved" | "saving" | "offline"; readonly canEdit: boolean }
  | { readonly state: "refused"; readonly reason: RefusalReason; readonly canEdit: false }
);

/** An open journey: its document, kept here and only here, and everything a window does with it. */
export type JourneySession = {
  readonly journeyId: string;
  readonly view: () => JourneyView;
  readonly subscribe: (listener: () => void) => () => void;
  /** Carries out a command as this person, in this window. */
  readonly run: <F extends Fields>(command: Command<F>, args: Args<F>) => Result<Touched>;
  readonly undo: JourneyUndo<Step>;
  /** Commands that were not carried out, each as it happens. */
  readonly onRefused: (listener: (refusal: Refusal) => void) => () => void;
  /** What was deleted and can come back, the last first. */
  readonly trash: () => readonly TrashItem[];
  readonly connection: () => Connection;
  readonly subscribeConnection: (listener: () => void) => () => void;
  readonly presence: PresenceBoard;
  readonly attention: AttentionStore;
  readonly quotes: QuoteBook;
  readonly listening: ListeningBoard;
  /** Messages of the server beside the document's own traffic. */
  readonly onMessage: (listener: (message: ServerMessage) => void) => () => void;
  readonly lost: LostEdits;
  /** The journey as this window has it, sent or not, as a file. */
  readonly asFile: () => JourneyFile;
  /** Throws away this browser's copy, and with it what was not taken by the server. The page must be loaded again. */
  readonly forgetCopy: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type SessionOptions = {
  readonly journeyId: string;
  readonly personId: string;
  readonly role: Role;
  /** A fresh one-use ticket for the socket, and what one may do with it; asked for again at every reconnect. */
  readonly ticket: () => Promise<{ readonly token: string; readonly role: Role }>;
  readonly socketUrl: string;
  /** The document as the server had it a moment ago, if it comes before the socket brings it. */
  readonly state: Promise<Uint8Array | null>;
};

function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}

function readServerMessage(payload: string): ServerMessage | null {
  try {
    const message: unknown = JSON.parse(payload);
    return typeof message === "object" && message !== null && "t" in message
      ? (message as ServerMessage)
      : null;
  } catch {
    // Not ours: nothing to do with it.
    return null;
  }
}

/** Opens a journey: local copy first, then the server. The one who opens it closes it. */
export function openJourneySession(options: SessionOptions): JourneySession {
  const { journeyId, personId } = options;
  const doc = createJourneyDoc();
  const origin: SessionOrigin = { kind: "session", journeyId };
  const watch = watchJourney(doc);
  const undo = createUndo<Step>(doc, origin);
  const context: CommandContext = { doc, origin, by: personId, newId, now: () => new Date().toISOString() };
  const views = createListeners<JourneyView>();
  const refused = createListeners<Refusal>();
  const connections = createListeners<void>();
  const messages = createListeners<ServerMessage>();

  let closed = false;
  let connected = false;
  let everConnected = false;
  let { role } = options;
  let refusal: RefusalReason | null = null;

  const local = openLocalCopy(localCopyName(journeyId, personId), doc, () => changedConnection());
  const socket = new HocuspocusProviderWebsocket({
    url: options.socketUrl,
    // Everyone comes back after a restart: spread them out.
    // (Whole numbers, and not below minDelay: the provider refuses others in silence and never connects.)
    delay: 500 + Math.round(Math.random() * 1500),
    minDelay: 300,
    maxDelay: 10_000,
  });
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: documentOf(journeyId),
    document: doc,
    token: async () => {
      const ticket = await options.ticket();
      role = ticket.role;
      changedConnection();
      return ticket.token;
    },
  });

  const saving = createSaving({
    ask: (v, s) => provider.sendStateless(JSON.stringify({ t: "save?", v, s })),
    later: (run) => void setTimeout(run, 30),
    newSession: newId,
    tell: () => changedConnection(),
  });

  const listening = createListening({
    say: (question) => provider.sendStateless(JSON.stringify(question)),
    now: () => performance.timeOrigin + performance.now(),
  });

  const compute = (): Connection => {
    const keepsCopy = local.keeps();
    const may = {
      canEdit: mayEditMap(role),
      canContribute: isAtLeast(role, "participant"),
      canShare: role === "owner",
      keepsCopy,
    };
    if (refusal) return { ...may, state: "refused", reason: refusal, canEdit: false, canShare: false };
    if (!navigator.onLine) return { ...may, state: "offline" };
    if (!connected) return { ...may, state: everConnected ? "offline" : "opening" };
    return { ...may, state: saving.state() };
  };
  let connection = compute();
  const changedConnection = (): void => {
    const next = compute();
    if (JSON.stringify(next) === JSON.stringify(connection)) return;
    connection = next;
    connections.tell();
  };

  /** What was erased while this window was away nobody told it: every word is asked for anew. */
  const catchUp = (): void => {
    quotes.refresh();
    messages.tell({ t: "evidence", ids: [], gone: true });
  };

  const isFinal = createRefusals(() => Date.now());
  const refuse = (reason: RefusalReason): void => {
    refusal = reason;
    socket.disconnect();
    changedConnection();
  };
  provider.on("status", ({ status }: { status: string }) => {
    const isBack = status === "connected" && !connected && everConnected;
    connected = status === "connected";
    everConnected ||= connected;
    if (!connected) {
      saving.lost();
      awayEdits.left();
    }
    if (isBack) catchUp();
    changedConnection();
  });
  provider.on("synced", ({ state }: { state: boolean }) => {
    if (!state) return;
    saving.synced();
    listening.synced();
    awayEdits.back(watch.view());
  });
  provider.on("authenticationFailed", ({ reason }: { reason: string }) => {
    // A ticket that could not be fetched (the network went in that instant) is no refusal: the socket tries again.
    if (navigator.onLine)
      refuse(Object.values({ reason }).some((one) => /unknown|404/.test(one)) ? "unknown" : "noRights");
  });
  provider.on("close", ({ event }: { event: { code: number } }) => {
    const reason = closeReasonOf(event.code);
    if (reason && isFinal(reason)) refuse(reason);
  });
  provider.on("stateless", ({ payload }: { payload: string }) => {
    const message = readServerMessage(payload);
    if (message?.t === "saved") saving.answered(message.v, message.s);
    else if (message?.t === "declined") refuse("declined");
    else if (message?.t === "clock" || message?.t === "listening") listening.told(message);
    else if (message) messages.tell(message);
    if (message?.t === "evidence" && message.gone) quotes.forget(message.ids);
    else if (message?.t === "evidence") quotes.refresh(message.ids);
  });
  const isOwn = (from: unknown): boolean => from !== provider && from !== local.origin;
  doc.on("update", (_update: Uint8Array, from: unknown) => {
    if (isOwn(from)) saving.changed();
  });
  const stopViews = watch.subscribe((view) => views.tell(view));
  const awayEdits = createAwayEdits(browserShelf(`polku.away.${journeyId}.${personId}`));
  const stopAway = watchTouched(doc, isOwn, (touched) => {
    // The view follows the document once the change is whole.
    queueMicrotask(() => awayEdits.note(touched, watch.view()));
  });
  const presence = createPresence(provider.awareness);
  const attention = createAttention();
  attention.subscribe(({ selected, gathered, editing }, before) => {
    if (selected !== before.selected || gathered !== before.gathered)
      presence.select(gathered.size > 0 ? [...gathered.keys()] : selected ? [thingKey(selected)] : []);
    if (editing !== before.editing) presence.edit(editing ? { id: thingKey(editing), field: "text" } : null);
  });
  const quotes = createQuoteBook(fetchQuotes, (run) => void setTimeout(run, 20));
  // Without this a socket whose network went away looks alive for half a minute, and one comes back as late.
  const onNetwork = (): void => {
    if (!navigator.onLine) socket.disconnect();
    else if (!refusal) void socket.connect();
    changedConnection();
  };
  const showState = async (): Promise<void> => {
    const state = await options.state;
    // As the socket's own words: by any other name the provider would send all of it back to where it came from.
    if (state !== null && !closed && !provider.isSynced) addState(doc, state, provider);
  };
  // One that was cut off on the way is no loss: the socket brings everything.
  showState().catch(() => undefined);
  addEventListener("online", onNetwork);
  addEventListener("offline", onNetwork);
  // Not before the copy is read: what comes out of it after the handshake would be sent as one change, however large.
  void local.read.then(() => closed || provider.attach());

  return {
    journeyId,
    view: watch.view,
    subscribe: (listener) => views.add(listener),
    run: (command, args) => {
      undo.name(stepOf(watch.view(), command.name, args));
      const result = command.run(context, args);
      undo.name(null);
      if (!result.ok) refused.tell(result);
      return result;
    },
    onRefused: (listener) => refused.add(listener),
    trash: () => readTrash(doc),
    undo,
    connection: () => connection,
    subscribeConnection: (listener) => connections.add(listener),
    presence,
    attention,
    quotes,
    listening,
    onMessage: (listener) => messages.add(listener),
    lost: awayEdits.lost,
    asFile: () => exportJourney(doc),
    forgetCopy: () => local.forget(),
    close: async () => {
      closed = true;
      removeEventListener("online", onNetwork);
      removeEventListener("offline", onNetwork);
      stopViews();
      stopAway();
      watch.close();
      undo.close();
      quotes.close();
      provider.destroy();
      socket.destroy();
      await local.close();
      doc.destroy();
    },
  };
}
