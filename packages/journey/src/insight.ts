import type { Entity } from "./read/attributes.ts";
import { readOneOf, readRecord, readString, readStrings, readText } from "./read/attributes.ts";

export const INSIGHT_LEVELS = ["observation", "insight", "opportunity"] as const;
export const INSIGHT_STATUSES = ["open", "decided", "shipped", "told_customers"] as const;

/** What the team made of what customers said, and how far it has come. */
export type InsightView = {
  readonly id: string;
  readonly title: string;
  readonly level: (typeof INSIGHT_LEVELS)[number];
  readonly status: (typeof INSIGHT_STATUSES)[number];
  readonly owner: string | null;
  readonly touchpointIds: readonly string[];
  readonly quoteIds: readonly string[];
  /** Quotes whose speakers were told what came of it. */
  readonly toldQuoteIds: readonly string[];
  /** When each of them was told, ISO 8601; one who is not in it was told at a time nobody wrote down. */
  readonly toldAt: Readonly<Record<string, string>>;
};

function readTimes(insight: Entity): Readonly<Record<string, string>> {
  const entries = Object.entries(readRecord(insight, "toldAt"));
  return Object.freeze(
    Object.fromEntries(entries.filter((pair): pair is [string, string] => typeof pair[1] === "string")),
  );
}

export function readInsight(id: string, insight: Entity): InsightView {
  return Object.freeze({
    id,
    title: readText(insight, "title"),
    level: readOneOf(insight, "level", INSIGHT_LEVELS, "opportunity"),
    status: readOneOf(insight, "status", INSIGHT_STATUSES, "open"),
    owner: readString(insight, "owner"),
    touchpointIds: readStrings(insight, "touchpointIds"),
    quoteIds: readStrings(insight, "quoteIds"),
    toldQuoteIds: readStrings(insight, "toldQuoteIds"),
    toldAt: readTimes(insight),
  });
}
