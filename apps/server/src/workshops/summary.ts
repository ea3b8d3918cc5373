import type { Task, WorkshopList, WorkshopSummary } from "@polku/protocol";
import { Problem } from "../errors.ts";
import type { History } from "../history/history.ts";
import type { AppDatabase } from "../storage/tables.ts";
import { sqlCurveStore } from "./curveStore.ts";
import { sqlWorkshopStore } from "./workshopStore.ts";

type Deps = { readonly db: AppDatabase; readonly history: Pick<History, "list"> };

const isoOf = (at: number): string => new Date(at).toISOString();

/** The sessions of a journey, the newest first. */
export async function listWorkshops(
  { db }: Pick<Deps, "db">,
  journeyId: string,
): Promise<WorkshopList["items"]> {
  const all = await sqlWorkshopStore(db).ofJourney(journeyId);
  return all.map(({ id, title, startedAt, endedAt, steps }) => ({
    id,
    title,
    startedAt: isoOf(startedAt),
    endedAt: endedAt === null ? null : isoOf(endedAt),
    steps: steps.length,
  }));
}

/** The versions of the journey when a session began and when it ended (or the newest, while it is on). Moments are ms since 1970. */
async function versionsOf({ history }: Pick<Deps, "history">, journeyId: string, from: number, to: number) {
  const versions = await history.list(journeyId);
  const newestUpTo = (at: number) => versions.find((version) => version.at <= at)?.id ?? null;
  return { before: newestUpTo(from), after: newestUpTo(to) };
}

/**
 * What came of a session. `tasks` are the journey's, of which those count that were written while it was on; versions are told to who may
 * read the history. @throws workshop.unknown
 */
export async function summarizeWorkshop(
  { db, history }: Deps,
  journeyId: string,
  workshopId: string,
  asked: { readonly tasks: readonly Task[]; readonly mayReadHistory: boolean },
): Promise<WorkshopSummary> {
  const store = sqlWorkshopStore(db);
  const workshop = (await store.ofJourney(journeyId)).find(({ id }) => id === workshopId);
  if (workshop === undefined) throw new Problem("workshop.unknown");
  const { id, title, steps, startedAt, endedAt } = workshop;
  const until = endedAt ?? Number.MAX_SAFE_INTEGER;
  const wasThen = ({ at }: Pick<Task, "at">) => Date.parse(at) >= startedAt && Date.parse(at) <= until;
  return {
    id,
    title,
    startedAt: isoOf(startedAt),
    endedAt: endedAt === null ? null : isoOf(endedAt),
    steps,
    notes: await store.notes(id),
    tallies: await store.tallies(id),
    curves: await sqlCurveStore(db).curves(workshop),
    tasks: asked.tasks.filter(wasThen),
    ...(asked.mayReadHistory
      ? await versionsOf({ history }, journeyId, startedAt, until)
      : { before: null, after: null }),
  };
}
