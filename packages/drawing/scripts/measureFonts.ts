/**
 * Writes src/text/widths.ts: the advance widths of the bundled faces, so that Node and every browser break
 * lines alike. Run after a change of fonts: `node packages/drawing/scripts/measureFonts.ts`.
 */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { openSync } from "fontkit";

const require = createRequire(import.meta.url);
const faces = {
  regular: require.resolve("@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf"),
  medium: require.resolve("@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf"),
  semibold: require.resolve("@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf"),
  serifItalic:
    require.resolve("@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf"),
};

/** Latin, its first two extensions, and the punctuation of printed text. */
const RANGES: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x2010, 0x2026],
  [0x20ac, 0x20ac],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
];

function widthsOf(file: string): string {
  const font = openSync(file);
  const width = (code: number) =>
    Math.round((font.glyphForCodePoint(code).advanceWidth * 1000) / font.unitsPerEm);
  const codes = RANGES.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
  return codes.map((code) => width(code).toString(36).padStart(2, "0").slice(-2)).join("");
}

const lines = Object.entries(faces).map(([face, file]) => `  ${face}:\n    "${widthsOf(file)}",`);
writeFileSync(
  fileURLToPath(new URL("../src/text/widths.ts", import.meta.url)),
  `// Made by scripts/measureFonts.ts from the bundled Inter and Source Serif 4. Do not edit.

/** The runs of code points measured, first and last. */
export const MEASURED: readonly (readonly [number, number])[] = ${JSON.stringify(RANGES).replaceAll(",", ", ")};

/** Advance widths in thousandths of an em, two base-36 digits each, in the order of \`MEASURED\`. */
export const WIDTHS = {
${lines.join("\n")}
} as const;
`,
);
