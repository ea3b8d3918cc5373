import { type Change, compareJourneys, createJourneyDoc, readJourney, viewOfFile } from "@polku/journey";
import type { JourneyView } from "@polku/journey";
import { Problem } from "../errors.ts";
import { type Doing, mergeDoings } from "../history/people.ts";
import type { Version } from "../history/versionStore.ts";
import type { Services } from "../services.ts";

export type Comparison = {
  from: Version | null;
  to: Version | null;
  people: Doing[];
  changes: Change[];
};

/** A version of this journey. Throws `version.unknown`. */
export async function versionOf(services: Services, journeyId: string, id: string): Promise<Version> {
  const version = await services.history.find(journeyId, id);
  if (version === undefined) throw new Problem("version.unknown");
  return version;
}

async function viewOf({ history }: Services, version: Version): Promise<JourneyView> {
  const view = viewOfFile(await history.state(version));
  if (!view.ok) throw new Error(`A version cannot be read: ${view.field} ${view.code}`);
  return view.value;
}

/** Everybody who did something after `from` and up to `to`; without `to`, up to now. */
async function doersBetween(
  { history }: Services,
  journeyId: string,
  from: Version | null,
  to: Version | null,
): Promise<Doing[]> {
  const versions = await history.list(journeyId);
  const between = versions.filter(({ at }) => at > (from?.at ?? 0) && (to === null || at <= to.at));
  const since = to === null ? await history.activity.since(journeyId) : [];
  return mergeDoings(...between.map(({ people }) => people), since);
}

/** What was done between two states, the older always first. `other` is a version, the journey of now, or the version before. */
export async function compareVersions(
  services: Services,
  version: Version,
  other: Version | "now" | "previous",
): Promise<Comparison> {
  const { journeyId } = version;
  if (other === "now") {
    const now = await services.rooms.readDocument(journeyId, (doc) => readJourney(doc));
    const changes = compareJourneys(await viewOf(services, version), now);
    return {
      from: version,
      to: null,
      people: await doersBetween(services, journeyId, version, null),
      changes,
    };
  }
  const second = other === "previous" ? ((await services.history.before(version)) ?? null) : other;
  const [from, to] =
    second !== null && second.at > version.at ? [version, second] : ([second, version] as const);
  const before = from === null ? readJourney(createJourneyDoc()) : await viewOf(services, from);
  const changes = compareJourneys(before, await viewOf(services, to));
  return { from, to, people: await doersBetween(services, journeyId, from, to), changes };
}
