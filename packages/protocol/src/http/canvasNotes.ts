import { SHAPE_COLOURS } from "@polku/journey";
import { z } from "zod";
import { journeyId } from "./journeys.ts";

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const words = z.string().max(2000);
const colour = z.enum(SHAPE_COLOURS);
/** px of the map, or of the upper left corner of a touchpoint's card. */
const place = z.object({
  x: z.number(),
  y: z.number(),
  touchpointId: z.string().max(100).nullable().optional(),
});

/** The author makes the id, so that a note sent twice is one. */
export const newCanvasNote = z.object({ id, text: words, at: place, colour: colour.optional() });
export type NewCanvasNote = z.infer<typeof newCanvasNote>;

export const canvasNoteChange = z
  .object({ text: words, at: place, colour })
  .partial()
  .refine((change) => Object.keys(change).length > 0, "nothing is asked for");
export type CanvasNoteChange = z.infer<typeof canvasNoteChange>;

export const canvasNoteParams = z.object({ id: journeyId, canvasNoteId: id });
