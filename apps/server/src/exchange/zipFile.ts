import { crc32 } from "node:zlib";

/** One file of an archive; its name is plain ASCII. */
export type ZipEntry = { name: string; bytes: Uint8Array };

/** Without ZIP64 an archive ends here. */
const mostBytes = 0xff_ff_ff_ff;
/** 1 January 1980, the first day that the format knows: when something was packed tells nothing. */
const noDate = 0x00_21;

/** What the local header and the directory say alike of one file: stored as it is, its checksum and sizes. */
function factsOf({ name, bytes }: ZipEntry): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(10, 0);
  facts.writeUInt16LE(noDate, 8);
  facts.writeUInt32LE(crc32(bytes), 10);
  facts.writeUInt32LE(bytes.length, 14);
  facts.writeUInt32LE(bytes.length, 18);
  facts.writeUInt16LE(Buffer.byteLength(name), 22);
  return facts;
}

/**
 * A ZIP archive that every system opens, a file at a time: only one of them is held in memory. Files are stored, not pressed; sound is
 * pressed already. Throws a RangeError beyond 4 GB or 65,535 files.
 */
export async function* zipOf(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let at = 0;
  for await (const entry of entries) {
    const name = Buffer.from(entry.name);
    const facts = factsOf(entry);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.from("PK\u0001\u0002\u000A\0", "latin1"), facts, place, name);
    yield Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), facts, name]);
    yield Buffer.from(entry.bytes);
    at += 30 + name.length + entry.bytes.length;
    if (at > mostBytes || directory.length / 4 > 0xff_ff) throw new RangeError("The archive is too large.");
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(directory.length / 4, 8);
  end.writeUInt16LE(directory.length / 4, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  yield Buffer.concat([list, end]);
}
