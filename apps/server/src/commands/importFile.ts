import type { Actor } from "../policies/actor.ts";
import { makeId } from "../accounts/secrets.ts";
import type { TakenFile } from "../imports/takeFile.ts";
import { usualEnd } from "../imports/usualEnd.ts";
import type { Services } from "../services.ts";
import type { ImportRow, SourceRow } from "../storage/evidenceTables.ts";
import { checkMapping, choicesOf, headingsHash, headingsOf } from "./readingChoices.ts";
import type { sourceMeta } from "@polku/protocol/http";
import type { z } from "zod";

type Meta = z.output<typeof sourceMeta>;

/**
 * Puts a file in line to be read into a source: the one it was read into before, the one of the same title and kind, or a new one.
 * Throws the `Problem` of a file that is not what it says, or that lacks a column the mapping names. The import removes the file.
 */
export async function importFile(
  { evidence, imports, clock }: Pick<Services, "evidence" | "imports" | "clock">,
  actor: Actor,
  taken: TakenFile,
  meta: Meta,
): Promise<{ id: string; importId: string }> {
  const choices = choicesOf(meta);
  let headings = headingsOf(taken);
  if (headings.length === 0 && choices.mapping !== undefined && choices.mapping.words.length > 0)
    headings = (await imports.preview(taken.file, taken.fileName, {})).headings;
  checkMapping(choices.mapping, headings);
  const now = clock.now();
  const { source } = await sourceFor(evidence, actor, taken, meta, now);
  if (choices.mapping !== undefined && headings.length > 0)
    await evidence.rememberMapping(headingsHash(headings), JSON.stringify(choices.mapping), now, source.id);
  const row = newImport(taken, source, now);
  await evidence.addImport(row);
  await imports.add({
    importId: row.id,
    sourceId: source.id,
    file: taken.file,
    fileName: taken.fileName,
    choices,
    by: actor.id,
    suggest: meta.suggest,
    mask: meta.mask,
    language: meta.language ?? null,
    heldAt: momentOf(meta.collectedTo) ?? momentOf(meta.collectedFrom),
  });
  return { id: source.id, importId: row.id };
}

/** The source that a file goes into: the one it was read into before, the one of the same title and kind, or a new one, which is kept. */
export async function sourceFor(
  evidence: Services["evidence"],
  actor: Actor,
  taken: TakenFile,
  meta: Meta,
  now: number,
): Promise<{ source: SourceRow; isNew: boolean }> {
  const title = meta.title ?? taken.fileName;
  const known = await evidence.knownSource(taken.hash, title, meta.kind);
  if (known !== undefined) return { source: known, isNew: false };
  const source = newSource(actor, taken, { ...meta, title }, now);
  await evidence.addSource(source);
  return { source, isNew: true };
}

/** An import of a file into its source that waits for its turn. */
export function newImport(taken: TakenFile, source: SourceRow, now: number): ImportRow {
  return {
    id: makeId(),
    sourceId: source.id,
    fileName: taken.fileName,
    state: "waiting",
    read: 0,
    kept: 0,
    duplicates: 0,
    skippedCount: 0,
    skipped: "[]",
    reason: null,
    warnings: "[]",
    createdAt: now,
    endedAt: null,
  };
}

/** A source as a person tells of it, kept for 24 months unless they say otherwise. */
function newSource(actor: Actor, taken: TakenFile, meta: Meta & { title: string }, now: number): SourceRow {
  return {
    id: makeId(),
    kind: meta.kind,
    title: meta.title,
    fileName: taken.fileName,
    fileHash: taken.hash,
    sample: Number(meta.sample),
    collectedFrom: momentOf(meta.collectedFrom),
    collectedTo: momentOf(meta.collectedTo),
    invited: meta.invited ?? null,
    responded: meta.responded ?? null,
    samplingNote: meta.samplingNote ?? null,
    purpose: meta.purpose ?? null,
    consentBasis: meta.consentBasis,
    retentionUntil: momentOf(meta.retentionUntil) ?? usualEnd(now),
    identityUntil: momentOf(meta.identityUntil) ?? momentOf(meta.retentionUntil) ?? usualEnd(now),
    createdBy: actor.id,
    createdAt: now,
  };
}

function momentOf(day: string | null | undefined): number | null {
  return day === null || day === undefined ? null : Date.parse(day);
}
