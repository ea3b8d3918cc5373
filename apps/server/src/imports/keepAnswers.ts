import type { EvidenceStore } from "../storage/evidenceStore.ts";
import type { ImportAnswer, PreparedContact } from "./importMessages.ts";

const inOneTransaction = 50;
const mostSkippedListed = 1000;

/** Keeps what the import process answers and writes down how far it is; small transactions, so that nobody waits for long. */
export function keepAnswers(store: EvidenceStore, job: { importId: string; sourceId: string }) {
  const skipped: { row: number; why: string }[] = [];
  let skippedCount = 0;
  let kept = 0;
  let duplicates = 0;
  let refused: string | null = null;

  async function keep(answer: ImportAnswer & { t: "contacts" }): Promise<void> {
    const left = answer.skipped.map(({ row, why }) => ({ row, why: why as string }));
    for (let from = 0; from < answer.contacts.length; from += inOneTransaction) {
      const slice = answer.contacts.slice(from, from + inOneTransaction);
      const done = await store.keepContacts(job.sourceId, slice.map(withoutRow));
      kept += done.kept;
      duplicates += done.duplicates;
      const erased = new Set(done.erased);
      for (const { id, row } of slice) if (erased.has(id)) left.push({ row, why: "person-erased" });
    }
    const room = Math.max(0, mostSkippedListed - skipped.length);
    skipped.push(...left.slice(0, room));
    skippedCount += left.length;
    const lists = left.length > 0 && room > 0 ? { skipped: JSON.stringify(skipped) } : {};
    await store.changeImport(job.importId, { read: answer.read, kept, duplicates, skippedCount, ...lists });
  }

  return {
    answer: async (answer: ImportAnswer): Promise<void> => {
      if (answer.t === "contacts") await keep(answer);
      if (answer.t === "refused") refused = `file.${answer.code}`;
      if (answer.t === "mismatch") refused = "import.mapping";
      if (answer.t === "done")
        await store.changeImport(job.importId, { warnings: JSON.stringify(answer.warnings) });
    },
    /** The problem code when the file turned out not to be readable. */
    refused: () => refused,
  };
}

function withoutRow({ row: _row, ...contact }: PreparedContact) {
  return contact;
}
