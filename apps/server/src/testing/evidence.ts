import { readFileSync } from "node:fs";
import type { TestAnswer, TestServer } from "./testServer.ts";

/** A file of the sample data. */
export function sampleFile(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(`../../../../e2e/data/${name}`, import.meta.url)));
}

function bigEndian(n: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(n);
  return bytes;
}

/** A PNG by its chunks, with a comment beside the picture; nobody has to be able to draw it. */
export function samplePicture({
  width,
  comment,
  drawn,
}: {
  width: number;
  comment: string;
  drawn: string;
}): Uint8Array<ArrayBuffer> {
  const chunk = (name: string, data: Buffer): Buffer =>
    Buffer.concat([bigEndian(data.length), Buffer.from(name), data, bigEndian(0)]);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from("89504e470d0a1a0a", "hex"),
      chunk("IHDR", Buffer.concat([bigEndian(width), bigEndian(2), Buffer.from([8, 2, 0, 0, 0])])),
      chunk("tEXt", Buffer.from(`Comment\0${comment}`)),
      chunk("IDAT", Buffer.from(drawn)),
      chunk("IEND", Buffer.alloc(0)),
    ]),
  );
}

type Upload = { bytes: Uint8Array<ArrayBuffer> | string; name: string; meta?: unknown; path?: string };

/** Sends a file as the import wizard does. */
export async function sendFile(server: TestServer, token: string, upload: Upload): Promise<TestAnswer> {
  const form = new FormData();
  form.append("file", new Blob([upload.bytes]), upload.name);
  if (upload.meta !== undefined)
    form.append("meta", typeof upload.meta === "string" ? upload.meta : JSON.stringify(upload.meta));
  const response = await fetch(`${server.url}${upload.path ?? "/api/v1/sources"}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  const text = await response.text();
  return {
    status: response.status,
    body: JSON.parse(text) as Record<string, unknown>,
    text,
    headers: response.headers,
  };
}

/** Imports a file and answers how it went when it has ended. */
export async function importedFile(
  server: TestServer,
  token: string,
  upload: Upload,
): Promise<Record<string, unknown>> {
  const taken = await sendFile(server, token, {
    ...upload,
    meta: upload.meta ?? { kind: "survey_open", title: upload.name },
  });
  if (taken.status !== 202) throw new Error(taken.text);
  await server.services.imports.idle();
  const { body } = await server.ask("GET", `/api/v1/imports/${String(taken.body.importId)}`, { token });
  return body;
}

/** The contacts that a search finds. */
export async function foundContacts(
  server: TestServer,
  token: string,
  query: Record<string, string>,
): Promise<
  { id: string; text: string; at: string | null; marks: [number, number][]; [more: string]: unknown }[]
> {
  const { body } = await server.ask("GET", `/api/v1/contacts?${new URLSearchParams(query).toString()}`, {
    token,
  });
  return body.items as never;
}
