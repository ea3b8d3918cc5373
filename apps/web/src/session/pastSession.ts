import {
  createJourneyDoc,
  createUndo,
  exportJourney,
  importJourney,
  readJourneyFile,
  watchJourney,
} from "@polku/journey";
import { fetchQuotes } from "../api/quotes.ts";
import { createAttention } from "./attention.ts";
import type { Connection, JourneySession } from "./journeySession.ts";
import { silentRoom } from "./listening.ts";
import { createPresence } from "./presence.ts";
import { createQuoteBook } from "./quoteBook.ts";
import type { Step } from "./step.ts";

const NOTHING = [] as const;
const READ_ONLY: Connection = {
  state: "saved",
  canEdit: false,
  canShare: false,
  canContribute: false,
  keepsCopy: true,
};

/**
 * Opens a journey as it was: the map and everything around it work as ever, only nothing can be changed and nobody else is in it. The
 * words of its quotes are those of today, so an erased one is gone here too. Null when the file cannot be read.
 */
export function openPastSession(journeyId: string, journey: unknown): JourneySession | null {
  const file = readJourneyFile(journey);
  if (!file.ok) return null;
  const doc = createJourneyDoc();
  const context = { doc, origin: "past", by: "", newId: () => "", now: () => "" };
  if (!importJourney(context, file.value).ok) return null;
  const watch = watchJourney(doc);
  const undo = createUndo<Step>(doc, "nobody");
  const quotes = createQuoteBook(fetchQuotes, (run) => void setTimeout(run, 20));
  return {
    journeyId,
    view: watch.view,
    subscribe: (listener) => watch.subscribe(listener),
    run: () => ({ ok: false, code: "not_allowed_here", field: "doc" }),
    undo,
    onRefused: () => () => {},
    trash: () => NOTHING,
    connection: () => READ_ONLY,
    subscribeConnection: () => () => {},
    presence: createPresence(null),
    attention: createAttention(),
    quotes,
    listening: silentRoom(),
    onMessage: () => () => {},
    lost: { list: () => NOTHING, dismiss: () => {}, subscribe: () => () => {} },
    asFile: () => exportJourney(doc),
    forgetCopy: () => Promise.resolve(),
    close: () => {
      watch.close();
      undo.close();
      quotes.close();
      doc.destroy();
      return Promise.resolve();
    },
  };
}
