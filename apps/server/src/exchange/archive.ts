import { createHash } from "node:crypto";
import { isRefusal, openZip } from "@polku/evidence";
import { z } from "zod";
import { Problem } from "../errors.ts";
import { zipOf, type ZipEntry } from "./zipFile.ts";

const MANIFEST = "manifest.json";
const JOURNEY = "journey.json";
const EVIDENCE = "evidence.json";
const ENDINGS: Readonly<Record<string, string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
};

const manifest = z.object({
  format: z.literal("polku-archive"),
  formatVersion: z.literal(1),
  files: z
    .array(z.object({ path: z.string().max(200), sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
    .max(2_000),
});

export type Archived = {
  readonly title: string;
  /** The journey as its JSON file has it, without images and words. */
  readonly journey: object;
  readonly images: readonly { readonly id: string; readonly type: string; readonly bytes: Uint8Array }[];
  /** Customers' words, where they go along. */
  readonly evidence?: object;
  /** ISO time. */
  readonly madeAt: string;
};

const json = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** A whole journey as one file, `.polku`: a ZIP with the journey, its images as files, and a list of them with their checksums. */
export async function writeArchive({ title, journey, images, evidence, madeAt }: Archived): Promise<Buffer> {
  const files: ZipEntry[] = [
    { name: JOURNEY, bytes: json(journey) },
    ...(evidence === undefined ? [] : [{ name: EVIDENCE, bytes: json(evidence) }]),
    ...images.map(({ id, type, bytes }) => ({ name: `images/${id}.${ENDINGS[type] ?? "bin"}`, bytes })),
  ];
  const list = {
    format: "polku-archive",
    formatVersion: 1,
    title,
    madeAt,
    files: files.map(({ name, bytes }) => ({ path: name, sha256: sha256(bytes) })),
  };
  const entries = (async function* () {
    yield { name: MANIFEST, bytes: json(list) };
    yield* files;
  })();
  const parts: Buffer[] = [];
  for await (const part of zipOf(entries)) parts.push(part);
  return Buffer.concat(parts);
}

/**
 * Reads an archive back into what the JSON file of a journey holds, images and words beside it.
 * @returns null when the file is no archive of ours
 * @throws import.notJourney when it is one and damaged, or when a file in it is not what its list says
 */
export function readArchive(bytes: Uint8Array): unknown {
  if (Buffer.from(bytes.subarray(0, 2)).toString("latin1") !== "PK") return null;
  const opened = openZip(bytes, (name) => name === MANIFEST || !name.endsWith("/"));
  if (isRefusal(opened)) return refuse("the archive is damaged");
  const listed = opened.get(MANIFEST);
  if (listed === undefined) return null;
  const { files } = readList(listed);
  const content = new Map<string, Uint8Array>();
  for (const { path, sha256: expected } of files) {
    const file = opened.get(path);
    if (file === undefined || sha256(file) !== expected) return refuse(`${path} is damaged or missing`);
    content.set(path, file);
  }
  const journey = content.get(JOURNEY);
  if (journey === undefined) return refuse(`${JOURNEY} is missing`);
  const evidence = content.get(EVIDENCE);
  const images = [...content].flatMap(([path, image]) => {
    const id = /^images\/([A-Za-z0-9_-]{1,64})\.\w+$/.exec(path)?.[1];
    return id === undefined ? [] : [{ id, base64: Buffer.from(image).toString("base64") }];
  });
  return {
    ...parse(JOURNEY, journey),
    images,
    ...(evidence === undefined ? {} : { evidence: parse(EVIDENCE, evidence) }),
  };
}

function readList(bytes: Uint8Array): z.infer<typeof manifest> {
  const read = manifest.safeParse(parse(MANIFEST, bytes));
  return read.success ? read.data : refuse("its list of files is of another kind");
}

function parse(name: string, bytes: Uint8Array): object {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
    if (typeof value === "object" && value !== null) return value;
  } catch {
    // Told below, with the name of the file.
  }
  return refuse(`${name} is not JSON`);
}

function refuse(why: string): never {
  throw new Problem("import.notJourney", { why });
}
