import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Document } from "@hocuspocus/server";
import * as Y from "yjs";

const press = promisify(gzip);

const kept = new WeakMap<Document, Promise<Buffer>>();

/** A whole document as one Yjs update, pressed with gzip; made once for everybody who asks before it changes again. */
export function pressedState(document: Document): Promise<Buffer> {
  const known = kept.get(document);
  if (known !== undefined) return known;
  const fresh = press(Y.encodeStateAsUpdate(document), { level: 4 });
  kept.set(document, fresh);
  document.once("update", () => kept.delete(document));
  return fresh;
}
