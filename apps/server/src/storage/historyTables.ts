/**
 * A journey as it was at a moment: its file (ids of quotes, never their words) as gzipped JSON. `people` is JSON: who changed something
 * since the version before.
 */
export type JourneyVersionRow = {
  id: string;
  journeyId: string;
  at: number;
  kind: string;
  name: string | null;
  byId: string | null;
  byName: string | null;
  people: string;
  stateHash: string;
  state: Uint8Array;
};

/** Who has changed a journey since its last version, and how often. */
export type JourneyActivityRow = {
  journeyId: string;
  actorId: string;
  name: string;
  edits: number;
  firstAt: number;
  lastAt: number;
};

export type HistoryTables = {
  journeyVersion: JourneyVersionRow;
  journeyActivity: JourneyActivityRow;
};
