import {
  evidenceParams,
  peaks,
  recordingEntry,
  sourceMeta,
  takenImport,
  toSilence,
} from "@polku/protocol/http";
import { readFile } from "node:fs/promises";
import type { FastifyRequest } from "fastify";
import { recordingOut } from "../../commands/evidenceOut.ts";
import { importRecording } from "../../commands/importRecording.ts";
import { quotesSeenBy } from "../../commands/quotesSeenBy.ts";
import { tellQuotesChanged } from "../../commands/tellQuotesChanged.ts";
import { Problem } from "../../errors.ts";
import { withFile } from "../../imports/takeFile.ts";
import { clipOf } from "../../recordings/clip.ts";
import {
  cutRecording,
  keepRecording,
  mustFindRecording,
  silenceRecording,
  takeRecordingAway,
  typeOf,
} from "../../recordings/recordings.ts";
import type { Services } from "../../services.ts";
import { recordingOf } from "../../storage/sql/sqlRecordings.ts";
import { byteRange } from "../byteRange.ts";
import { readMeta } from "../readMeta.ts";
import { type Answer, route } from "../route.ts";
import { takeAlone } from "../takeAlone.ts";

/** Sound, or the part of it that was asked for. */
async function soundAnswer(
  request: FastifyRequest,
  {
    size,
    type,
    read,
  }: { size: number; type: string; read: (from: number, to: number) => Promise<Uint8Array> },
): Promise<Answer> {
  const range = byteRange(request.headers.range, size);
  const headers = { "content-type": type, "accept-ranges": "bytes" };
  if (range === "outside")
    return {
      status: 416,
      headers: { ...headers, "content-range": `bytes */${size}` },
      body: Buffer.alloc(0),
    };
  if (range === "whole") return { status: 200, headers, body: Buffer.from(await read(0, size)) };
  const { from, to } = range;
  return {
    status: 206,
    headers: { ...headers, "content-range": `bytes ${from}-${to - 1}/${size}` },
    body: Buffer.from(await read(from, to)),
  };
}

const readPeaks = (text: string | undefined): number[] => readMeta(peaks, text ?? "[]", "peaks");

/** Maps show whether a quote can be heard: they are told when that changes. */
async function tellQuotesOf(services: Services, contactId: string): Promise<void> {
  const quotes = await services.evidence.listQuotes({ contact: contactId, limit: 1000 });
  tellQuotesChanged(
    services,
    quotes.map(({ id }) => id),
  );
}

const add = route({
  method: "POST",
  path: "/api/v1/contacts/:id/recording",
  summary:
    "Adds the sound of a contact: Ogg Opus or WAV up to 50 MB in a part called file, how loud it is in a part called peaks. Nothing but the sound is kept, encrypted.",
  access: { to: "evidence.write" },
  params: evidenceParams,
  consumes: "multipart/form-data",
  answers: { status: 201, body: recordingEntry, description: "The recording" },
  perMinute: 60,
  handle: async ({ services, actor, params, request }) => {
    const contact = await services.evidence.findContact(params.id);
    if (contact === undefined) throw new Problem("contact.unknown");
    return withFile(request, services.imports.folder, async (taken) => {
      const heard = readPeaks(taken.fields.get("peaks"));
      const bytes = await readFile(taken.file);
      const recording = await keepRecording(services, { contact, bytes, peaks: heard, by: actor.id });
      const line = { who: actor.id, deed: "imported", what: "recording", thing: recording.id } as const;
      await services.privacy.accessLog.add({ ...line, count: null });
      await tellQuotesOf(services, contact.id);
      return { body: recordingOut(recording) };
    });
  },
});

const addAlone = route({
  method: "POST",
  path: "/api/v1/recordings",
  summary:
    "Takes in a recording that has no transcript, with what is known of it in a part called meta; as with files, the same one twice adds nothing.",
  access: { to: "evidence.write" },
  consumes: "multipart/form-data",
  answers: { status: 201, body: takenImport, description: "Its source, and the import, which has ended" },
  perMinute: 60,
  handle: (asked) =>
    takeAlone(asked, (taken) => {
      const meta = readMeta(sourceMeta, taken.fields.get("meta"));
      const heard = readPeaks(taken.fields.get("peaks"));
      return importRecording(asked.services, asked.actor, taken, { meta, peaks: heard });
    }),
});

const hear = route({
  method: "GET",
  path: "/api/v1/recordings/:id",
  summary: "The sound of a contact, whole or the bytes of a Range; what was silenced is not in it.",
  access: { to: "evidence.read" },
  params: evidenceParams,
  answers: { status: 200, type: "audio/ogg", description: "Ogg Opus or WAV; 206 for a Range" },
  perMinute: 1200,
  handle: async ({ services, actor, params, request }) => {
    const row = await mustFindRecording(services, params.id);
    const line = { who: actor.id, deed: "heard", what: "recording", thing: row.id, count: null } as const;
    await services.privacy.accessLog.add(line);
    const read = (from: number, to: number) => services.privacy.media.read(row.file, row.bytes, from, to);
    return soundAnswer(request, { size: row.bytes, type: typeOf(row), read });
  },
});

const hearQuote = route({
  method: "GET",
  path: "/api/v1/quotes/:id/sound",
  summary:
    "The stretch of its recording in which a quote is said, for whoever sees the map it is pinned to; nothing else of the recording is in it.",
  access: { to: "quotes.read" },
  params: evidenceParams,
  answers: { status: 200, type: "audio/ogg", description: "Ogg Opus or WAV; 206 for a Range" },
  perMinute: 1200,
  handle: async ({ services, actor, params, request }) => {
    const [seen] = await quotesSeenBy(services, actor, [params.id]);
    const [quote] = seen === undefined ? [] : await services.evidence.quotesById([seen]);
    if (quote === undefined) throw new Problem("quote.unknown");
    const row = await recordingOf(services.db, quote.contactId);
    const clip = clipOf(quote);
    if (row === undefined || clip === null) throw new Problem("recording.unknown");
    const line = { who: actor.id, deed: "heard", what: "quote", thing: quote.id, count: null } as const;
    await services.privacy.accessLog.add(line);
    const bytes = await cutRecording(services, row, clip);
    const read = async (from: number, to: number) => bytes.subarray(from, to);
    return soundAnswer(request, { size: bytes.length, type: typeOf(row), read });
  },
});

const silence = route({
  method: "POST",
  path: "/api/v1/recordings/:id/silence",
  summary: "Takes the sound of some stretches away for good, from older backups too. There is no way back.",
  access: { to: "evidence.write" },
  params: evidenceParams,
  body: toSilence,
  answers: { status: 200, body: recordingEntry, description: "The recording" },
  perMinute: 60,
  handle: async ({ services, actor, params, body }) => {
    const row = await silenceRecording(services, params.id, body.stretches);
    const line = { who: actor.id, deed: "silenced", what: "recording", thing: row.id } as const;
    await services.privacy.accessLog.add({ ...line, count: body.stretches.length });
    await tellQuotesOf(services, row.contactId);
    return { body: recordingOut(row) };
  },
});

const remove = route({
  method: "DELETE",
  path: "/api/v1/recordings/:id",
  summary: "Erases a recording, from older backups too; the words of its contact stay.",
  access: { to: "evidence.erase" },
  params: evidenceParams,
  answers: { status: 204, description: "It is gone" },
  handle: async ({ services, actor, params }) => {
    const row = await takeRecordingAway(services, params.id);
    const line = { who: actor.id, deed: "erased", what: "recording", thing: row.id, count: null } as const;
    await services.privacy.accessLog.add(line);
    await tellQuotesOf(services, row.contactId);
    return {};
  },
});

export const recordingRoutes = [add, addAlone, hear, hearQuote, silence, remove];
