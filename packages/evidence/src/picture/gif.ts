import type { BareParts } from "./barePicture.ts";

export function bareGif(bytes: Uint8Array): BareParts | null {
  if (bytes.length < 13) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  let at = 13 + tableBytes(bytes[10] ?? 0);
  const parts = [bytes.subarray(0, at)];
  while (at < bytes.length) {
    const begins = bytes[at];
    if (begins === 0x3b) return { parts: [...parts, bytes.subarray(at, at + 1)], ...size };
    const blocks =
      begins === 0x2c ? at + 11 + tableBytes(bytes[at + 9] ?? 0) : begins === 0x21 ? at + 2 : bytes.length;
    const end = endOfBlocks(bytes, blocks);
    if (end > bytes.length) return null;
    if (begins === 0x2c || isShown(bytes, at)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
}

function tableBytes(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

/** How a frame is shown, and how often the film is repeated; not comments, and what other programs wrote for themselves. */
function isShown(bytes: Uint8Array, at: number): boolean {
  if (bytes[at + 1] === 0xf9) return true;
  return bytes[at + 1] === 0xff && String.fromCharCode(...bytes.subarray(at + 3, at + 14)) === "NETSCAPE2.0";
}

/** Where a run of counted blocks ends, its closing nought included; beyond the file when it does not. */
function endOfBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
  return at + 1;
}
