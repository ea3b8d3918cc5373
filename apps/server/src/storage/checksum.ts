import { crc32 } from "node:zlib";

/** CRC-32 over the document's name and the bytes: a record that slipped to another document is noticed too. */
export function checksum(doc: string, data: Uint8Array): number {
  return crc32(data, crc32(doc));
}
