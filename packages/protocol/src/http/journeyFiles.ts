import { z } from "zod";

export const pictureThemes = ["light", "dark"] as const;

/** How a journey is asked for as a file. `format` is checked by the handler, which says which there are. */
export const journeyExportQuery = z.object({
  format: z.string().max(20).default("json"),
  /** Customers' words: pictures have them unless `false`, JSON has them only with `true`. */
  words: z
    .enum(["true", "false"])
    .transform((value) => value === "true")
    .optional(),
  theme: z.enum(pictureThemes).default("light"),
  /** Whether the columns of a picture stand apart by the time between them. */
  time: z.enum(["scale"]).optional(),
  /** The sheets that a PDF goes onto; without it the PDF is one page of the picture's own size. */
  paper: z.enum(["a4", "a3", "a2", "a1", "a0"]).optional(),
  /** The language of a picture's own words; the journey's unless told. */
  lang: z.enum(["en", "fi"]).optional(),
});

/** `v`: whatever tells one state of the journey from another, so that a browser asks again. */
export const previewQuery = z.object({
  theme: z.enum(pictureThemes).default("light"),
  v: z.string().max(64).optional(),
});

export const importedJourney = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string(),
  /** What of the file was not understood and left out; at most 1,000. */
  skipped: z.array(z.object({ row: z.number(), column: z.string().optional(), text: z.string() })),
});
export type ImportedJourney = z.infer<typeof importedJourney>;
