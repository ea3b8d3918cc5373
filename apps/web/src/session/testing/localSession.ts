import {
  createJourneyDoc,
  createUndo,
  exportJourney,
  readTrash,
  seedJourney,
  watchJourney,
  type CommandContext,
  type JourneyDoc,
} from "@polku/journey";
import type { Quote } from "../../api/quotes.ts";
import { createAttention } from "../attention.ts";
import { silentRoom } from "../listening.ts";
import type { JourneySession } from "../journeySession.ts";
import { createPresence } from "../presence.ts";
import type { Step } from "../step.ts";
import { createQuoteBook } from "../quoteBook.ts";

let ids = 0;

/** How some person changes the document of a test; `origin` tells whose hand it is. */
export function hand(doc: JourneyDoc, origin: string): CommandContext {
  return {
    doc,
    origin,
    by: origin,
    newId: () => `${origin}${(ids += 1)}`,
    now: () => "2026-11-22T00:00:00Z",
  };
}

/** A session without a server: a real document, a real view, real commands; only the network is not there. */
export function localSession(quotes: readonly Quote[] = []): { session: JourneySession; doc: JourneyDoc } {
  const doc = createJourneyDoc();
  const mine = hand(doc, "me");
  seedJourney(mine, { title: "Helpdesk", lang: "en" });
  const watch = watchJourney(doc);
  const book = createQuoteBook(
    (wanted) => Promise.resolve(quotes.filter(({ id }) => wanted.includes(id))),
    (run) => run(),
  );
  const session: JourneySession = {
    journeyId: "test",
    view: watch.view,
    subscribe: (listener) => watch.subscribe(listener),
    run: (command, args) => command.run(mine, args),
    undo: createUndo<Step>(doc, "me"),
    onRefused: () => () => {},
    trash: () => readTrash(doc),
    connection: () => CONNECTED,
    subscribeConnection: () => () => {},
    presence: createPresence(null),
    attention: createAttention(),
    quotes: book,
    listening: silentRoom(),
    onMessage: () => () => {},
    lost: { list: () => NOTHING, dismiss: () => {}, subscribe: () => () => {} },
    asFile: () => exportJourney(doc),
    forgetCopy: () => Promise.resolve(),
    close: () => Promise.resolve(watch.close()),
  };
  return { session, doc };
}

const NOTHING = [] as const;
const CONNECTED = {
  state: "saved",
  canEdit: true,
  canShare: true,
  canContribute: true,
  keepsCopy: true,
} as const;
