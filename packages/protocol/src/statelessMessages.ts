import type { BroughtTo, WorkshopCounts, WorkshopTimer } from "./http/workshop.ts";
import type { ListeningAnswer } from "./listening.ts";

/**
 * The small JSON messages beside the document's own traffic (Hocuspocus "stateless").
 * Client → server: `save?` asks to be told when everything sent so far is on disk. Server → client: `saved` answers it, or
 * `declined` when something that was sent before was not taken (this person may only read) and is not in the journey;
 * `evidence` names quotes whose words changed or, with `gone`, were erased (none when what was erased had no
 * quotes: the library has changed all the same); `journey` says that title, state or rights were changed; `comments` says that there are other comments; `tasks` that there are other tasks; `people` that somebody waits to be let in, or has another role; `suggested` says that
 * other suggestions wait at touchpoints than before; `below` that a journey below this one rests on other pins; `workshop` tells the room where its
 * workshop stands, in numbers only: no word, no name, no tally. Hearing together has messages of its own (`listening.ts`).
 */
export type ClientMessage = { t: "save?"; v: number; s: string };

export type ServerMessage =
  | { t: "saved"; v: number; s: string }
  | { t: "declined"; v: number; s: string }
  | { t: "evidence"; ids: string[]; gone?: true }
  | { t: "journey"; id: string }
  | { t: "suggested" }
  | { t: "below" }
  | { t: "comments" }
  | { t: "tasks" }
  | { t: "people" }
  | WorkshopPulse
  | ListeningAnswer;

/** `now` is the server's clock (ms since 1970), by which `timer` runs; who has other `contents` asks for them anew. */
export type WorkshopPulse = {
  t: "workshop";
  now: number;
  /** `null` when the workshop has ended. */
  id: string | null;
  contents: number;
  stepId: string;
  timer: WorkshopTimer;
  brought: BroughtTo | null;
  counts: WorkshopCounts;
};

/** Reads a client's message; anything that is not one is `null`, never an exception. */
export function readClientMessage(payload: string): ClientMessage | null {
  let value: unknown;
  try {
    value = JSON.parse(payload);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  const { t, v, s } = value as Record<string, unknown>;
  if (t !== "save?" || !Number.isSafeInteger(v)) return null;
  if (s !== undefined && (typeof s !== "string" || s.length > 128)) return null;
  return { t, v: Number(v), s: s ?? "" };
}
