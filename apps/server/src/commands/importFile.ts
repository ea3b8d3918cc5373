import { detect, isRefusal, maxFileBytes, missingColumns, openTable } from "@polku/evidence";
import type { Actor } from "../policies/actor.ts";
import { makeId } from "../accounts/secrets.ts";
import { Problem } from "../errors.ts";
import type { TakenFile } from "../http/takeFile.ts";
import { refusalProblem } from "../imports/imports.ts";
import type { Services } from "../services.ts";
import type { SourceRow } from "../storage/evidenceTables.ts";
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
  checkReadable(taken, meta);
  const now = clock.now();
  const title = meta.title ?? taken.fileName;
  const known = await evidence.knownSource(taken.hash, title, meta.kind);
  const source = known ?? newSource(actor, taken, { ...meta, title }, now);
  if (known === undefined) await evidence.addSource(source);
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
  imports.add({
    importId,
    sourceId: source.id,
    file: taken.file,
    fileName: taken.fileName,
    choices: choicesOf(meta),
    mask: meta.mask,
    heldAt: momentOf(meta.collectedTo) ?? momentOf(meta.collectedFrom),
  });
  return { id: source.id, importId };
}

/** What can be told from the beginning of the file is told before it is taken in. */
function checkReadable(taken: TakenFile, meta: Meta): void {
  if (taken.size > maxFileBytes) throw new Problem("file.too-large");
  const seen = detect(taken.head, taken.fileName);
  if (isRefusal(seen)) throw new Problem(refusalProblem(seen.refused));
  if (meta.mapping === undefined || seen.kind !== "csv") return;
  const { headings } = openTable(seen.text, seen.delimiter ?? ";");
  const missing = missingColumns(choicesOf(meta).mapping ?? { words: [] }, headings);
  if (missing.length > 0)
    throw new Problem("import.mapping", { columns: missing.map((name) => `"${name}"`).join(", ") });
}

function choicesOf({ mapping, speakers }: Meta) {
  return { ...(mapping && { mapping: given(mapping) }), ...(speakers && { speakers }) };
}

/** Without the keys that are there but undefined: the reader takes a key for a wish. */
function given<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}

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
    retentionUntil: momentOf(meta.retentionUntil),
    createdBy: actor.id,
    createdAt: now,
  };
}

function momentOf(day: string | null | undefined): number | null {
  return day === null || day === undefined ? null : Date.parse(day);
}
