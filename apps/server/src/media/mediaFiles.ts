import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { seal, type SourceKeys, unseal } from "../privacy/sourceKeys.ts";

const pieceBytes = 64 * 1024;
/** IV and tag of AES-256-GCM. */
const sealBytes = 28;
const nameShape = /^(sound|picture)-[A-Za-z0-9_-]{22}$/;

/** Whether a key belongs to a file of sound or a picture, not to a source. */
export function isMediaKey(name: string): boolean {
  return nameShape.test(name);
}

/**
 * Sound and pictures of customers on disk: a file each in `media/`, encrypted by a key of its own, in pieces so that a part can be read
 * alone. Destroying the key makes the copies in backups unreadable too.
 */
export type MediaFiles = {
  /** Writes a new file and tells its name; on disk when it resolves. `removeAllBut` leaves it alone until it is `settled`. */
  write(what: "sound" | "picture", bytes: Uint8Array): Promise<string>;
  settled(name: string): void;
  /** Bytes `from` (included) to `to` (not included) of a file of `size` bytes. Rejects when the file or its key is gone or changed. */
  read(name: string, size: number, from?: number, to?: number): Promise<Buffer>;
  isThere(name: string): boolean;
  /** Removes every file, and destroys every key of one, that is not among these. */
  removeAllBut(kept: ReadonlySet<string>): void;
};

export function openMediaFiles(dataFolder: string, keys: SourceKeys): MediaFiles {
  const folder = path.join(dataFolder, "media");
  const fresh = new Set<string>();
  const about = (name: string, piece: number): string => `${name}/${piece}`;

  return {
    write: async (what, bytes) => {
      const name = `${what}-${randomBytes(16).toString("base64url")}`;
      fresh.add(name);
      const key = keys.findOrMake(name);
      const file = await open(path.join(folder, name), "wx", 0o600);
      try {
        for (let piece = 0; piece * pieceBytes < bytes.length; piece += 1) {
          const plain = bytes.subarray(piece * pieceBytes, (piece + 1) * pieceBytes);
          await file.write(seal(key, about(name, piece), plain));
        }
        await file.sync();
      } finally {
        await file.close();
      }
      return name;
    },
    settled: (name) => void fresh.delete(name),
    read: async (name, size, from = 0, to = size) => {
      const key = keys.find(name);
      if (key === undefined) throw new Error(`The key of ${name} is gone.`);
      const first = Math.floor(from / pieceBytes);
      const last = Math.max(first, Math.ceil(to / pieceBytes) - 1);
      const file = await open(path.join(folder, name), "r");
      try {
        const plain: Buffer[] = [];
        for (let piece = first; piece <= last; piece += 1) {
          const length = Math.min(pieceBytes, size - piece * pieceBytes) + sealBytes;
          const sealed = Buffer.alloc(length);
          await file.read(sealed, 0, length, piece * (pieceBytes + sealBytes));
          plain.push(unseal(key, about(name, piece), sealed));
        }
        return Buffer.concat(plain).subarray(from - first * pieceBytes, to - first * pieceBytes);
      } finally {
        await file.close();
      }
    },
    isThere: (name) => existsSync(path.join(folder, name)) && keys.find(name) !== undefined,
    removeAllBut: (kept) => {
      const isGone = (name: string): boolean => isMediaKey(name) && !kept.has(name) && !fresh.has(name);
      for (const { source } of keys.list()) if (isGone(source)) keys.destroy(source);
      for (const name of readdirSync(folder)) if (isGone(name)) rmSync(path.join(folder, name));
    },
  };
}
