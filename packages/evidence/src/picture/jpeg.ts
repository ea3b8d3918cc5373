import type { BareParts } from "./barePicture.ts";

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
/** Of what programs write, only how its colours are coded (Adobe) is needed to show it. */
const isBeside = (marker: number): boolean =>
  marker === 0xfe || (marker >= 0xe0 && marker <= 0xef && marker !== 0xee);

export function bareJpeg(bytes: Uint8Array): BareParts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [bytes.subarray(0, 2)];
  let size = { width: 0, height: 0 };
  for (let at = 2; at + 2 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) return { parts: [...parts, bytes.subarray(at, at + 2)], ...size };
    if (at + 4 > bytes.length) return null;
    const length = view.getUint16(at + 2);
    const end = marker === 0xda ? endOfScan(bytes, at + 2 + length) : at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    if (isFrame(marker) && length >= 7)
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (!isBeside(marker)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
}

/** Where the drawn lines of a scan end: at the next marker that is neither an escaped byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}
