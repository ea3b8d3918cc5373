import { me, meChange, signIn } from "@polku/protocol/http";
import { redeemSignInLink } from "../../accounts/signInLinks.ts";
import { Problem } from "../../errors.ts";
import type { Actor } from "../../policies/actor.ts";
import { headersOf } from "../guardRoute.ts";
import { type Answer, route } from "../route.ts";

function meOf({ id, name, kind, colour }: Pick<Actor, "id" | "name" | "colour" | "kind">) {
  return { id, name, kind, colour };
}

/** An answer that also sets the cookies of a session. */
export function withCookies(cookies: readonly string[], answer: Answer): Answer {
  return { ...answer, headers: { ...answer.headers, "cache-control": "no-store" }, cookies };
}

const readMe = route({
  method: "GET",
  path: "/api/v1/me",
  summary: "Who you are to this server.",
  access: { to: "me.read" },
  answers: { status: 200, body: me, description: "You" },
  handle: async ({ actor }) => ({ body: meOf(actor) }),
});

const changeMe = route({
  method: "PATCH",
  path: "/api/v1/me",
  summary: "Change the name by which others see you.",
  access: { to: "me.read" },
  body: meChange,
  answers: { status: 200, body: me, description: "You, renamed" },
  handle: async ({ services, actor, body }) => {
    if (actor.kind === "token") throw new Problem("rights.missing");
    await services.accounts.sessions.rename(actor.id, body.name);
    return { body: meOf({ ...actor, name: body.name }) };
  },
});

const signInOwner = route({
  method: "POST",
  path: "/api/v1/sign-in",
  summary: "Use the one-time sign-in link of the owner.",
  access: { to: "anyone", why: "The token in the body is the proof." },
  body: signIn,
  perMinute: 60,
  answers: { status: 200, body: me, description: "The owner; the session is in the cookie" },
  handle: async ({ services, body, language }) => {
    if (!(await redeemSignInLink(services.db, services.clock, body.token)))
      throw new Problem("signIn.tokenUsed");
    const { sessions } = services.accounts;
    const owner = await sessions.owner();
    const name = language === "fi" ? "Omistaja" : "Owner";
    const { person, cookies } = await sessions.enter(
      owner === undefined ? { name, kind: "owner" } : { id: owner.id, name: owner.name, kind: "owner" },
    );
    return withCookies(cookies, { body: meOf(person) });
  },
});

const signOut = route({
  method: "POST",
  path: "/api/v1/sign-out",
  summary: "End your session.",
  access: { to: "anyone", why: "Ending a session that is not there is harmless." },
  answers: { status: 204, description: "Signed out" },
  handle: async ({ services, request }) => {
    const headers = headersOf(request);
    return withCookies(headers.has("cookie") ? await services.accounts.sessions.leave(headers) : [], {});
  },
});

export const meRoutes = [readMe, changeMe, signInOwner, signOut];
