/** Pieces of an Ogg stream (RFC 3533): packets in, pages out. */

/** A packet with the granule position of the page that ends it; null when the page tells none. */
export interface OggPacket {
  readonly bytes: Uint8Array;
  readonly granule: number | null;
}

const headerBytes = 27;
const mostPackets = 2_000_000;

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The packets of a stream, or null when the bytes are not one whole stream of Ogg and nothing else. */
export function readOgg(bytes: Uint8Array): OggPacket[] | null {
  const look = view(bytes);
  const packets: OggPacket[] = [];
  let parts: Uint8Array[] = [];
  let serial: number | undefined;
  let at = 0;
  while (at < bytes.length) {
    if (at + headerBytes > bytes.length || look.getUint32(at) !== 0x4f676753 || look.getUint8(at + 4) !== 0)
      return null;
    serial ??= look.getUint32(at + 14, true);
    if (look.getUint32(at + 14, true) !== serial) return null;
    const segments = look.getUint8(at + 26);
    const granule = granuleOf(look, at + 6);
    let from = at + headerBytes + segments;
    for (let n = 0; n < segments; n += 1) {
      const length = bytes[at + headerBytes + n] ?? 0;
      if (from + length > bytes.length) return null;
      parts.push(bytes.subarray(from, from + length));
      from += length;
      if (length === 255) continue;
      packets.push({ bytes: joined(parts), granule });
      parts = [];
      if (packets.length > mostPackets) return null;
    }
    at = from;
  }
  return parts.length === 0 && packets.length > 0 ? packets : null;
}

function granuleOf(look: DataView, at: number): number | null {
  const granule = look.getBigInt64(at, true);
  return granule < 0n || granule > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(granule);
}

/** Puts pieces one after another. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** One page that holds whole packets: at most 255 segments. */
export interface OggPage {
  readonly packets: readonly Uint8Array[];
  readonly granule: number;
  readonly first?: boolean;
  readonly last?: boolean;
}

/** Segments that a packet takes in a page's table. */
export function segmentsOf(packet: Uint8Array): number {
  return Math.floor(packet.length / 255) + 1;
}

/** Pages as the bytes of one stream. */
export function writeOgg(pages: readonly OggPage[], serial: number): Uint8Array<ArrayBuffer> {
  return joined(pages.map((page, sequence) => writePage(page, serial, sequence)));
}

function writePage(page: OggPage, serial: number, sequence: number): Uint8Array {
  const lacing = page.packets.flatMap((packet) => [
    ...Array.from({ length: segmentsOf(packet) - 1 }, () => 255),
    packet.length % 255,
  ]);
  const header = new Uint8Array(headerBytes + lacing.length);
  const write = view(header);
  write.setUint32(0, 0x4f676753);
  header[5] = (page.first === true ? 2 : 0) | (page.last === true ? 4 : 0);
  write.setBigInt64(6, BigInt(page.granule), true);
  write.setUint32(14, serial, true);
  write.setUint32(18, sequence, true);
  header[26] = lacing.length;
  header.set(lacing, headerBytes);
  const whole = joined([header, ...page.packets]);
  view(whole).setUint32(22, checksum(whole), true);
  return whole;
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index << 24;
  for (let bit = 0; bit < 8; bit += 1) value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1;
  return value >>> 0;
});

/** Ogg's own CRC-32: not reflected, from zero, over the page with a checksum of zero. */
function checksum(page: Uint8Array): number {
  let sum = 0;
  for (const byte of page) sum = ((sum << 8) ^ (table[((sum >>> 24) ^ byte) & 255] ?? 0)) >>> 0;
  return sum;
}
