import type { QuoteWords, Theme } from "@polku/drawing";
import type { EvidenceLink, JourneyView } from "@polku/journey";
import type { Language } from "@polku/protocol";
import type { Paper } from "./pdf/sheets.ts";

export type PictureFormat = "svg" | "png" | "pdf";

/** What the picture process is told: everything the painter needs, as plain data. */
export type PictureJob = {
  view: JourneyView;
  links: ReadonlyMap<string, readonly EvidenceLink[]>;
  quotes: ReadonlyMap<string, QuoteWords>;
  /** Images of the free canvas by id, as data: addresses. */
  images: ReadonlyMap<string, string>;
  language: Language;
  theme: Theme;
  /** Whether columns stand apart by the time between them. */
  toScale: boolean;
  /** ms since 1970. */
  now: number;
  format: PictureFormat;
  /** The sheets of a PDF; `null` for one page of the picture's own size. */
  paper: Paper | null;
};

/** What it answers: the file. */
export type PictureMade = { bytes: Uint8Array };
