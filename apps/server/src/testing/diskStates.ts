/**
 * What a test's disk may do: work · be full (SQLite's own error) · fail each commit · fail the next one · commit and say that it failed · stand still.
 * The place in the list is what the thread is told.
 */
export const diskStates = ["works", "full", "broken", "broken once", "silent", "stopped"] as const;

export type DiskState = (typeof diskStates)[number];
