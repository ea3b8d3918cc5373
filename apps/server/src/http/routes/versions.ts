import {
  compareQuery,
  journeyParams,
  restored,
  versionChanges,
  versionEntry,
  versionList,
  versionName,
  versionParams,
  wholeVersion,
} from "@polku/protocol/http";
import type { z } from "zod";
import { compareVersions, versionOf } from "../../commands/compareVersions.ts";
import { restoreVersion } from "../../commands/restoreVersion.ts";
import type { Doing } from "../../history/people.ts";
import type { Version } from "../../history/versionStore.ts";
import { route } from "../route.ts";
import { listedChanges } from "./listedChanges.ts";

function doerOf({ id, name, edits }: Doing) {
  return { id, name, edits };
}

function entryOf({ id, at, kind, name, by, people }: Version): z.infer<typeof versionEntry> {
  return { id, at: new Date(at).toISOString(), kind, name, by, people: people.map(doerOf) };
}

const list = route({
  method: "GET",
  path: "/api/v1/journeys/:id/versions",
  summary: "The versions of a journey, the newest first, each with who changed something up to it.",
  access: { to: "journey.history", inJourney: "id" },
  params: journeyParams,
  answers: { status: 200, body: versionList, description: "The versions" },
  handle: async ({ services, params }) => {
    const versions = await services.history.list(params.id);
    const since = await services.history.activity.since(params.id);
    return { body: { items: versions.map(entryOf), since: since.map(doerOf) } };
  },
});

const keep = route({
  method: "POST",
  path: "/api/v1/journeys/:id/versions",
  summary: "Keep the journey as it stands under a name.",
  access: { to: "journey.edit", inJourney: "id" },
  params: journeyParams,
  body: versionName,
  perMinute: 60,
  answers: { status: 201, body: versionEntry, description: "The version" },
  handle: async ({ services, actor, params, body }) => {
    const version = await services.history.keep(params.id, { kind: "named", name: body.name, by: actor });
    if (version === undefined) throw new Error("A named version was not kept.");
    return { body: entryOf(version) };
  },
});

const read = route({
  method: "GET",
  path: "/api/v1/journeys/:id/versions/:versionId",
  summary: "A version with the journey as it was, in the form of the journey file.",
  access: { to: "journey.history", inJourney: "id" },
  params: versionParams,
  answers: { status: 200, body: wholeVersion, description: "The version" },
  handle: async ({ services, params }) => {
    const version = await versionOf(services, params.id, params.versionId);
    return { body: { ...entryOf(version), journey: await services.history.state(version) } };
  },
});

const name = route({
  method: "PATCH",
  path: "/api/v1/journeys/:id/versions/:versionId",
  summary: "Give a version a name; a version with a name is never thinned out.",
  access: { to: "journey.edit", inJourney: "id" },
  params: versionParams,
  body: versionName,
  answers: { status: 200, body: versionEntry, description: "The version" },
  handle: async ({ services, params, body }) => {
    await services.history.name(await versionOf(services, params.id, params.versionId), body.name);
    return { body: entryOf(await versionOf(services, params.id, params.versionId)) };
  },
});

const compare = route({
  method: "GET",
  path: "/api/v1/journeys/:id/versions/:versionId/changes",
  summary:
    "What was done between a version and the one before it, another one (`with=ID`), or the journey of now (`with=now`); the older always comes first.",
  access: { to: "journey.history", inJourney: "id" },
  params: versionParams,
  query: compareQuery,
  perMinute: 240,
  answers: { status: 200, body: versionChanges, description: "The changes, as facts" },
  handle: async ({ services, params, query }) => {
    const version = await versionOf(services, params.id, params.versionId);
    const word = query.with === "now" || query.with === "previous" ? query.with : undefined;
    const other = word ?? (await versionOf(services, params.id, query.with));
    const { from, to, people, changes } = await compareVersions(services, version, other);
    return {
      body: {
        from: from && entryOf(from),
        to: to && entryOf(to),
        people: people.map(doerOf),
        ...listedChanges(changes),
      },
    };
  },
});

const restore = route({
  method: "POST",
  path: "/api/v1/journeys/:id/versions/:versionId/restore",
  summary: "Bring the journey back to a version. The state before it is kept as a version first.",
  access: { to: "journey.edit", inJourney: "id" },
  params: versionParams,
  perMinute: 60,
  answers: {
    status: 200,
    body: restored,
    description: "The version that was made, and whether anything changed",
  },
  handle: async ({ services, actor, params }) => {
    const version = await versionOf(services, params.id, params.versionId);
    const { kept, changed } = await restoreVersion(services, version, actor);
    return { body: { kept: entryOf(kept), changed } };
  },
});

export const versionRoutes = [list, keep, read, name, compare, restore];
