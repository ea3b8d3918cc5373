import type { Point } from "@polku/drawing";
import type { ShapeView } from "@polku/journey";
import { create } from "zustand";
import { placeOwnNote } from "../../api/canvasNotes.ts";
import type { JourneySession } from "../../session/journeySession.ts";
import { tell } from "../../ui/Toasts.tsx";

type Hand = {
  /** Who takes part here without editing, and may move notes of their own; null for everybody else. */
  readonly meId: string | null;
  /** Where notes of one's own shall lie that the map does not show there yet, px, by id. */
  readonly places: ReadonlyMap<string, Point>;
};

/** What somebody who takes part without editing has in hand of their own notes. */
export const useOwnHand = create<Hand>(() => ({ meId: null, places: new Map() }));

/** ms between two places of one note that are sent: arrow keys come faster than the server has to hear of them. */
const APART = 500;
/** ms after which the map is believed, whatever it shows. */
const PATIENCE = 2_000;

function lay(id: string, at: Point | null): void {
  const places = new Map(useOwnHand.getState().places);
  if (at) places.set(id, at);
  else places.delete(id);
  useOwnHand.setState({ places });
}

const pause = (): Promise<void> => new Promise((done) => setTimeout(done, APART));

/** When the map shows a note at a place. */
function shown(session: JourneySession, id: string, at: Point): Promise<void> {
  return new Promise((done) => {
    const look = (): void => {
      const shape = session.view().shapes.get(id);
      if (shape && (shape.x !== at.x || shape.y !== at.y)) return;
      end();
    };
    const timer = setTimeout(() => end(), PATIENCE);
    const stop = session.subscribe(look);
    const end = (): void => {
      clearTimeout(timer);
      stop();
      done();
    };
    look();
  });
}

const sending = new Set<string>();

/** Sends where a note shall lie, one place at a time, the last one last, until the map shows it there. */
async function send(session: JourneySession, { id, touchpointId }: ShapeView): Promise<void> {
  let sent: Point | undefined;
  for (;;) {
    const wanted = useOwnHand.getState().places.get(id);
    const now = session.view().shapes.get(id);
    // What an editor took away, or hung on something else, lies where they put it.
    if (!wanted || wanted === sent || now?.touchpointId !== touchpointId) return;
    // oxlint-disable-next-line no-await-in-loop -- One place after the other.
    await placeOwnNote(session.journeyId, id, { ...wanted, touchpointId });
    sent = wanted;
    // oxlint-disable-next-line no-await-in-loop -- As above.
    await Promise.all([shown(session, id, wanted), pause()]);
  }
}

/** Moves a note of one's own by px of the map. It lies there in this window at once; the server writes it, for everybody. */
export async function moveOwnNote(
  session: JourneySession,
  id: string,
  dx: number,
  dy: number,
): Promise<void> {
  const shape = session.view().shapes.get(id);
  if (!shape || (dx === 0 && dy === 0)) return;
  const from = useOwnHand.getState().places.get(id) ?? shape;
  lay(id, { x: Math.round(from.x + dx), y: Math.round(from.y + dy) });
  if (sending.has(id)) return;
  sending.add(id);
  try {
    await send(session, shape);
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error), "problem");
  } finally {
    sending.delete(id);
    lay(id, null);
  }
}
