import type { JourneyView, TouchpointView } from "@polku/journey";
import { useSyncExternalStore } from "react";
import type { JourneySession } from "./journeySession.ts";
import { useSession } from "./SessionContext.tsx";

type Touchpoints = JourneyView["touchpoints"];

/** What people type: it moves no curve and no evidence. */
const WORDS: ReadonlySet<string> = new Set<keyof TouchpointView>(["title", "note"]);

function sameFeelings(a: TouchpointView, b: TouchpointView | undefined): boolean {
  if (a === b || b === undefined) return a === b;
  const theirs: Readonly<Record<string, unknown>> = b;
  return Object.entries(a).every(([key, value]) => WORDS.has(key) || value === theirs[key]);
}

/** Whether two states of a journey's touchpoints differ in their words at most. */
export function onlyWordsDiffer(before: Touchpoints, now: Touchpoints): boolean {
  if (before.size !== now.size) return false;
  for (const [id, touchpoint] of before) if (!sameFeelings(touchpoint, now.get(id))) return false;
  return true;
}

const kept = new WeakMap<JourneySession, { readonly seen: Touchpoints; readonly answer: Touchpoints }>();

function feelingsOf(session: JourneySession): Touchpoints {
  const seen = session.view().touchpoints;
  const known = kept.get(session);
  if (known?.seen === seen) return known.answer;
  const answer = known && onlyWordsDiffer(known.answer, seen) ? known.answer : seen;
  kept.set(session, { seen, answer });
  return answer;
}

/** The touchpoints for those who draw what is felt and heard: wakes when that changes, not for letters. Titles in it may be old. */
export function useFeelings(): Touchpoints {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, () => feelingsOf(session));
}

/** The same for those who need all touchpoints only sometimes: while they do not, nothing wakes them. */
export function useFeelingsWhen(needed: boolean): Touchpoints | undefined {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, () => (needed ? feelingsOf(session) : undefined));
}
