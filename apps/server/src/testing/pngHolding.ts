import { crc32 } from "node:zlib";

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A PNG of 1 × 1 px whose picture data are these words: whatever keeps the picture keeps them, and nobody can draw it. */
export function pngHolding(words: string): Uint8Array<ArrayBuffer> {
  const size = Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0);
  return new Uint8Array(
    Buffer.concat([
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
      chunk("IHDR", size),
      chunk("IDAT", Buffer.from(words)),
      chunk("IEND", new Uint8Array(0)),
    ]),
  );
}
