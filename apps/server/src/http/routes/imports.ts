import { type Language, problemSentence, problems, skipSentence } from "@polku/protocol";
import { evidenceParams, importList, importProgress } from "@polku/protocol/http";
import { Problem } from "../../errors.ts";
import type { Services } from "../../services.ts";
import type { ImportRow } from "../../storage/evidenceTables.ts";
import { csvCell } from "../csvCell.ts";
import { route } from "../route.ts";

function isProblem(code: string): code is keyof typeof problems {
  return Object.hasOwn(problems, code);
}

function skippedOf(found: ImportRow, language: Language): { row: number; code: string; why: string }[] {
  const skipped = JSON.parse(found.skipped) as { row: number; why: string }[];
  return skipped.map(({ row, why }) => ({ row, code: why, why: skipSentence(why, language) }));
}

function progressOf(found: ImportRow, language: Language) {
  const {
    id,
    sourceId,
    fileName,
    state,
    read,
    kept,
    duplicates,
    skippedCount,
    suggested = 0,
    reason,
  } = found;
  const sentence = reason === null || !isProblem(reason) ? reason : problemSentence(reason, language);
  const warnings = JSON.parse(found.warnings) as string[];
  const skipped = skippedOf(found, language);
  return {
    id,
    sourceId,
    fileName,
    state,
    read,
    kept,
    duplicates,
    skippedCount,
    suggested,
    skipped,
    reason: sentence,
    warnings,
  };
}

async function mustExist(services: Services, id: string): Promise<ImportRow> {
  const found = await services.evidence.findImport(id);
  if (found === undefined) throw new Problem("import.unknown");
  return found;
}

const list = route({
  method: "GET",
  path: "/api/v1/imports",
  summary: "The latest 20 imports, the newest first: what waits, runs and has ended.",
  access: { to: "evidence.read" },
  answers: { status: 200, body: importList, description: "The imports" },
  handle: async ({ services, language }) => {
    const rows = await services.db
      .selectFrom("sourceImport")
      .selectAll()
      .orderBy("createdAt", "desc")
      .limit(20)
      .execute();
    // The rows that were left out are told by the import itself.
    return { body: { items: rows.map((row) => progressOf({ ...row, skipped: "[]" }, language)) } };
  },
});

const one = route({
  method: "GET",
  path: "/api/v1/imports/:id",
  summary: "How an import goes: what was read, kept, known already, and left out with the reason.",
  access: { to: "evidence.read" },
  params: evidenceParams,
  answers: { status: 200, body: importProgress, description: "The progress" },
  handle: async ({ services, params, language }) => ({
    body: progressOf(await mustExist(services, params.id), language),
  }),
});

const cancel = route({
  method: "POST",
  path: "/api/v1/imports/:id/cancel",
  summary: "Stops an import that waits or runs; what it has kept stays.",
  access: { to: "evidence.write" },
  params: evidenceParams,
  answers: { status: 200, body: importProgress, description: "The progress where it stopped" },
  handle: async ({ services, params, language }) => {
    await mustExist(services, params.id);
    if (!(await services.imports.cancel(params.id))) throw new Problem("import.ended");
    return { body: progressOf(await mustExist(services, params.id), language) };
  },
});

const skipped = route({
  method: "GET",
  path: "/api/v1/imports/:id/skipped.csv",
  summary: "The rows that were left out and why, as a table.",
  access: { to: "evidence.read" },
  params: evidenceParams,
  answers: { status: 200, type: "text/csv", description: "Row numbers and reasons" },
  handle: async ({ services, params, language }) => {
    const found = await mustExist(services, params.id);
    const head = language === "fi" ? ["Rivi", "Syy"] : ["Row", "Reason"];
    const rows = skippedOf(found, language).map(({ row, why }) => [String(row), why]);
    const lines = [head, ...rows].map((cells) => cells.map(csvCell).join(";"));
    return {
      body: `\uFEFF${lines.join("\r\n")}\r\n`,
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="skipped-${found.id}.csv"`,
      },
    };
  },
});

export const importRoutes = [list, one, cancel, skipped];
