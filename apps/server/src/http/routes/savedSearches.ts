import { randomBytes } from "node:crypto";
import { evidenceParams, newSavedSearch, savedSearch, savedSearchList } from "@polku/protocol/http";
import type { SavedSearchRow } from "../../storage/evidenceTables.ts";
import { Problem } from "../../errors.ts";
import { route } from "../route.ts";

const mostKept = 200;

function out(row: SavedSearchRow) {
  const { id, name, by } = row;
  const search = JSON.parse(row.search) as Record<string, string>;
  return { id, name, search, by, createdAt: new Date(row.createdAt).toISOString() };
}

const list = route({
  method: "GET",
  path: "/api/v1/saved-searches",
  summary: "The searches that somebody of the team gave a name, by name.",
  access: { to: "evidence.read" },
  answers: { status: 200, body: savedSearchList, description: "The searches" },
  handle: async ({ services }) => {
    const rows = await services.db
      .selectFrom("savedSearch")
      .selectAll()
      .orderBy("name")
      .orderBy("id")
      .execute();
    return { body: { items: rows.map(out) } };
  },
});

const save = route({
  method: "POST",
  path: "/api/v1/saved-searches",
  summary: "Keeps a search under a name, for the whole team; one of that name is replaced.",
  access: { to: "evidence.write" },
  body: newSavedSearch,
  answers: { status: 201, body: savedSearch, description: "The search" },
  handle: async ({ services, actor, body }) => {
    const row = {
      id: randomBytes(12).toString("base64url"),
      name: body.name,
      search: JSON.stringify(body.search),
      by: actor.id,
      createdAt: services.clock.now(),
    };
    await services.db.transaction().execute(async (tx) => {
      await tx.deleteFrom("savedSearch").where("name", "=", body.name).execute();
      const { n } = await tx
        .selectFrom("savedSearch")
        .select((of) => of.fn.countAll<number>().as("n"))
        .executeTakeFirstOrThrow();
      if (n >= mostKept) throw new Problem("search.tooMany", { most: String(mostKept) });
      await tx.insertInto("savedSearch").values(row).execute();
    });
    return { status: 201, body: out(row) };
  },
});

const remove = route({
  method: "DELETE",
  path: "/api/v1/saved-searches/:id",
  summary: "Drops a saved search.",
  access: { to: "evidence.write" },
  params: evidenceParams,
  answers: { status: 204, description: "It is gone" },
  handle: async ({ services, params: { id } }) => {
    const gone = await services.db.deleteFrom("savedSearch").where("id", "=", id).returning("id").execute();
    if (gone.length === 0) throw new Problem("search.unknown");
    return {};
  },
});

export const savedSearchRoutes = [list, save, remove];
