import {
  addShape,
  deleteThings,
  editText,
  placeShapes,
  readShapeById,
  setShapes,
  shapesBy,
  type CommandContext,
  type Result,
  type ShapeView,
} from "@polku/journey";
import type { CanvasNoteChange, NewCanvasNote } from "@polku/protocol";
import type { Doc } from "yjs";
import { Problem } from "../errors.ts";
import type { Actor } from "../policies/actor.ts";
import { originFor } from "../rooms/changeOrigin.ts";
import type { Services } from "../services.ts";

/** Most notes of one person on a map by this way. */
export const mostOwnNotes = 200;

/** Why a note was not written. */
type Refused = "canvasNote.unknown" | "canvasNote.locked" | "canvasNote.tooMany" | "request.invalid";

function refusalOf(result: Result<unknown>): Refused | null {
  if (result.ok) return null;
  if (result.code === "locked") return "canvasNote.locked";
  // The note itself was there a moment ago: what is not found is the touchpoint that it was to go to.
  return "request.invalid";
}

/** Changes the document as this actor, who may touch nothing but notes of their own. Throws what refused it; then nothing was written. */
async function asAuthor(
  { rooms, clock }: Services,
  journeyId: string,
  actor: Actor,
  newId: () => string,
  edit: (context: CommandContext) => Refused | null,
): Promise<void> {
  const now = () => new Date(clock.now()).toISOString();
  const refused = await rooms.withDocument(journeyId, (doc: Doc) =>
    edit({ doc, origin: originFor(actor), by: actor.id, newId, now }),
  );
  if (refused === null) return;
  throw new Problem(refused, { most: String(mostOwnNotes), why: "at" });
}

/** The note of that id, if it is there, a note, and this actor's own. */
function ownNote({ doc, by }: CommandContext, id: string): ShapeView | null {
  const shape = readShapeById(doc, id);
  return shape?.kind === "note" && shape.by === by ? shape : null;
}

/** Puts a note of one's own on the free canvas. The same id sent twice is one note; an id that is somebody else's is unknown. */
export function addOwnNote(
  services: Services,
  journeyId: string,
  actor: Actor,
  note: NewCanvasNote,
): Promise<void> {
  const { id, text, at, colour } = note;
  return asAuthor(
    services,
    journeyId,
    actor,
    () => id,
    (context) => {
      if (ownNote(context, id)) return null;
      if (context.doc.getMap("shapes").has(id)) return "canvasNote.unknown";
      if (shapesBy(context.doc, actor.id) >= mostOwnNotes) return "canvasNote.tooMany";
      return refusalOf(addShape.run(context, { kind: "note", at, text, colour }));
    },
  );
}

/** Changes words, place or colour of one's own note. */
export function changeOwnNote(
  services: Services,
  journeyId: string,
  actor: Actor,
  noteId: string,
  { text, at, colour }: CanvasNoteChange,
): Promise<void> {
  return asAuthor(
    services,
    journeyId,
    actor,
    () => noteId,
    (context) => {
      if (!ownNote(context, noteId)) return "canvasNote.unknown";
      const deeds = [
        () => (at ? placeShapes.run(context, { places: [{ shapeId: noteId, at }] }) : null),
        () => (colour ? setShapes.run(context, { shapeIds: [noteId], set: { colour } }) : null),
        () =>
          text === undefined ? null : editText.run(context, { on: "shapes", id: noteId, key: "text", text }),
      ];
      for (const deed of deeds) {
        const result = deed();
        const refused = result && refusalOf(result);
        if (refused) return refused;
      }
      return null;
    },
  );
}

/** Takes one's own note off the map; an editor finds it in the trash. */
export function removeOwnNote(
  services: Services,
  journeyId: string,
  actor: Actor,
  noteId: string,
): Promise<void> {
  return asAuthor(
    services,
    journeyId,
    actor,
    () => noteId,
    (context) =>
      ownNote(context, noteId)
        ? refusalOf(deleteThings.run(context, { shapeIds: [noteId] }))
        : "canvasNote.unknown",
  );
}
