import type { EvidenceStore } from "../storage/evidenceStore.ts";
import type { DemoEvidence } from "./demoEvidence.ts";

/** The most contacts that one transaction takes. */
const TOGETHER = 25;

/** Puts what a demo file brings into the library; what is there already stays as it is. */
export async function keepDemoEvidence(store: EvidenceStore, demo: DemoEvidence): Promise<void> {
  for (const source of demo.sources) {
    if ((await store.findSource(source.id)) === undefined) await store.addSource(source);
  }
  for (const { id } of demo.sources) {
    const own = demo.contacts.filter(({ sourceId }) => sourceId === id).map(({ contact }) => contact);
    for (let from = 0; from < own.length; from += TOGETHER)
      await store.keepContacts(id, own.slice(from, from + TOGETHER));
  }
  const known = new Set((await store.quotesById(demo.quotes.map(({ id }) => id))).map(({ id }) => id));
  for (const quote of demo.quotes) if (!known.has(quote.id)) await store.addQuote(quote);
}
