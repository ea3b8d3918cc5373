import { z } from "zod";
import { journeyId } from "./journeys.ts";

export const imageParams = z.object({ id: journeyId, imageId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) });

/** A kept image: the id by which a shape names it. */
export const keptImage = z.object({ id: z.string() });
