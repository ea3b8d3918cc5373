import { accessPage, accessQuery } from "@polku/protocol/http";
import { idPrefix } from "../../accounts/apiTokens.ts";
import type { Services } from "../../services.ts";
import type { AccessLogRow } from "../../storage/accessLogTables.ts";
import { csvCell } from "../csvCell.ts";
import { route } from "../route.ts";

const checkedLines = 20_000;
const rowsAtOnce = 5_000;

/** The names behind the ids of people and tokens, where there still are some. */
async function namesOf({ db }: Pick<Services, "db">): Promise<ReadonlyMap<string, string>> {
  const people = await db.selectFrom("user").select(["id", "name"]).execute();
  const tokens = await db.selectFrom("apiToken").select(["id", "name"]).execute();
  const asActors = tokens.map(({ id, name }) => ({ id: idPrefix + id, name }));
  return new Map([...people, ...asActors].map(({ id, name }) => [id, name]));
}

function entryOf(row: AccessLogRow, names: ReadonlyMap<string, string>) {
  const { seq, at, who, deed, what, thing, count, hash } = row;
  const name = names.get(who) ?? null;
  return { seq, at: new Date(at).toISOString(), who, name, deed, what, thing, count, hash };
}

const list = route({
  method: "GET",
  path: "/api/v1/access-log",
  summary:
    "Who saw, searched, exported, identified and erased what customers said, the newest first, and whether the chain of lines is whole.",
  access: { to: "accessLog.read" },
  query: accessQuery,
  answers: { status: 200, body: accessPage, description: "Lines of the log" },
  handle: async ({ services, query: { cursor, limit } }) => {
    const { accessLog } = services.privacy;
    const before = cursor === undefined ? undefined : Number(cursor);
    const rows = await accessLog.page({ before, limit });
    const names = await namesOf(services);
    const items = rows.map((row) => entryOf(row, names));
    const last = items.at(-1);
    const body = last === undefined || items.length < limit ? { items } : { items, next: String(last.seq) };
    return { body: cursor === undefined ? { ...body, chain: await accessLog.check(checkedLines) } : body };
  },
});

const headings = ["seq", "at", "who", "name", "deed", "what", "thing", "count", "hash"] as const;

const table = route({
  method: "GET",
  path: "/api/v1/access-log.csv",
  summary: "The whole access log as a table.",
  access: { to: "accessLog.read" },
  answers: { status: 200, type: "text/csv", description: "Every line that is kept" },
  perMinute: 30,
  handle: async ({ services, actor }) => {
    const { accessLog } = services.privacy;
    const names = await namesOf(services);
    const lines: string[] = [headings.join(";")];
    for (let before: number | undefined; ;) {
      const rows = await accessLog.page({ before, limit: rowsAtOnce });
      for (const row of rows) {
        const entry = entryOf(row, names);
        lines.push(headings.map((key) => csvCell(String(entry[key] ?? ""))).join(";"));
      }
      before = rows.at(-1)?.seq;
      if (rows.length < rowsAtOnce) break;
    }
    const line = {
      who: actor.id,
      deed: "exported",
      what: "accessLog",
      thing: "*",
      count: lines.length - 1,
    } as const;
    await accessLog.add(line);
    return {
      body: `\uFEFF${lines.join("\r\n")}\r\n`,
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="access-log.csv"',
      },
    };
  },
});

export const accessLogRoutes = [list, table];
