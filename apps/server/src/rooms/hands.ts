import type * as Y from "yjs";
import type { KnownWriter, Writer } from "../storage/journeyLog.ts";

/** An update by what it brings: the clients with new changes, and who sent it in which way. `shown` is the id the sender shows itself with. */
type Bringing = {
  doc: Y.Doc;
  documentName: string;
  writers: readonly number[];
  user: string;
  step: "update" | "handshake";
  shown: number | undefined;
};

/**
 * Whose hand each Yjs client id is. Two people who write with the same id write different things under the same numbers: Yjs takes the
 * first and silently ignores the second for ever. So the first to write with an id owns it, across reconnects and restarts.
 */
export type Hands = {
  /** What the log knows about a document that is being opened. */
  open(documentName: string, writers: readonly KnownWriter[]): void;
  close(documentName: string): void;
  /**
   * Whether `user` may bring these new changes. A change goes under the user's own hand. Only a handshake may carry others' changes: by
   * hands that nobody owns yet, or that are unsure because the log may have lost what their owners wrote.
   */
  mayBring(bringing: Bringing): boolean;
  /**
   * Gives the sender the hands that nobody owns, and makes their own sure. What a handshake carries under an unknown hand may be somebody
   * else's: it stays open until its owner shows up.
   */
  own(bringing: Bringing): void;
  /** The hands that the log has not been told of; they count as told from now on. */
  takeUnsaved(documentName: string): Writer[];
};

export function makeHands(): Hands {
  const byDocument = new Map<string, Map<number, KnownWriter>>();
  const unsaved = new Map<string, Writer[]>();
  const handsOf = (documentName: string) => byDocument.get(documentName) ?? new Map<number, KnownWriter>();

  return {
    open: (documentName, writers) => {
      byDocument.set(documentName, new Map(writers.map((writer) => [writer.client, writer])));
    },
    close: (documentName) => {
      byDocument.delete(documentName);
      unsaved.delete(documentName);
    },
    mayBring: ({ doc, documentName, writers, user, step }) =>
      writers.every((client) => {
        // The server itself writes with the document's own id.
        if (client === doc.clientID) return false;
        const hand = handsOf(documentName).get(client);
        return hand === undefined || hand.user === user || (step === "handshake" && !hand.sure);
      }),
    own: ({ documentName, writers, user, step, shown }) => {
      const hands = handsOf(documentName);
      byDocument.set(documentName, hands);
      for (const client of writers) {
        const known = hands.get(client);
        if (
          known === undefined ? step === "handshake" && client !== shown : known.user !== user || known.sure
        )
          continue;
        hands.set(client, { client, user, sure: true });
        unsaved.set(documentName, [...(unsaved.get(documentName) ?? []), { client, user }]);
      }
    },
    takeUnsaved: (documentName) => {
      const hands = unsaved.get(documentName) ?? [];
      unsaved.delete(documentName);
      return hands;
    },
  };
}
