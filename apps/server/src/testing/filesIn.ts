import { crc32 } from "node:zlib";

/** The files of an archive, read from its directory as any other program does. */
export function filesIn(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = zip.length - 22;
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, length] = [zip.readUInt32LE(at + 24), zip.readUInt16LE(at + 28)];
    const name = zip.toString("utf8", at + 46, at + 46 + length);
    const start = zip.readUInt32LE(at + 42);
    const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    files.set(name, zip.subarray(data, data + size));
    if (crc32(zip.subarray(data, data + size)) !== zip.readUInt32LE(at + 16))
      throw new Error(`${name} is damaged`);
    at += 46 + length;
  }
  return files;
}
