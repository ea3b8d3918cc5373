import type { BareParts } from "./barePicture.ts";

const kept = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF"]);
/** Which chunks follow, as VP8X tells it: moving parts and transparency. */
const keptFlags = 0x12;

export function bareWebp(bytes: Uint8Array): BareParts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 20) return null;
  const whole = 8 + view.getUint32(4, true);
  if (whole > bytes.length) return null;
  const parts: Uint8Array[] = [];
  let size: { width: number; height: number } | null = null;
  let hasPicture = false;
  for (let at = 12; at + 8 <= whole;) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    if (end > whole) return null;
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    size ??= sizeIn(name, bytes.subarray(at + 8, end));
    if (kept.has(name))
      parts.push(name === "VP8X" ? bareHead(bytes.subarray(at, end)) : bytes.subarray(at, end));
    if (name !== "VP8X" && kept.has(name)) hasPicture = true;
    at = end;
  }
  if (size === null || !hasPicture) return null;
  const head = bytes.slice(0, 12);
  const body = parts.reduce((sum, part) => sum + part.length, 0);
  new DataView(head.buffer).setUint32(4, body + 4, true);
  return { parts: [head, ...parts], ...size };
}

function bareHead(chunk: Uint8Array): Uint8Array {
  const copy = chunk.slice();
  copy[8] = (copy[8] ?? 0) & keptFlags;
  return copy;
}

function sizeIn(name: string, data: Uint8Array): { width: number; height: number } | null {
  if (data.length < 10) return null;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (name === "VP8X")
    return { width: 1 + (view.getUint32(3, true) >>> 8), height: 1 + (view.getUint32(6, true) >>> 8) };
  if (name === "VP8L") {
    const bits = view.getUint32(1, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  if (name === "VP8 ")
    return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff };
  return null;
}
