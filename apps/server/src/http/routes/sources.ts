import {
  eraseQuery,
  erasedSource,
  evidenceParams,
  filePreview,
  previewMeta,
  sourceChange,
  sourceEntry,
  sourceList,
  sourceMeta,
  takenImport,
  changedTheme,
  themeChange,
  themeList,
} from "@polku/protocol/http";
import type { Language } from "@polku/protocol";
import { rm } from "node:fs/promises";
import { changeTheme } from "../../commands/changeTheme.ts";
import { erase as eraseThing } from "../../commands/erase.ts";
import { keepSourceUntil } from "../../commands/keepSourceUntil.ts";
import { importFile } from "../../commands/importFile.ts";
import { previewFile } from "../../commands/previewFile.ts";
import { Problem } from "../../errors.ts";
import type { SourceSummary } from "../../storage/evidenceStore.ts";
import { sourceInLanguage } from "../../storage/inLanguage.ts";
import { readMeta } from "../readMeta.ts";
import { route } from "../route.ts";
import { takeFile, withFile } from "../../imports/takeFile.ts";

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

function entryOf(row: SourceSummary, language: Language) {
  const source = sourceInLanguage(row, language);
  const {
    fileHash: _fileHash,
    createdBy: _createdBy,
    textIn: _textIn,
    erasingAt: _erasingAt,
    ...shown
  } = source;
  return {
    ...shown,
    sample: source.sample === 1,
    collectedFrom: iso(source.collectedFrom),
    collectedTo: iso(source.collectedTo),
    retentionUntil: iso(source.retentionUntil),
    identityUntil: iso(source.identityUntil ?? null),
    createdAt: iso(source.createdAt),
    firstAt: iso(source.firstAt),
    lastAt: iso(source.lastAt),
  };
}

const add = route({
  method: "POST",
  path: "/api/v1/sources",
  summary:
    "Imports a file into a source: CSV, Excel, Word, transcripts, mail, chats, tickets, coded projects or plain text up to 50 MB, with what is known of it. The same file, or the same rows, twice add nothing.",
  access: { to: "evidence.write" },
  consumes: "multipart/form-data",
  answers: { status: 202, body: takenImport, description: "The file is in line to be read" },
  perMinute: 120,
  handle: async ({ services, actor, request }) => {
    const taken = await takeFile(request, services.imports.folder);
    try {
      const body = await importFile(services, actor, taken, readMeta(sourceMeta, taken.fields.get("meta")));
      const line = { who: actor.id, deed: "imported", what: "source", thing: body.id, count: null } as const;
      await services.privacy.accessLog.add(line);
      return { body };
    } catch (error) {
      await rm(taken.file, { force: true });
      throw error;
    }
  },
});

const preview = route({
  method: "POST",
  path: "/api/v1/sources/preview",
  summary:
    "What a file holds and how it would be read: kind, encoding, headings, the first rows, the mapping (told in meta, remembered, or guessed), speakers, personal data. Nothing is kept.",
  access: { to: "evidence.write" },
  consumes: "multipart/form-data",
  answers: { status: 200, body: filePreview, description: "What the file holds" },
  perMinute: 120,
  handle: async ({ services, request }) => {
    return withFile(request, services.imports.folder, async (taken) => {
      const meta = readMeta(previewMeta, taken.fields.get("meta") ?? "{}");
      return { body: await previewFile(services, taken, meta) };
    });
  },
});

const list = route({
  method: "GET",
  path: "/api/v1/sources",
  summary: "Every source with its numbers, the newest first.",
  access: { to: "evidence.read" },
  answers: { status: 200, body: sourceList, description: "The sources" },
  handle: async ({ services, language }) => {
    const sources = await services.evidence.listSources();
    return { body: { items: sources.map((source) => entryOf(source, language)) } };
  },
});

const one = route({
  method: "GET",
  path: "/api/v1/sources/:id",
  summary: "One source with its numbers.",
  access: { to: "evidence.read" },
  params: evidenceParams,
  answers: { status: 200, body: sourceEntry, description: "The source" },
  handle: async ({ services, params, language }) => {
    const source = await services.evidence.findSource(params.id);
    if (source === undefined) throw new Problem("source.unknown");
    return { body: entryOf(source, language) };
  },
});

const change = route({
  method: "PATCH",
  path: "/api/v1/sources/:id",
  summary: "Sets until when a source's words, and the keys of its people, are kept.",
  access: { to: "evidence.retain" },
  params: evidenceParams,
  body: sourceChange,
  answers: { status: 200, body: sourceEntry, description: "The source" },
  handle: async ({ services, actor, params, body, language }) => ({
    body: entryOf(await keepSourceUntil(services, actor.id, params.id, body), language),
  }),
});

const erase = route({
  method: "DELETE",
  path: "/api/v1/sources/:id",
  summary: "Erases a source with everything customers said in it; its quotes empty in every open map.",
  access: { to: "evidence.erase" },
  params: evidenceParams,
  query: eraseQuery,
  answers: { status: 200, body: erasedSource, description: "What was erased" },
  handle: async ({ services, actor, params: { id }, query }) => {
    const { contacts, quoteIds } = await eraseThing(services, actor.id, { what: "source", id }, query.reason);
    return { body: { id, contacts, quotes: quoteIds.length } };
  },
});

const themes = route({
  method: "GET",
  path: "/api/v1/themes",
  summary: "Every theme with how many contacts bear it, the commonest first.",
  access: { to: "evidence.read" },
  answers: { status: 200, body: themeList, description: "The themes" },
  handle: async ({ services, language }) => ({ body: { items: await services.evidence.themes(language) } }),
});

const changeOneTheme = route({
  method: "PATCH",
  path: "/api/v1/themes",
  summary:
    "Names a theme otherwise wherever it is borne, in one step; a name that is a theme already makes the two one. Sets its colour, and under which theme it stands.",
  access: { to: "evidence.write" },
  body: themeChange,
  answers: { status: 200, body: changedTheme, description: "What it is called now, and how much changed" },
  handle: async ({ services, body, language }) => ({ body: await changeTheme(services, body, language) }),
});

export const sourceRoutes = [add, preview, list, one, change, erase, themes, changeOneTheme];
