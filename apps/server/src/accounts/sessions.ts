import { type BetterAuthPlugin, betterAuth } from "better-auth";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";
import type { AppDatabase } from "../storage/tables.ts";
import { colourOf } from "./colours.ts";

const personKinds = ["owner", "member", "guest"] as const;
type PersonKind = (typeof personKinds)[number];

/** A person with an account: the owner, a member of the workspace, or somebody who came by a link. */
export type Person = { id: string; name: string; kind: PersonKind; colour: string };

/** A browser in which a person is signed in. Moments are ms since 1970. */
export type Session = { id: string; since: number; seenAt: number; browser: string | null };

const days = 24 * 60 * 60;
const mostOfBrowser = 200;

/** However often a session is used, it ends so many seconds after it began, and its person signs in anew (ASVS 7.3.2). */
const longest = 180 * days;

/** The sign-in library goes by the machine's clock, and so do we with its sessions. */
function isOver(session: { readonly createdAt: string | Date; readonly expiresAt: string | Date }): boolean {
  const ends = Math.min(
    Number(new Date(session.expiresAt)),
    Number(new Date(session.createdAt)) + longest * 1_000,
  );
  return ends <= Date.now();
}

const entrance = z.object({
  userId: z.string().optional(),
  name: z.string(),
  kind: z.enum(personKinds),
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
      return ctx.json({ id: user.id, sessionId: session.id });
    }),
  },
} satisfies BetterAuthPlugin;

export type Sessions = {
  /** Whose cookie this is, and the id of its session. */
  personOf(headers: Headers): Promise<{ person: Person; session: string } | undefined>;
  findPerson(id: string): Promise<Person | undefined>;
  owner(): Promise<Person | undefined>;
  /** Makes the person (unless known) and a session; `cookies` are the Set-Cookie values that carry it. */
  /** Makes a person who is not signed in yet. */
  make(who: { id: string; name: string; kind: PersonKind }): Promise<Person>;
  enter(who: {
    id?: string;
    name: string;
    kind: PersonKind;
    /** The User-Agent, by which they know the session in their list. */
    browser?: string | undefined;
  }): Promise<{ person: Person; cookies: string[] }>;
  rename(id: string, name: string): Promise<void>;
  /** The live sessions of a person, the last used first. */
  list(personId: string): Promise<Session[]>;
  isLive(sessionId: string): Promise<boolean>;
  /** Ends sessions of a person: one, or all but one. Answers the ids that are over; sockets are the caller's to end. */
  end(personId: string, which: { only: string } | { allBut: string | undefined }): Promise<string[]>;
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
      // The library would say `__Secure-`; `__Host-` binds the cookie to this very host and path besides.
      cookiePrefix: secure ? "__Host-polku" : "polku",
      useSecureCookies: false,
      defaultCookieAttributes: { sameSite: "lax", httpOnly: true, path: "/", secure },
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
      kind: personKinds.find((kind) => kind === row.kind) ?? "guest",
      colour: typeof row.colour === "string" ? row.colour : colourOf(0),
    };
  }

  async function findPerson(id: string): Promise<Person | undefined> {
    return toPerson(await db.selectFrom("user").selectAll().where("id", "=", id).executeTakeFirst());
  }

  async function countPeople(): Promise<number> {
    const { count } = await db
      .selectFrom("user")
      .select((e) => e.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return count;
  }

  return {
    personOf: async (headers) => {
      if (!headers.has("cookie")) return undefined;
      const found = await auth.api.getSession({ headers });
      const person = found === null || isOver(found.session) ? undefined : toPerson(found.user);
      return found === null || person === undefined ? undefined : { person, session: found.session.id };
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
    make: async ({ id, name, kind }) => {
      const now = new Date().toISOString();
      const colour = colourOf(await countPeople());
      await db
        .insertInto("user")
        .values({
          id,
          name,
          kind,
          colour,
          email: `${id}@person.invalid`,
          emailVerified: 0,
          image: null,
          createdAt: now,
          updatedAt: now,
        })
        .execute();
      return { id, name, kind, colour };
    },
    enter: async ({ id, name, kind, browser }) => {
      const { headers, response } = await auth.api.enter({
        body: {
          ...(id === undefined ? {} : { userId: id }),
          name,
          kind,
          colour: colourOf(await countPeople()),
        },
        returnHeaders: true,
      });
      await db
        .updateTable("session")
        .set({ userAgent: browser?.slice(0, mostOfBrowser) ?? null, ipAddress: null })
        .where("id", "=", response.sessionId)
        .execute();
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
    list: async (personId) => {
      const rows = await db
        .selectFrom("session")
        .selectAll()
        .where("userId", "=", personId)
        .orderBy("updatedAt", "desc")
        .execute();
      return rows
        .filter((row) => !isOver(row))
        .map((row) => ({
          id: row.id,
          since: Date.parse(row.createdAt),
          seenAt: Date.parse(row.updatedAt),
          browser: row.userAgent,
        }));
    },
    isLive: async (sessionId) => {
      const row = await db
        .selectFrom("session")
        .select(["createdAt", "expiresAt"])
        .where("id", "=", sessionId)
        .executeTakeFirst();
      return row !== undefined && !isOver(row);
    },
    end: async (personId, which) => {
      let gone = db.deleteFrom("session").where("userId", "=", personId).returning("id");
      if ("only" in which) gone = gone.where("id", "=", which.only);
      else if (which.allBut !== undefined) gone = gone.where("id", "<>", which.allBut);
      return (await gone.execute()).map(({ id }) => id);
    },
    leave: async (headers) => {
      const { headers: answer } = await auth.api.signOut({ headers, returnHeaders: true });
      return answer.getSetCookie();
    },
  };
}
