import { canvasNoteChange, canvasNoteParams, journeyParams, newCanvasNote } from "@polku/protocol/http";
import { addOwnNote, changeOwnNote, removeOwnNote } from "../../commands/canvasNotes.ts";
import { route } from "../route.ts";
import { foundJourney } from "./journeys.ts";

const path = "/api/v1/journeys/:id/canvas-notes";

const add = route({
  method: "POST",
  path,
  summary: "Put a note of one's own on the free canvas; for those who take part.",
  access: { to: "journey.contribute", inJourney: "id" },
  params: journeyParams,
  body: newCanvasNote,
  perMinute: 60,
  answers: { status: 204, description: "It lies there" },
  handle: async ({ services, actor, params, body }) => {
    await foundJourney(services, params.id);
    await addOwnNote(services, params.id, actor, body);
    return {};
  },
});

const change = route({
  method: "PATCH",
  path: `${path}/:canvasNoteId`,
  summary: "Change one's own note: its words, place or colour. Nobody else's, and nothing else.",
  access: { to: "journey.contribute", inJourney: "id" },
  params: canvasNoteParams,
  body: canvasNoteChange,
  perMinute: 120,
  answers: { status: 204, description: "Changed" },
  handle: async ({ services, actor, params, body }) => {
    await foundJourney(services, params.id);
    await changeOwnNote(services, params.id, actor, params.canvasNoteId, body);
    return {};
  },
});

const remove = route({
  method: "DELETE",
  path: `${path}/:canvasNoteId`,
  summary: "Take one's own note off the map.",
  access: { to: "journey.contribute", inJourney: "id" },
  params: canvasNoteParams,
  answers: { status: 204, description: "Gone" },
  handle: async ({ services, actor, params }) => {
    await foundJourney(services, params.id);
    await removeOwnNote(services, params.id, actor, params.canvasNoteId);
    return {};
  },
});

export const canvasNoteRoutes = [add, change, remove];
