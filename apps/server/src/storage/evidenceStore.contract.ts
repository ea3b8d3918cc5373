import { describe } from "vitest";
import type { WithStore } from "../testing/evidenceRows.ts";
import { erasingEvidence } from "./erasingEvidence.contract.ts";
import type { EvidenceStore } from "./evidenceStore.ts";
import { findingEvidence } from "./findingEvidence.contract.ts";
import { keepingEvidence } from "./keepingEvidence.contract.ts";
import { themesOfEvidence } from "./themesOfEvidence.contract.ts";

/** What every evidence store keeps to. `open` gives an empty one, and the way to close it. */
export function evidenceStoreContract(
  name: string,
  open: () => Promise<{ store: EvidenceStore; close: () => Promise<void> }>,
): void {
  const withStore: WithStore = async (run) => {
    const { store, close } = await open();
    try {
      await run(store);
    } finally {
      await close();
    }
  };
  describe(`evidence store: ${name}`, () => {
    keepingEvidence(withStore);
    findingEvidence(withStore);
    themesOfEvidence(withStore);
    erasingEvidence(withStore);
  });
}
