import type { Entity } from "./read/attributes.ts";
import { readOneOf, readString, readText } from "./read/attributes.ts";

export const PROMISE_STATUSES = ["open", "kept", "broken"] as const;

/** "We will call you back": made at a touchpoint, due, kept or broken. Times are ISO 8601. */
export type PromiseView = {
  readonly id: string;
  readonly touchpointId: string;
  readonly text: string;
  readonly dueAt: string | null;
  readonly keptAt: string | null;
  readonly status: (typeof PROMISE_STATUSES)[number];
  /** The touchpoint at which the customer noticed that it was kept or broken. */
  readonly noticedAt: string | null;
};

export function readPromise(id: string, promise: Entity): PromiseView | null {
  const touchpointId = readString(promise, "touchpointId");
  if (touchpointId === null) return null;
  return Object.freeze({
    id,
    touchpointId,
    text: readText(promise, "text"),
    dueAt: readString(promise, "dueAt"),
    keptAt: readString(promise, "keptAt"),
    status: readOneOf(promise, "status", PROMISE_STATUSES, "open"),
    noticedAt: readString(promise, "noticedAt"),
  });
}
