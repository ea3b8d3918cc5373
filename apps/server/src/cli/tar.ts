const block = 512;

/** One file of an archive. */
export type TarEntry = { name: string; data: Buffer };

function header(name: string, size: number): Buffer {
  const bytes = Buffer.alloc(block);
  bytes.write(name, 0, 100);
  bytes.write("0000600\0", 100);
  bytes.write("0000000\0", 108);
  bytes.write("0000000\0", 116);
  bytes.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  bytes.write("00000000000\0", 136);
  bytes.write("        ", 148);
  bytes.write("0", 156);
  bytes.write("ustar\x0000", 257, "latin1");
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return bytes;
}

/** A tar archive (ustar) that every tar opens. Names are at most 99 bytes. */
export function writeTar(entries: readonly TarEntry[]): Buffer {
  const parts = entries.flatMap(({ name, data }) => {
    if (Buffer.byteLength(name) > 99) throw new Error(`The name "${name}" is too long for the archive.`);
    return [header(name, data.length), data, Buffer.alloc((block - (data.length % block)) % block)];
  });
  return Buffer.concat([...parts, Buffer.alloc(2 * block)]);
}

function textAt(bytes: Buffer, at: number, length: number): string {
  const text = bytes.toString("utf8", at, at + length);
  const end = text.indexOf("\0");
  return end === -1 ? text : text.slice(0, end);
}

/** Reads an archive that `writeTar` made. Throws for anything that is cut short. */
export function readTar(bytes: Buffer): TarEntry[] {
  const entries: TarEntry[] = [];
  for (let at = 0; at + block <= bytes.length && bytes[at] !== 0;) {
    const name = textAt(bytes, at, 100);
    const size = Number.parseInt(textAt(bytes, at + 124, 12), 8);
    const start = at + block;
    if (!Number.isInteger(size) || start + size > bytes.length) throw new Error("The archive is cut short.");
    entries.push({ name, data: bytes.subarray(start, start + size) });
    at = start + Math.ceil(size / block) * block;
  }
  return entries;
}
