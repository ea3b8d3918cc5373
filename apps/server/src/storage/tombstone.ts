import type { EraseReason } from "@polku/protocol";

/** What can be erased. A person is known by the keyed hash that stands for them; `id` is it. */
export type Erasable = { what: "source" | "contact" | "quote" | "person"; id: string };

/** What leaves a tombstone: a journey too, when it is purged from the trash. */
export type Buried = Erasable | { what: "journey"; id: string };

/** That something was erased, when (ms since 1970), by whom and why: never what it was. */
export type Tombstone = Buried & { erasedAt: number; by: string; reason: EraseReason };

export type Erased = { contacts: number; quoteIds: string[] };
