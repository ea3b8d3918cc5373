import type { Damage, LoadedLog, LogRecord } from "../journeyLog.ts";

/** What the log's thread is asked, and what it answers to each. */
export type LogCalls = {
  /** `attempt` goes up with each failed append that the sender has heard of. */
  append: { ask: { batch: readonly LogRecord[]; attempt: number }; answer: number };
  load: { ask: { doc: string }; answer: LoadedLog };
  keepSnapshot: { ask: { doc: string; upTo: number; data: Uint8Array; at: number }; answer: null };
  forget: { ask: { doc: string }; answer: null };
  documents: { ask: null; answer: string[] };
  check: { ask: null; answer: Damage[] };
  copyTo: { ask: { file: string }; answer: null };
  close: { ask: null; answer: null };
};

export type LogCallName = keyof LogCalls;

export type LogRequest = {
  [N in LogCallName]: { id: number; call: N; ask: LogCalls[N]["ask"] };
}[LogCallName];

export type AppendRequest = Extract<LogRequest, { call: "append" }>;
export type OtherRequest = Exclude<LogRequest, AppendRequest>;

export type LogAnswer = { id: number; answer: unknown } | { id: number; failure: string };
