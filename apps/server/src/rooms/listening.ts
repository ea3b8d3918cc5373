import type { Document } from "@hocuspocus/server";
import {
  type Listening,
  type ListeningAnswer,
  type ListeningQuestion,
  mayEditMap,
  readListeningQuestion,
} from "@polku/protocol";
import type { Clock } from "../clock.ts";
import { makePace, type Pace } from "./pace.ts";
import type { Seat } from "./seat.ts";

/** So long before it is heard everybody is told: their windows fetch the clip meanwhile. ms. */
const aheadMs = 400;
const perSecond = 5;
const burst = 20;

/** What is heard together in each open journey; kept in memory only. */
export type ListeningRooms = {
  /** Answers a message about hearing together; false when it is about something else. */
  take(seat: Seat, payload: string): boolean;
};

/** A clip may be begun, paused and ended by whoever may edit the map; the server's clock says when. */
export function makeListeningRooms(clock: Clock): ListeningRooms {
  const heard = new WeakMap<Document, Listening>();
  const paces = new WeakMap<Seat, Pace>();

  const paceOf = (seat: Seat): Pace => {
    const known = paces.get(seat) ?? makePace(clock, perSecond, burst);
    paces.set(seat, known);
    return known;
  };
  const send = (to: { sendStateless(payload: string): void }, answer: ListeningAnswer): void =>
    to.sendStateless(JSON.stringify(answer));
  const stateOf = (document: Document): ListeningAnswer => ({
    t: "listening",
    now: clock.now(),
    state: heard.get(document) ?? null,
  });

  function change(seat: Seat, asked: ListeningQuestion & { t: "listen" }): void {
    if (!mayEditMap(seat.role)) return;
    const { document } = seat;
    if (asked.deed === "end") heard.delete(document);
    else {
      const { deed, quoteId, at } = asked;
      const playing = deed === "play";
      const since = clock.now() + (playing ? aheadMs : 0);
      heard.set(document, { quoteId, playing, at, since, by: seat.actor.name });
    }
    for (const connection of document.getConnections()) send(connection, stateOf(document));
  }

  return {
    take: (seat, payload) => {
      const asked = readListeningQuestion(payload);
      if (asked === null) return false;
      if (seat.ended || !paceOf(seat).take()) return true;
      if (asked.t === "clock?") send(seat.connection, { t: "clock", c: asked.c, now: clock.now() });
      else if (asked.t === "listening?") send(seat.connection, stateOf(seat.document));
      else change(seat, asked);
      return true;
    },
  };
}
