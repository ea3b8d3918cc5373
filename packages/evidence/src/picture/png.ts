import type { BareParts } from "./barePicture.ts";

/** Chunks that make the picture, its moving parts among them. */
const kept = new Set(["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "sRGB", "acTL", "fcTL", "fdAT"]);

export function barePng(bytes: Uint8Array): BareParts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [bytes.subarray(0, 8)];
  let size: { width: number; height: number } | null = null;
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (name === "IHDR" && end >= at + 25)
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (size === null) return null;
    if (kept.has(name)) parts.push(bytes.subarray(at, end));
    if (name === "IEND") return { parts, ...size };
    at = end;
  }
  return null;
}
