import { z } from "zod";

/** The id of a source, a contact, a quote or a recording. */
export const evidenceId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

export const speaker = z.enum(["customer", "agent", "bot", "other"]);
