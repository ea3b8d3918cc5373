import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { maxFileBytes } from "@polku/evidence";
import type { FastifyRequest } from "fastify";
import { Problem } from "../errors.ts";

const megabyte = 1024 * 1024;
const headBytes = 256 * 1024;

/** A file that came with a request, on disk; whoever takes it removes it. */
export type TakenFile = {
  file: string;
  /** As the sender calls it, without folders. */
  fileName: string;
  /** SHA-256 in hex. */
  hash: string;
  size: number;
  /** Its first 256 KiB, to tell what it is before answering. */
  head: Uint8Array;
  /** The other parts of the form. */
  fields: ReadonlyMap<string, string>;
};

/** What a request may bring. */
type Bounds = {
  /** Most bytes of the file; 50 MB unless told. */
  readonly most?: number;
  /** Looks at the parts that came before the file, and throws when it shall not be taken: not a byte of it is kept then. */
  readonly before?: (fields: ReadonlyMap<string, string>) => Promise<void>;
};

function tooLarge(most: number): Problem {
  return new Problem("file.tooLarge", { limit: String(most / megabyte) });
}

/**
 * Takes the part called `file` (or any file) of a multipart form into a folder, streaming: it is never held in memory. Refuses one over its bounds by its announced
 * length before reading it, and by its bytes while reading.
 */
export async function takeFile(
  request: FastifyRequest,
  folder: string,
  { most = maxFileBytes, before }: Bounds = {},
): Promise<TakenFile> {
  if (!request.isMultipart()) throw new Problem("file.missing");
  const announced = Number(request.headers["content-length"] ?? 0);
  if (announced > most + 2 * megabyte) throw tooLarge(most);
  const file = path.join(folder, randomUUID());
  try {
    return await takeParts(request, file, { most, before });
  } catch (error) {
    await rm(file, { force: true });
    const { code } = error as { code?: string };
    throw code === "FST_REQ_FILE_TOO_LARGE" ? tooLarge(most) : error;
  }
}

/** Takes a file in as {@link takeFile} does, for as long as `work` lasts; then it is gone, whatever came of it. */
export async function withFile<T>(
  request: FastifyRequest,
  folder: string,
  work: (taken: TakenFile) => Promise<T>,
  bounds?: Bounds,
): Promise<T> {
  const taken = await takeFile(request, folder, bounds);
  try {
    return await work(taken);
  } finally {
    await rm(taken.file, { force: true });
  }
}

async function takeParts(
  request: FastifyRequest,
  file: string,
  { most, before }: { most: number; before: Bounds["before"] },
): Promise<TakenFile> {
  const fields = new Map<string, string>();
  let taken: Omit<TakenFile, "fields"> | undefined;
  for await (const part of request.parts()) {
    if (part.type === "field") {
      if (typeof part.value === "string") fields.set(part.fieldname, part.value);
    } else if (taken === undefined) {
      await lookFirst(part.file, before?.(fields));
      taken = { ...(await writeFile(part.file, file, most)), fileName: nameOf(part.filename) };
      if (part.file.truncated) throw tooLarge(most);
    } else part.file.resume();
  }
  if (taken === undefined) throw new Problem("file.missing");
  return { ...taken, fields };
}

/** A file that is not taken flows away unread: a stream that nobody reads would hold the request for ever. */
async function lookFirst(file: Readable, look: Promise<void> | undefined): Promise<void> {
  try {
    await look;
  } catch (error) {
    file.resume();
    throw error;
  }
}

async function writeFile(
  from: Readable,
  file: string,
  most: number,
): Promise<Omit<TakenFile, "fields" | "fileName">> {
  const hash = createHash("sha256");
  const head: Buffer[] = [];
  let size = 0;
  const look = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      if (size < headBytes) head.push(chunk);
      size += chunk.length;
      hash.update(chunk);
      next(size > most ? tooLarge(most) : null, chunk);
    },
  });
  await pipeline(from, look, createWriteStream(file, { mode: 0o600 }));
  return {
    file,
    size,
    hash: hash.digest("hex"),
    head: new Uint8Array(Buffer.concat(head).subarray(0, headBytes)),
  };
}

function nameOf(given: string | undefined): string {
  const last = (given ?? "").split(/[/\\]/).at(-1) ?? "";
  return (
    last
      .replace(/\p{Cc}/gu, "")
      .trim()
      .slice(0, 200) || "file"
  );
}
