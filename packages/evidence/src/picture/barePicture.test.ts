import fc from "fast-check";
import { expect, test } from "vitest";
import { barePicture } from "./barePicture.ts";

const text = (words: string): number[] => Array.from(words, (letter) => letter.charCodeAt(0));
const big = (n: number): number[] => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const little = (n: number): number[] => big(n).toReversed();
const of = (...parts: readonly (readonly number[])[]): Uint8Array => Uint8Array.from(parts.flat());
const holds = (bytes: Uint8Array, words: string): boolean => Buffer.from(bytes).includes(words);

const SECRET = "GPS 60.17N kanaria";

const chunk = (name: string, data: readonly number[]): number[] => [
  ...big(data.length),
  ...text(name),
  ...data,
  ...big(0),
];
const png = of(
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  chunk("IHDR", [...big(3), ...big(2), 8, 2, 0, 0, 0]),
  chunk("tEXt", text(`Comment\0${SECRET}`)),
  chunk("eXIf", text(SECRET)),
  chunk("IDAT", [1, 2, 3]),
  chunk("IEND", []),
  text(SECRET),
);

const segment = (marker: number, data: readonly number[]): number[] => [
  0xff,
  marker,
  (data.length + 2) >> 8,
  (data.length + 2) & 255,
  ...data,
];
const jpeg = of(
  [0xff, 0xd8],
  segment(0xe0, text("JFIF\0\u0001\u0001")),
  segment(0xe1, text(`Exif\0\0${SECRET}`)),
  segment(0xed, text(SECRET)),
  segment(0xfe, text(SECRET)),
  segment(0xdb, [0, 1]),
  segment(0xc0, [8, 0, 2, 0, 3, 1, 1, 0x11, 0]),
  segment(0xda, [1, 1, 0, 0, 63, 0]),
  // Drawn lines with an escaped byte and a restart in them, then a second scan.
  [5, 0xff, 0x00, 6, 0xff, 0xd0, 7],
  segment(0xda, [1, 1, 0, 0, 63, 0]),
  [8, 9],
  [0xff, 0xd9],
  text(SECRET),
);

const gif = of(
  text("GIF89a"),
  [3, 0, 2, 0, 0x80, 0, 0, 1, 2, 3, 4, 5, 6],
  [0x21, 0xfe, SECRET.length, ...text(SECRET), 0],
  [0x21, 0xff, 11, ...text("XMP DataXMP"), SECRET.length, ...text(SECRET), 0],
  [0x21, 0xff, 11, ...text("NETSCAPE2.0"), 3, 1, 0, 0, 0],
  [0x21, 0xf9, 4, 0, 10, 0, 0, 0],
  [0x2c, 0, 0, 0, 0, 3, 0, 2, 0, 0, 2, 2, 0x4c, 1, 0],
  [0x3b],
  text(SECRET),
);

const riff = (name: string, data: readonly number[]): number[] => [
  ...text(name),
  ...little(data.length),
  ...data,
  ...(data.length % 2 === 1 ? [0] : []),
];
const webpBody = [
  ...text("WEBP"),
  ...riff("VP8X", [0x3e, 0, 0, 0, 2, 0, 0, 1, 0, 0]),
  ...riff("ICCP", text(SECRET)),
  ...riff("VP8 ", [1, 2, 3, 0x9d, 1, 0x2a, 3, 0, 2, 0, 9]),
  ...riff("EXIF", text(SECRET)),
  ...riff("XMP ", text(SECRET)),
];
const webp = of(text("RIFF"), little(webpBody.length), webpBody, text(SECRET));

const pictures = [
  ["image/png", png],
  ["image/jpeg", jpeg],
  ["image/gif", gif],
  ["image/webp", webp],
] as const;

test.each(pictures)(
  "%s loses where it was taken, comments, and what follows its end; nothing of the picture",
  (type, bytes) => {
    expect(holds(bytes, SECRET)).toBe(true);
    const bare = barePicture(bytes);
    expect(bare).toMatchObject({ type, width: 3, height: 2 });
    if (bare === null) return;
    expect(holds(bare.bytes, "kanaria")).toBe(false);
    // What makes the picture is still there, in its order: a second time takes nothing more.
    expect(barePicture(bare.bytes)?.bytes).toEqual(bare.bytes);
  },
);

test("the drawn lines of a JPEG stay letter by letter, through restarts and several scans", () => {
  const bare = barePicture(jpeg)?.bytes ?? new Uint8Array();
  const scans = Buffer.from(jpeg.subarray(jpeg.indexOf(0xdb) - 1, jpeg.lastIndexOf(0xd9) + 1));
  expect(Buffer.from(bare).subarray(2).equals(scans)).toBe(true);
});

test("a WebP tells no more of chunks that it has lost, and how long it is now", () => {
  const bare = barePicture(webp)?.bytes ?? new Uint8Array();
  expect(bare[20]).toBe(0x12);
  expect(new DataView(bare.buffer).getUint32(4, true)).toBe(bare.length - 8);
});

test.each(pictures)("a %s that is cut short is none, wherever it is cut", (_type, bytes) => {
  const whole = bytes.length - SECRET.length;
  const cut = Array.from({ length: whole - 1 }, (_, length) => barePicture(bytes.subarray(0, length)));
  expect(cut.filter((one) => one !== null)).toEqual([]);
});

test("an SVG, words and a PDF are no pictures", () => {
  for (const words of ["<svg xmlns='http://www.w3.org/2000/svg'/>", "words", "%PDF-1.7"])
    expect(barePicture(Uint8Array.from(text(words)))).toBeNull();
});

test("no bytes at all throw", () => {
  const starts = pictures.map(([, bytes]) => [...bytes]);
  fc.assert(
    fc.property(
      fc.constantFrom(...starts),
      fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 12 }),
      (bytes, changes) => {
        const changed = Uint8Array.from(bytes);
        for (const [at, byte] of changes) if (at < changed.length) changed[at] = byte;
        const bare = barePicture(changed);
        expect(bare === null || bare.bytes.length <= changed.length).toBe(true);
      },
    ),
    { numRuns: 2_000 },
  );
});
