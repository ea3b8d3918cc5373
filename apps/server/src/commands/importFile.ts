import type { Actor } from "../policies/actor.ts";
import { makeId } from "../accounts/secrets.ts";
import type { TakenFile } from "../imports/takeFile.ts";
import type { Services } from "../services.ts";
import type { SourceRow } from "../storage/evidenceTables.ts";
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
  const title = meta.title ?? taken.fileName;
  const known = await evidence.knownSource(taken.hash, title, meta.kind);
  const source = known ?? newSource(actor, taken, { ...meta, title }, now);
  if (known === undefined) await evidence.addSource(source);
  if (choices.mapping !== undefined && headings.length > 0)
    await evidence.rememberMapping(headingsHash(headings), JSON.stringify(choices.mapping), now, source.id);
  const importId = makeId();
  await evidence.addImport({
    id: importId,
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
  });
  await imports.add({
    importId,
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
  return { id: source.id, importId };
}

/** A source as a person tells of it, kept for 24 months unless they say otherwise. */
export function newSource(
  actor: Actor,
  taken: TakenFile,
  meta: Meta & { title: string },
  now: number,
): SourceRow {
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

/** Words and identities are kept for 24 months unless a person says otherwise. */
function usualEnd(now: number): number {
  const end = new Date(now);
  end.setUTCMonth(end.getUTCMonth() + 24);
  return end.getTime();
}

function momentOf(day: string | null | undefined): number | null {
  return day === null || day === undefined ? null : Date.parse(day);
}
