/**
 * Paints one journey and ends. A process of its own: a large map takes seconds, during which the server must answer others, and
 * what goes wrong in the PNG renderer's native code ends its process.
 */
import { renderJourney } from "@polku/drawing";
import { Resvg } from "@resvg/resvg-js";
import { FACE_FILES } from "./fonts.ts";
import { pdfOf } from "./pdf/pdfOf.ts";
import type { PictureJob, PictureMade } from "./pictureMessages.ts";
import { pngScale } from "./pngScale.ts";
import { wordsEn } from "./wordsEn.ts";
import { wordsFi } from "./wordsFi.ts";

async function paint({
  view,
  links,
  quotes,
  images,
  language,
  theme,
  toScale,
  now,
  format,
  paper,
}: PictureJob): Promise<Uint8Array> {
  const words = language === "fi" ? wordsFi : wordsEn;
  const svg = renderJourney(view, { words, links, quotes, images, theme, toScale, now });
  if (format === "svg") return new TextEncoder().encode(svg);
  if (format === "png") return pngOf(svg);
  return pdfOf(svg, { title: view.meta.title || words.untitled, language, paper });
}

function pngOf(svg: string): Uint8Array {
  const font = {
    fontFiles: Object.values(FACE_FILES),
    loadSystemFonts: false,
    defaultFontFamily: "Inter",
  };
  // Read from our own string: asking the renderer would parse the whole picture twice.
  const [, width = "1", height = "1"] = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const value = pngScale(Number(width), Number(height));
  return new Resvg(svg, { font, fitTo: { mode: "zoom", value } }).render().asPng();
}

process.once("message", (job: PictureJob) => {
  void paint(job).then((bytes) => {
    const made: PictureMade = { bytes };
    process.send?.(made, () => process.disconnect());
  });
});
