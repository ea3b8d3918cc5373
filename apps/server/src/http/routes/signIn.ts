import { me, passwordSignIn, signIn, signInWays } from "@polku/protocol/http";
import { checkCredential } from "../../accounts/credentials.ts";
import { isSuspended } from "../../accounts/members.ts";
import { redeemSignInLink } from "../../accounts/signInLinks.ts";
import { Problem } from "../../errors.ts";
import type { Services } from "../../services.ts";
import { headersOf } from "../guardRoute.ts";
import { type Answer, route } from "../route.ts";
import { meOf, withCookies } from "./me.ts";

/** A session for a person who has proved who they are. Throws `signIn.suspended`. */
export async function enterAs(
  services: Services,
  personId: string,
  browser: string | undefined,
): Promise<Answer & { cookies: readonly string[] }> {
  const { sessions } = services.accounts;
  const known = await sessions.findPerson(personId);
  if (known === undefined) throw new Problem("signIn.wrong");
  if (await isSuspended(services.db, personId)) throw new Problem("signIn.suspended");
  const { person, cookies } = await sessions.enter({ ...known, browser });
  return { ...withCookies(cookies, { body: await meOf(services, person) }), cookies };
}

const ways = route({
  method: "GET",
  path: "/api/v1/sign-in/ways",
  summary: "The ways to sign in here, beside links.",
  access: { to: "anyone", why: "Whoever wants to sign in must know how." },
  answers: { status: 200, body: signInWays, description: "The ways" },
  handle: async ({ services }) => ({ body: { oidc: services.accounts.oidc !== undefined } }),
});

const byLink = route({
  method: "POST",
  path: "/api/v1/sign-in",
  summary: "Use the one-time sign-in link of the owner.",
  access: { to: "anyone", why: "The token in the body is the proof." },
  body: signIn,
  perMinute: 60,
  answers: { status: 200, body: me, description: "The owner; the session is in the cookie" },
  handle: async ({ services, body, language, request }) => {
    if (!(await redeemSignInLink(services.db, services.clock, body.token)))
      throw new Problem("signIn.tokenUsed");
    const { sessions } = services.accounts;
    const owner = await sessions.owner();
    const name = owner?.name ?? (language === "fi" ? "Omistaja" : "Owner");
    const { person, cookies } = await sessions.enter({
      ...(owner === undefined ? {} : { id: owner.id }),
      name,
      kind: "owner",
      browser: request.headers["user-agent"],
    });
    return withCookies(cookies, { body: await meOf(services, person) });
  },
});

const byPassword = route({
  method: "POST",
  path: "/api/v1/sign-in/password",
  summary: "Sign in with e-mail and password, and a code where a second factor is on.",
  access: { to: "anyone", why: "The password in the body is the proof." },
  body: passwordSignIn,
  perMinute: 20,
  answers: { status: 200, body: me, description: "You; the session is in the cookie" },
  handle: async ({ services, body, request }) => {
    const personId = await checkCredential(services.db, services.accounts.wrongTries, body);
    await services.accounts.secondFactor.check(personId, body.code);
    return enterAs(services, personId, request.headers["user-agent"]);
  },
});

const signOut = route({
  method: "POST",
  path: "/api/v1/sign-out",
  summary: "End your session, and every socket it opened.",
  access: { to: "anyone", why: "Ending a session that is not there is harmless." },
  answers: { status: 204, description: "Signed out" },
  handle: async ({ services, request, actor }) => {
    const headers = headersOf(request);
    const endSockets = () => actor.session !== undefined && services.rooms.endSession(actor.session);
    endSockets();
    const cookies = headers.has("cookie") ? await services.accounts.sessions.leave(headers) : [];
    endSockets();
    return withCookies(cookies, {});
  },
});

export const signInRoutes = [ways, byLink, byPassword, signOut];
