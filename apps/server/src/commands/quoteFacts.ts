import type { JourneyView, QuoteFacts } from "@polku/journey";
import type { EvidenceStore } from "../storage/evidenceStore.ts";

/** What the measures need of the quotes that a journey has pinned; an erased one is simply not among them. */
export async function factsOfPinnedQuotes(
  evidence: EvidenceStore,
  view: JourneyView,
): Promise<ReadonlyMap<string, QuoteFacts>> {
  const pinned = [...view.touchpoints.values()].flatMap((one) => one.pins.map((pin) => pin.quoteId));
  return factsOfQuotes(evidence, pinned);
}

/** The same of some quotes by their ids; naming one twice is no harm. */
export async function factsOfQuotes(
  evidence: EvidenceStore,
  quoteIds: readonly string[],
): Promise<ReadonlyMap<string, QuoteFacts>> {
  const rows = await evidence.quotesById([...new Set(quoteIds)]);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        kind: row.kind,
        sourceId: row.sourceId,
        itemId: row.contactId,
        respondentKey: row.respondentKey,
        at: row.occurredAt === null ? null : new Date(row.occurredAt).toISOString(),
        withdrawn: row.withdrawnAt !== null,
        speaker: row.speaker,
      },
    ]),
  );
}
