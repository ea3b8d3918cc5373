import type { Task, WorkshopList, WorkshopSummary } from "@polku/protocol";
import { readJourney, viewOfFile, type JourneyView } from "@polku/journey";
import { Problem } from "../errors.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { History } from "../history/history.ts";
import type { Version } from "../history/versionStore.ts";
import type { AppDatabase } from "../storage/tables.ts";
import { decisionsBetween } from "./decisions.ts";
import { sqlCurveStore } from "./curveStore.ts";
import { sqlWorkshopStore } from "./workshopStore.ts";

type Deps = {
  readonly db: AppDatabase;
  readonly history: Pick<History, "list" | "state">;
  readonly rooms: Pick<Rooms, "readDocument">;
};

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
  const newestUpTo = (at: number) => versions.find((version) => version.at <= at) ?? null;
  return { before: newestUpTo(from), after: newestUpTo(to) };
}

async function insightsIn(
  { history }: Pick<Deps, "history">,
  version: Version,
): Promise<JourneyView["insights"]> {
  const view = viewOfFile(await history.state(version));
  if (!view.ok) throw new Error(`A version cannot be read: ${view.field} ${view.code}`);
  return view.value.insights;
}

/** What was decided in a session; while it is on, up to now. Null when nothing tells how the map stood before. */
async function decisionsIn(
  deps: Pick<Deps, "history" | "rooms">,
  journeyId: string,
  { before, after }: { before: Version | null; after: Version | null },
): Promise<WorkshopSummary["decisions"]> {
  if (before === null) return null;
  const reached =
    after === null
      ? await deps.rooms.readDocument(journeyId, (doc) => readJourney(doc).insights)
      : await insightsIn(deps, after);
  return decisionsBetween(await insightsIn(deps, before), reached);
}

/**
 * What came of a session. `tasks` are the journey's, of which those count that were written while it was on; versions are told to who may
 * read the history. @throws workshop.unknown
 */
export async function summarizeWorkshop(
  { db, history, rooms }: Deps,
  journeyId: string,
  workshopId: string,
  asked: { readonly tasks: readonly Task[]; readonly mayReadHistory: boolean },
): Promise<WorkshopSummary> {
  const store = sqlWorkshopStore(db);
  const workshop = (await store.ofJourney(journeyId)).find(({ id }) => id === workshopId);
  if (workshop === undefined) throw new Problem("workshop.unknown");
  const { id, title, steps, startedAt, endedAt } = workshop;
  const until = endedAt ?? Number.MAX_SAFE_INTEGER;
  const versions = await versionsOf({ history }, journeyId, startedAt, until);
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
    decisions: await decisionsIn({ history, rooms }, journeyId, {
      before: versions.before,
      after: endedAt === null ? null : versions.after,
    }),
    before: asked.mayReadHistory ? (versions.before?.id ?? null) : null,
    after: asked.mayReadHistory ? (versions.after?.id ?? null) : null,
  };
}
