import { type BetterAuthPlugin, betterAuth } from "better-auth";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";
import type { AppDatabase } from "../storage/tables.ts";
import { colourOf } from "./colours.ts";

type PersonKind = "owner" | "guest";

/** A person with an account: the owner, or somebody who came by a link. */
export type Person = { id: string; name: string; kind: PersonKind; colour: string };

const days = 24 * 60 * 60;

const entrance = z.object({
  userId: z.string().optional(),
  name: z.string(),
  kind: z.enum(["owner", "guest"]),
  colour: z.string(),
});

/** The one way in: a session for somebody whom a link or a token has already proved. Called from here only; it has no address. */
const enterPlugin = {
  id: "enter",
  endpoints: {
    enter: createAuthEndpoint("/enter", { method: "POST", body: entrance }, async (ctx) => {
      const { internalAdapter } = ctx.context;
      const { userId, name, kind, colour } = ctx.body;
      const known = userId === undefined ? null : await internalAdapter.findUserById(userId);
      const user =
        known ??
        (await internalAdapter.createUser(
          { name, kind, colour, email: `${crypto.randomUUID()}@person.invalid`, emailVerified: false },
          { method: "enter" },
        ));
      const session = await internalAdapter.createSession(user.id);
      await setSessionCookie(ctx, { session, user });
      return ctx.json({ id: user.id });
    }),
  },
} satisfies BetterAuthPlugin;

export type Sessions = {
  personOf(headers: Headers): Promise<Person | undefined>;
  findPerson(id: string): Promise<Person | undefined>;
  owner(): Promise<Person | undefined>;
  /** Makes the person (unless known) and a session; `cookies` are the Set-Cookie values that carry it. */
  enter(who: { id?: string; name: string; kind: PersonKind }): Promise<{ person: Person; cookies: string[] }>;
  rename(id: string, name: string): Promise<void>;
  leave(headers: Headers): Promise<string[]>;
};

/** Sessions and their cookies, kept by better-auth in `app.db`. None of its own addresses is served. */
export function openSessions(db: AppDatabase, secret: string, publicUrl: () => string): Sessions {
  const secure = publicUrl().startsWith("https://");
  const auth = betterAuth({
    database: { db, type: "sqlite" },
    secret,
    baseURL: publicUrl(),
    telemetry: { enabled: false },
    logger: { disabled: true },
    session: { expiresIn: 60 * days, updateAge: days },
    advanced: {
      cookiePrefix: "polku",
      useSecureCookies: secure,
      defaultCookieAttributes: { sameSite: "lax", httpOnly: true, path: "/" },
    },
    user: {
      additionalFields: {
        kind: { type: "string", required: true },
        colour: { type: "string", required: true },
      },
    },
    plugins: [enterPlugin],
  });

  function toPerson(
    row: { id: string; name: string; kind?: unknown; colour?: unknown } | undefined,
  ): Person | undefined {
    if (row === undefined) return undefined;
    return {
      id: row.id,
      name: row.name,
      kind: row.kind === "owner" ? "owner" : "guest",
      colour: typeof row.colour === "string" ? row.colour : colourOf(0),
    };
  }

  async function findPerson(id: string): Promise<Person | undefined> {
    return toPerson(await db.selectFrom("user").selectAll().where("id", "=", id).executeTakeFirst());
  }

  return {
    personOf: async (headers) => {
      if (!headers.has("cookie")) return undefined;
      const found = await auth.api.getSession({ headers });
      return found === null ? undefined : toPerson(found.user);
    },
    findPerson,
    owner: async () =>
      toPerson(
        await db
          .selectFrom("user")
          .selectAll()
          .where("kind", "=", "owner")
          .orderBy("createdAt")
          .executeTakeFirst(),
      ),
    enter: async ({ id, name, kind }) => {
      const { count } = await db
        .selectFrom("user")
        .select((e) => e.fn.countAll<number>().as("count"))
        .executeTakeFirstOrThrow();
      const { headers, response } = await auth.api.enter({
        body: { ...(id === undefined ? {} : { userId: id }), name, kind, colour: colourOf(count) },
        returnHeaders: true,
      });
      const person = await findPerson(response.id);
      if (person === undefined) throw new Error("A session was made for somebody who is not there.");
      return { person, cookies: headers.getSetCookie() };
    },
    rename: async (id, name) => {
      await db
        .updateTable("user")
        .set({ name, updatedAt: new Date().toISOString() })
        .where("id", "=", id)
        .execute();
    },
    leave: async (headers) => {
      const { headers: answer } = await auth.api.signOut({ headers, returnHeaders: true });
      return answer.getSetCookie();
    },
  };
}
