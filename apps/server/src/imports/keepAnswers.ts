import { newQuote } from "@polku/protocol/http";
import type { z } from "zod";
import type { EvidenceStore } from "../storage/evidenceStore.ts";
import type { ImportAnswer, PreparedContact } from "./importMessages.ts";

const inOneTransaction = 50;
const mostSkippedListed = 1000;

/** Makes a quote of a contact just kept. */
type Quote = (asked: z.output<typeof newQuote>) => Promise<unknown>;

/** Shows the rules contacts just kept; resolves to how many links they suggest. */
type Suggest = (contacts: readonly PreparedContact[]) => Promise<number>;

/**
 * Keeps what the import process answers and writes down how far it is; small transactions, so that nobody waits for long. `before` counts what the same
 * import had kept before the server stopped: it is known again, and no duplicate.
 */
export function keepAnswers(
  store: EvidenceStore,
  job: { importId: string; sourceId: string },
  before: { kept: number; suggested: number },
  { quote, suggest }: { quote: Quote; suggest: Suggest },
) {
  const skipped: { row: number; why: string }[] = [];
  let skippedCount = 0;
  let { kept, suggested } = before;
  let known = 0;
  let refused: string | null = null;

  async function keep(answer: ImportAnswer & { t: "contacts" }): Promise<void> {
    const left = answer.skipped.map(({ row, why }) => ({ row, why: why as string }));
    for (let from = 0; from < answer.contacts.length; from += inOneTransaction) {
      const slice = answer.contacts.slice(from, from + inOneTransaction);
      const done = await store.keepContacts(job.sourceId, slice.map(asKept));
      kept += done.kept;
      known += done.duplicates;
      await quoteCoded(store, slice, quote);
      const erased = new Set(done.erased);
      for (const { id, row } of slice) if (erased.has(id)) left.push({ row, why: "person-erased" });
    }
    const room = Math.max(0, mostSkippedListed - skipped.length);
    skipped.push(...left.slice(0, room));
    skippedCount += left.length;
    const lists = left.length > 0 && room > 0 ? { skipped: JSON.stringify(skipped) } : {};
    const duplicates = Math.max(0, known - before.kept);
    suggested += await suggest(answer.contacts);
    const counts = { read: answer.read, kept, duplicates, skippedCount, suggested };
    await store.changeImport(job.importId, { ...counts, ...lists });
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

/** What was coded in contacts that were not here before comes in as quotes; a passage that masking took whole does not. */
async function quoteCoded(
  store: EvidenceStore,
  contacts: readonly PreparedContact[],
  quote: Quote,
): Promise<void> {
  for (const { id: contactId, stretches = [], text } of contacts) {
    if (stretches.length === 0 || (await store.findContact(contactId)) === undefined) continue;
    for (const { from, to, themes } of stretches)
      if (text.slice(from, to).trim() !== "")
        await quote(newQuote.parse({ contactId, start: from, end: to, themes, speaker: "customer" }));
  }
}

function asKept({ row: _row, stretches: _stretches, ...contact }: PreparedContact) {
  return contact;
}
