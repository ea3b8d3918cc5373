/**
 * Paints one journey and ends. A process of its own: a large map takes seconds, during which the server must answer others, and
 * what goes wrong in the PNG renderer's native code ends its process.
 */
import { createRequire } from "node:module";
import { renderJourney } from "@polku/drawing";
import { Resvg } from "@resvg/resvg-js";
import type { PictureJob, PictureMade } from "./pictureMessages.ts";
import { pngScale } from "./pngScale.ts";
import { wordsEn } from "./wordsEn.ts";
import { wordsFi } from "./wordsFi.ts";

const require = createRequire(import.meta.url);

const faces = [
  "inter/400Regular/Inter_400Regular.ttf",
  "inter/500Medium/Inter_500Medium.ttf",
  "inter/600SemiBold/Inter_600SemiBold.ttf",
  "source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf",
];

function paint({
  view,
  links,
  quotes,
  images,
  language,
  theme,
  toScale,
  now,
  format,
}: PictureJob): Uint8Array {
  const words = language === "fi" ? wordsFi : wordsEn;
  const svg = renderJourney(view, { words, links, quotes, images, theme, toScale, now });
  return format === "svg" ? new TextEncoder().encode(svg) : pngOf(svg);
}

function pngOf(svg: string): Uint8Array {
  const font = {
    fontFiles: faces.map((face) => require.resolve(`@expo-google-fonts/${face}`)),
    loadSystemFonts: false,
    defaultFontFamily: "Inter",
  };
  // Read from our own string: asking the renderer would parse the whole picture twice.
  const [, width = "1", height = "1"] = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const value = pngScale(Number(width), Number(height));
  return new Resvg(svg, { font, fitTo: { mode: "zoom", value } }).render().asPng();
}

process.once("message", (job: PictureJob) => {
  const made: PictureMade = { bytes: paint(job) };
  process.send?.(made, () => process.disconnect());
});
