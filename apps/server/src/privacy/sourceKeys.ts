import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { z } from "zod";

const cipher = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;

/** Encrypts bytes (AES-256-GCM); `about` is bound to them and must be said again to open them. IV, tag, ciphertext. */
export function seal(key: Uint8Array, about: string, plain: Uint8Array): Buffer {
  const iv = randomBytes(ivBytes);
  const box = createCipheriv(cipher, key, iv).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([box.update(plain), box.final()]);
  return Buffer.concat([iv, box.getAuthTag(), sealed]);
}

/** Throws when the key, the bytes or what they are about is not the same. */
export function unseal(key: Uint8Array, about: string, sealed: Uint8Array): Buffer {
  const box = createDecipheriv(cipher, key, sealed.subarray(0, ivBytes));
  box.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
  return Buffer.concat([box.update(sealed.subarray(ivBytes + tagBytes)), box.final()]);
}

/** A key as it is written down: wrapped by a key that comes from the workspace's own. */
const wrappedKey = z.object({ source: z.string().min(1).max(64), key: z.string().min(1).max(200) });
export const wrappedKeys = z.array(wrappedKey);
export type WrappedKey = z.infer<typeof wrappedKey>;

/**
 * A key for each source, by which backups hold its words. Destroying it makes every older backup unreadable for that source. A file each
 * in `keys/sources`, so that nothing of a destroyed one lingers in a file that goes on.
 */
export type SourceKeys = {
  /** The key of a source; undefined when it has none (any more). 32 bytes. */
  find(source: string): Buffer | undefined;
  /** The same; made when missing. */
  findOrMake(source: string): Buffer;
  destroy(source: string): void;
  list(): WrappedKey[];
  /** Takes keys from a file of keys; those that are there already stay. */
  take(keys: readonly WrappedKey[]): void;
};

export function openSourceKeys(dataFolder: string, workspaceSecret: string): SourceKeys {
  const folder = path.join(dataFolder, "keys", "sources");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const wrapping = Buffer.from(hkdfSync("sha256", workspaceSecret, "", "polku source keys", 32));
  const fileOf = (source: string): string =>
    path.join(folder, `${createHash("sha256").update(source).digest("hex").slice(0, 32)}.json`);
  const write = (wrapped: WrappedKey): void => {
    const file = fileOf(wrapped.source);
    writeFileSync(file, JSON.stringify(wrapped), { mode: 0o600 });
    sync(file);
  };
  const find = (source: string): Buffer | undefined => {
    const file = fileOf(source);
    if (!existsSync(file)) return undefined;
    const { key } = wrappedKey.parse(JSON.parse(readFileSync(file, "utf8")));
    try {
      return unseal(wrapping, source, Buffer.from(key, "base64url"));
    } catch {
      return undefined; // Wrapped by a workspace key that has been changed since: as good as destroyed.
    }
  };
  return {
    find,
    findOrMake: (source) => {
      const known = find(source);
      if (known !== undefined) return known;
      const fresh = randomBytes(32);
      write({ source, key: seal(wrapping, source, fresh).toString("base64url") });
      return fresh;
    },
    destroy: (source) => {
      const file = fileOf(source);
      if (!existsSync(file)) return;
      writeFileSync(file, randomBytes(readFileSync(file).length));
      sync(file);
      rmSync(file);
    },
    list: () =>
      readdirSync(folder).map((name) =>
        wrappedKey.parse(JSON.parse(readFileSync(path.join(folder, name), "utf8"))),
      ),
    take: (keys) => {
      for (const wrapped of keys) if (!existsSync(fileOf(wrapped.source))) write(wrapped);
    },
  };
}

function sync(file: string): void {
  const handle = openSync(file, "r+");
  fsyncSync(handle);
  closeSync(handle);
}
