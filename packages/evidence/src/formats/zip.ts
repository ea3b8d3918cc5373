import { unzipSync } from "fflate";
import { refuse, type Refusal } from "../refusal.ts";

/** The most entries an archive may announce. */
const mostEntries = 10_000;
/** The most bytes its wanted entries may unpack to, together. */
const mostBytes = 100 * 1024 * 1024;
/** An entry over 5 MB that was packed tighter than this was made to burst. */
const mostRatio = 200;
const smallEntry = 5 * 1024 * 1024;

class Bomb extends Error {}

/**
 * Unpacks the wanted entries of an archive, in memory; nothing is written anywhere and names are only names. What an archive says of itself is
 * judged before anything is unpacked. Refuses one that would burst (`bomb`) or that is damaged or locked (`damaged`).
 */
export function openZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): ReadonlyMap<string, Uint8Array> | Refusal {
  if (announcedEntries(bytes) > mostEntries) return refuse("bomb");
  let total = 0;
  const seen = new Set<string>();
  try {
    const entries = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (!wanted(name) || seen.has(name)) return false;
        seen.add(name);
        total += originalSize;
        const tight = originalSize > smallEntry && originalSize > size * mostRatio;
        if (total > mostBytes || tight) throw new Bomb();
        return true;
      },
    });
    return new Map(Object.entries(entries));
  } catch (error) {
    return refuse(error instanceof Bomb ? "bomb" : "damaged");
  }
}

/** How many entries the record at the end of the archive counts; 65,535 also where the true number stands elsewhere (zip64). */
function announcedEntries(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65_535); at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return view.getUint16(at + 10, true);
  return 0;
}
