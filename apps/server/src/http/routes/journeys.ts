import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { editText, exportJourney, readJourney } from "@polku/journey";
import type { JourneyEntry } from "@polku/protocol";
import {
  commandResults,
  commands,
  createdJourney,
  journeyChange,
  journeyEntry,
  journeyList,
  journeyParams,
  newJourney,
  wholeJourney,
} from "@polku/protocol/http";
import { makeId } from "../../accounts/secrets.ts";
import { createJourney } from "../../commands/createJourney.ts";
import { derivedMeasures } from "../../commands/derivedMeasures.ts";
import { factsOfPinnedQuotes } from "../../commands/quoteFacts.ts";
import { runCommands } from "../../commands/runCommands.ts";
import { SAMPLE } from "../../demo/seedDemo.ts";
import { Problem } from "../../errors.ts";
import { waysDown } from "../../listed.ts";
import type { Actor } from "../../policies/actor.ts";
import { mayInJourney, roleIn } from "../../policies/policy.ts";
import { originFor } from "../../rooms/changeOrigin.ts";
import type { Services } from "../../services.ts";
import type { JourneyRow } from "../../storage/tables.ts";
import { route } from "../route.ts";

const unpress = promisify(gunzip);

export function journeyUrl(services: Services, id: string): string {
  return `${services.publicUrl}/j/${id}`;
}

/** A journey as the list shows it to this asker; nothing when they may not see it. */
export function journeyEntryOf(services: Services, actor: Actor, row: JourneyRow): JourneyEntry | undefined {
  const role = roleIn(actor, row.id, services.clock.now());
  if (role === undefined) return undefined;
  return {
    id: row.id,
    title: row.title,
    url: journeyUrl(services, row.id),
    role,
    lang: row.lang === "fi" ? "fi" : "en",
    sample: row.createdBy === SAMPLE,
    createdAt: new Date(row.createdAt).toISOString(),
    changedAt: new Date(row.changedAt).toISOString(),
    archived: row.archivedAt !== null,
    futureOf:
      row.futureOf !== null && roleIn(actor, row.futureOf, services.clock.now()) !== undefined
        ? row.futureOf
        : null,
    level: row.level,
    below: waysDown(row).filter(
      ({ journeyId }) => roleIn(actor, journeyId, services.clock.now()) !== undefined,
    ),
  };
}

/** A journey that is not in the trash. Throws `journey.unknown`. */
export async function foundJourney(services: Services, id: string): Promise<JourneyRow> {
  const row = await services.journeys.find(id);
  if (row === undefined) throw new Problem("journey.unknown");
  return row;
}

const list = route({
  method: "GET",
  path: "/api/v1/journeys",
  summary: "The journeys you may open, the last changed first.",
  access: { to: "journeys.list" },
  answers: { status: 200, body: journeyList, description: "The journeys" },
  handle: async ({ services, actor }) => {
    const rows = await services.journeys.list();
    return { body: { items: rows.flatMap((row) => journeyEntryOf(services, actor, row) ?? []) } };
  },
});

const create = route({
  method: "POST",
  path: "/api/v1/journeys",
  summary: "Make a journey with the usual stages and lanes.",
  access: { to: "journeys.create" },
  body: newJourney,
  answers: { status: 201, body: createdJourney, description: "The journey" },
  handle: async ({ services, actor, body, language }) => {
    const id = await createJourney(services, { title: body.title, lang: body.lang ?? language, by: actor });
    const url = journeyUrl(services, id);
    return { headers: { location: url }, body: { id, title: body.title, url } };
  },
});

const read = route({
  method: "GET",
  path: "/api/v1/journeys/:id",
  summary: "The whole journey as plain JSON, with the measures derived from it.",
  access: { to: "journey.read", inJourney: "id" },
  params: journeyParams,
  answers: { status: 200, body: wholeJourney, description: "The journey" },
  handle: async ({ services, actor, params }) => {
    const row = await foundJourney(services, params.id);
    const { file, view } = await services.rooms.readDocument(params.id, (doc) => ({
      file: exportJourney(doc),
      view: readJourney(doc),
    }));
    const quotes = await factsOfPinnedQuotes(services.evidence, view);
    return {
      body: {
        id: row.id,
        title: view.meta.title === "" ? row.title : view.meta.title,
        role: roleIn(actor, row.id, services.clock.now()),
        archived: row.archivedAt !== null,
        journey: file,
        derived: derivedMeasures(view, quotes, services.clock.now()),
      },
    };
  },
});

const state = route({
  method: "GET",
  path: "/api/v1/journeys/:id/state",
  summary:
    "The journey's document as one Yjs update; a window shows it while its socket is still being opened.",
  access: { to: "journey.read", inJourney: "id" },
  params: journeyParams,
  answers: { status: 200, type: "application/octet-stream", description: "A Yjs update (version 1)" },
  perMinute: 60,
  handle: async ({ services, params, request }) => {
    await foundJourney(services, params.id);
    const pressed = await services.rooms.readState(params.id);
    const headers = { "content-type": "application/octet-stream", "cache-control": "no-store" };
    return /\bgzip\b/.test(request.headers["accept-encoding"] ?? "")
      ? { headers: { ...headers, "content-encoding": "gzip" }, body: pressed }
      : { headers, body: await unpress(pressed) };
  },
});

/** The document's own title is the true one; the list follows it. */
async function rename(services: Services, actor: Actor, id: string, title: string): Promise<void> {
  const now = () => new Date(services.clock.now()).toISOString();
  const result = await services.rooms.withDocument(id, (doc) =>
    editText.run(
      { doc, origin: originFor(actor), by: actor.id, newId: makeId, now },
      { on: "meta", key: "title", text: title },
    ),
  );
  if (!result.ok) throw new Problem("request.invalid", { why: `${result.field}: ${result.code}` });
  await services.journeys.change(id, { title, changedAt: services.clock.now() });
}

const change = route({
  method: "PATCH",
  path: "/api/v1/journeys/:id",
  summary: "Rename a journey (editors), archive it or bring it back (owners).",
  access: { to: "journey.edit", inJourney: "id" },
  params: journeyParams,
  body: journeyChange,
  answers: { status: 200, body: journeyEntry, description: "The journey" },
  handle: async ({ services, actor, params, body }) => {
    const now = services.clock.now();
    if (body.archived !== undefined && !mayInJourney(actor, "journey.archive", params.id, now).allowed)
      throw new Problem("rights.missing");
    if (body.title !== undefined) await rename(services, actor, params.id, body.title);
    if (body.archived !== undefined)
      await services.journeys.change(params.id, { archivedAt: body.archived ? now : null });
    services.rooms.broadcast({ journeyId: params.id }, { t: "journey", id: params.id });
    return { body: journeyEntryOf(services, actor, await foundJourney(services, params.id)) };
  },
});

const remove = route({
  method: "DELETE",
  path: "/api/v1/journeys/:id",
  summary: "Put a journey into the trash; whoever has it open is told and leaves.",
  access: { to: "journey.delete", inJourney: "id" },
  params: journeyParams,
  answers: { status: 204, description: "In the trash" },
  handle: async ({ services, params }) => {
    await services.journeys.change(params.id, { deletedAt: services.clock.now() });
    services.rooms.endJourney(params.id);
    return {};
  },
});

const run = route({
  method: "POST",
  path: "/api/v1/journeys/:id/commands",
  summary: "Carry out one command or several, in order; the same idempotency id is carried out once.",
  access: { to: "journey.edit", inJourney: "id" },
  params: journeyParams,
  body: commands,
  answers: { status: 200, body: commandResults, description: "What became of each command" },
  handle: async ({ services, actor, params, body }) => {
    const asked = Array.isArray(body) ? body : [body];
    return { body: { results: await runCommands(services, params.id, actor, asked) } };
  },
});

export const journeyRoutes = [list, create, read, state, change, remove, run];
