import {
  begunFactor,
  endedSessions,
  factorCode,
  factorState,
  me,
  meChange,
  ownProof,
  passwordChange,
  recoveryCodes,
  sessionList,
  sessionParams,
} from "@polku/protocol/http";
import { checkOwnPassword, hasPassword, setEmail, setPassword } from "../../accounts/credentials.ts";
import { findEmail, grantOfMember } from "../../accounts/members.ts";
import { Problem } from "../../errors.ts";
import type { Actor } from "../../policies/actor.ts";
import type { Services } from "../../services.ts";
import { type Answer, route } from "../route.ts";

/** What a person is told of themselves. */
export async function meOf(
  { db, accounts }: Pick<Services, "db" | "accounts">,
  { id, name, kind, colour }: Pick<Actor, "id" | "name" | "colour" | "kind">,
) {
  const person = kind === "owner" || kind === "member";
  const [everywhere] = kind === "member" ? await grantOfMember(db, id) : [];
  return {
    id,
    name,
    kind,
    colour,
    role: kind === "owner" ? "owner" : (everywhere?.role ?? null),
    email: person ? await findEmail(db, id) : null,
    hasPassword: person && (await hasPassword(db, id)),
    secondFactor: person && (await accounts.secondFactor.state(id)).on,
  };
}

/** An answer that also sets the cookies of a session. */
export function withCookies(cookies: readonly string[], answer: Answer): Answer {
  return { ...answer, headers: { ...answer.headers, "cache-control": "no-store" }, cookies };
}

/**
 * Ends sessions of a person, and their sockets: before the rows go, so that nothing under way is taken after, and again for who came in
 * meanwhile.
 */
export async function endSessions(
  { accounts, rooms }: Pick<Services, "accounts" | "rooms">,
  personId: string,
  which: { only: string } | { allBut: string | undefined },
): Promise<number> {
  const isMeant = (id: string) => ("only" in which ? id === which.only : id !== which.allBut);
  for (const { id } of await accounts.sessions.list(personId)) if (isMeant(id)) rooms.endSession(id);
  const ended = await accounts.sessions.end(personId, which);
  for (const id of ended) rooms.endSession(id);
  return ended.length;
}

/** Somebody with an address of their own here: not a guest, who has a link instead, and not a program. */
export function mustHaveAccount(actor: Actor): void {
  if (actor.kind !== "owner" && actor.kind !== "member") throw new Problem("rights.missing");
}

/**
 * It is the person, not only their open browser: by their password, where they have one, and a code, where a second factor is on. Throws
 * `account.password`, `secondFactor.needed`, `secondFactor.wrong`, `secondFactor.tooOften`.
 */
export async function mustProve(
  { db, accounts }: Pick<Services, "db" | "accounts">,
  { id }: Pick<Actor, "id">,
  password: string | undefined,
  code: string | undefined,
): Promise<void> {
  await checkOwnPassword(db, id, password);
  await accounts.secondFactor.check(id, code);
}

const readMe = route({
  method: "GET",
  path: "/api/v1/me",
  summary: "Who you are to this server.",
  access: { to: "me.read" },
  answers: { status: 200, body: me, description: "You" },
  handle: async ({ services, actor }) => ({ body: await meOf(services, actor) }),
});

const changeMe = route({
  method: "PATCH",
  path: "/api/v1/me",
  summary: "Change the name by which others see you, or the address by which you sign in.",
  access: { to: "me.read" },
  body: meChange,
  perMinute: 60,
  answers: { status: 200, body: me, description: "You, changed" },
  handle: async ({ services, actor, body }) => {
    if (actor.kind === "token") throw new Problem("rights.missing");
    if (body.email !== undefined) {
      mustHaveAccount(actor);
      await mustProve(services, actor, body.password, body.code);
      await setEmail(services.db, actor.id, body.email);
    }
    if (body.name !== undefined) await services.accounts.sessions.rename(actor.id, body.name);
    return { body: await meOf(services, { ...actor, name: body.name ?? actor.name }) };
  },
});

const changePassword = route({
  method: "POST",
  path: "/api/v1/me/password",
  summary: "Set your password. Every other session of yours ends.",
  access: { to: "me.read" },
  body: passwordChange,
  perMinute: 20,
  answers: { status: 200, body: endedSessions, description: "How many other sessions ended" },
  handle: async ({ services, actor, body }) => {
    mustHaveAccount(actor);
    const { db, clock } = services;
    await mustProve(services, actor, body.before, body.code);
    if ((await findEmail(db, actor.id)) === null) throw new Problem("account.emailNeeded");
    await setPassword(db, clock, actor.id, body.password);
    return { body: { ended: await endSessions(services, actor.id, { allBut: actor.session }) } };
  },
});

const readFactor = route({
  method: "GET",
  path: "/api/v1/me/second-factor",
  summary: "Whether your second factor is on, since when, and how many recovery codes are left.",
  access: { to: "me.read" },
  answers: { status: 200, body: factorState, description: "Its state" },
  handle: async ({ services, actor }) => {
    const { on, since, codesLeft } = await services.accounts.secondFactor.state(actor.id);
    return { body: { on, since: since === null ? null : new Date(since).toISOString(), codesLeft } };
  },
});

/** A second factor stands beside a password. Throws `secondFactor.noPassword`. */
async function mustHavePassword({ db }: Pick<Services, "db">, actor: Actor): Promise<void> {
  mustHaveAccount(actor);
  if (!(await hasPassword(db, actor.id))) throw new Problem("secondFactor.noPassword");
}

/** Secrets: nobody on the way may keep them. */
const toldOnce = (body: unknown): Answer => ({ headers: { "cache-control": "no-store" }, body });

const beginFactor = route({
  method: "POST",
  path: "/api/v1/me/second-factor",
  summary:
    "Begin to set up a second factor: a secret for an app on your phone. It counts once it is confirmed.",
  access: { to: "me.read" },
  body: ownProof,
  perMinute: 20,
  answers: { status: 200, body: begunFactor, description: "The secret, told this once" },
  handle: async ({ services, actor, body }) => {
    await mustHavePassword(services, actor);
    await checkOwnPassword(services.db, actor.id, body.password);
    const account = (await findEmail(services.db, actor.id)) ?? actor.name;
    const begun = await services.accounts.secondFactor.begin(actor.id, account);
    return toldOnce(begun);
  },
});

const confirmFactor = route({
  method: "POST",
  path: "/api/v1/me/second-factor/confirm",
  summary: "Turn your second factor on by a first code. Every other session of yours ends.",
  access: { to: "me.read" },
  body: factorCode,
  perMinute: 20,
  answers: { status: 200, body: recoveryCodes, description: "Recovery codes, told this once" },
  handle: async ({ services, actor, body }) => {
    mustHaveAccount(actor);
    const codes = await services.accounts.secondFactor.confirm(actor.id, body.code);
    const ended = await endSessions(services, actor.id, { allBut: actor.session });
    return toldOnce({ codes, ended });
  },
});

const renewCodes = route({
  method: "POST",
  path: "/api/v1/me/second-factor/codes",
  summary: "Other recovery codes in the place of yours.",
  access: { to: "me.read" },
  body: ownProof,
  perMinute: 20,
  answers: { status: 200, body: recoveryCodes, description: "Recovery codes, told this once" },
  handle: async ({ services, actor, body }) => {
    const { secondFactor } = services.accounts;
    await mustHavePassword(services, actor);
    await mustProve(services, actor, body.password, body.code);
    if (!(await secondFactor.state(actor.id)).on) throw new Problem("secondFactor.unknown");
    const codes = await secondFactor.newCodes(actor.id);
    return toldOnce({ codes, ended: 0 });
  },
});

const turnFactorOff = route({
  method: "POST",
  path: "/api/v1/me/second-factor/off",
  summary: "Turn your second factor off.",
  access: { to: "me.read" },
  body: ownProof,
  perMinute: 20,
  answers: { status: 204, description: "Off" },
  handle: async ({ services, actor, body }) => {
    await mustHavePassword(services, actor);
    await mustProve(services, actor, body.password, body.code);
    await services.accounts.secondFactor.turnOff(actor.id);
    return {};
  },
});

const listSessions = route({
  method: "GET",
  path: "/api/v1/me/sessions",
  summary: "The browsers in which you are signed in, the last used first.",
  access: { to: "me.read" },
  answers: { status: 200, body: sessionList, description: "The sessions" },
  handle: async ({ services, actor }) => {
    const sessions = await services.accounts.sessions.list(actor.id);
    const items = sessions.map(({ id, since, seenAt, browser }) => ({
      id,
      browser,
      since: new Date(since).toISOString(),
      seenAt: new Date(seenAt).toISOString(),
      current: id === actor.session,
    }));
    return { body: { items } };
  },
});

const endSession = route({
  method: "DELETE",
  path: "/api/v1/me/sessions/:sessionId",
  summary: "End one of your sessions, and every socket it opened.",
  access: { to: "me.read" },
  params: sessionParams,
  answers: { status: 204, description: "Ended" },
  handle: async ({ services, actor, params }) => {
    if ((await endSessions(services, actor.id, { only: params.sessionId })) === 0)
      throw new Problem("session.unknown");
    return {};
  },
});

const endOtherSessions = route({
  method: "DELETE",
  path: "/api/v1/me/sessions",
  summary: "End all your sessions but the one that asks.",
  access: { to: "me.read" },
  answers: { status: 200, body: endedSessions, description: "How many ended" },
  handle: async ({ services, actor }) => ({
    body: { ended: await endSessions(services, actor.id, { allBut: actor.session }) },
  }),
});

export const meRoutes = [
  readMe,
  changeMe,
  changePassword,
  readFactor,
  beginFactor,
  confirmFactor,
  renewCodes,
  turnFactorOff,
  listSessions,
  endSession,
  endOtherSessions,
];
