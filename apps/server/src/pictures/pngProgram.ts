/**
 * Turns an SVG (on standard input) into a PNG (on standard output); the scale is the first argument. It runs
 * as a process of its own: what goes wrong in the renderer's native code would otherwise end the whole server.
 */
import { createRequire } from "node:module";
import { buffer } from "node:stream/consumers";
import { Resvg } from "@resvg/resvg-js";

const require = createRequire(import.meta.url);

const faces = [
  "inter/400Regular/Inter_400Regular.ttf",
  "inter/500Medium/Inter_500Medium.ttf",
  "inter/600SemiBold/Inter_600SemiBold.ttf",
  "source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf",
];

const svg = await buffer(process.stdin);
const picture = new Resvg(svg, {
  font: {
    fontFiles: faces.map((face) => require.resolve(`@expo-google-fonts/${face}`)),
    loadSystemFonts: false,
    defaultFontFamily: "Inter",
  },
  fitTo: { mode: "zoom", value: Number(process.argv[2]) },
});
process.stdout.write(picture.render().asPng());
