const binaryInOneFrame = 0x82;
const shortest = 126;
const longestOf16Bits = 65_536;

/** The head of an unmasked binary message of `length` bytes (RFC 6455, section 5.2). */
function headOf(length: number): Buffer {
  if (length < shortest) return Buffer.from([binaryInOneFrame, length]);
  const long = length >= longestOf16Bits;
  const head = Buffer.alloc(long ? 10 : 4);
  head[0] = binaryInOneFrame;
  head[1] = long ? 127 : 126;
  if (long) head.writeBigUInt64BE(BigInt(length), 2);
  else head.writeUInt16BE(length, 2);
  return head;
}

/** A whole WebSocket message as a server writes it: one buffer that may go to any number of readers. */
export function framed(data: Uint8Array): Buffer {
  return Buffer.concat([headOf(data.length), data]);
}
