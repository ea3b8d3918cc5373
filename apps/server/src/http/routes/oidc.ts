import { endedSessions, linkedAccount, linkProof, providerPage } from "@polku/protocol/http";
import { hasPassword } from "../../accounts/credentials.ts";
import type { Linking, Oidc } from "../../accounts/oidc.ts";
import { linkOidc, signInByOidc } from "../../commands/signInByOidc.ts";
import { Problem } from "../../errors.ts";
import type { Services } from "../../services.ts";
import { endSessions, mustHaveAccount, mustProve } from "./me.ts";
import { route } from "../route.ts";
import { enterAs } from "./signIn.ts";

const cookieName = "polku.oidc";
const secureName = `__Secure-${cookieName}`;
const path = "/api/v1/sign-in/oidc";

/** The way back is bound to the browser that began: without this cookie a foreign sign-in could be slipped under somebody. */
function cookie(value: string, maxAge: number, secure: boolean): string {
  const name = secure ? secureName : cookieName;
  return `${name}=${value}; Max-Age=${maxAge}; Path=${path}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

function cookieOf(header: string | undefined, secure: boolean): string | undefined {
  const name = `${secure ? secureName : cookieName}=`;
  const found = (header ?? "").split(/;\s*/).find((one) => one.startsWith(name));
  return found?.slice(name.length);
}

/** Throws `signIn.oidcOff`. */
function providerOf({ accounts }: Pick<Services, "accounts">): Oidc {
  if (accounts.oidc === undefined) throw new Problem("signIn.oidcOff");
  return accounts.oidc;
}

/** Where the browser goes, and the cookie that binds the way back to it. Throws `signIn.oidcOff`, `signIn.oidcFailed`. */
async function beginAtProvider(services: Services, linkTo?: Linking) {
  const oidc = providerOf(services);
  try {
    const { url, secret } = await oidc.begin(linkTo);
    return { url, cookies: [cookie(secret, 600, services.publicUrl.startsWith("https://"))] };
  } catch (err) {
    services.log.error({ err }, "the OpenID provider does not answer as one");
    throw new Problem("signIn.oidcFailed");
  }
}

const begin = route({
  method: "GET",
  path,
  summary: "Go to the workspace's OpenID provider to sign in.",
  access: { to: "anyone", why: "The provider asks who it is." },
  perMinute: 60,
  answers: { status: 302, description: "To the provider" },
  handle: async ({ services }) => {
    const { url, cookies } = await beginAtProvider(services);
    return { headers: { location: url, "cache-control": "no-store" }, cookies };
  },
});

const finish = route({
  method: "GET",
  path: `${path}/callback`,
  summary: "Where the provider sends the browser back to.",
  access: { to: "anyone", why: "The code, the state and the cookie of the same browser are the proof." },
  perMinute: 60,
  answers: {
    status: 302,
    description:
      "Signed in, and on to the journeys; or linked, and back to the account; or to the page where it was begun, with the reason",
  },
  handle: async ({ services, request, actor }) => {
    const oidc = providerOf(services);
    const secure = services.publicUrl.startsWith("https://");
    const over = cookie("", 0, secure);
    const headers = { "cache-control": "no-store" };
    const secret = cookieOf(request.headers.cookie, secure);
    const linkTo = oidc.linkingOf(secret);
    try {
      const query = request.url.split("?")[1] ?? "";
      const person = await oidc.finish(secret, query);
      if (linkTo !== undefined) {
        await linkOidc(oidc, person, linkTo, actor);
        return { headers: { ...headers, location: "/account?linked=1" }, cookies: [over] };
      }
      const personId = await signInByOidc(services, oidc, person);
      const { cookies } = await enterAs(services, personId, request.headers["user-agent"]);
      return { headers: { ...headers, location: "/" }, cookies: [...cookies, over] };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // A person sits before this page, not a program: the page where they began says why.
      const page = linkTo === undefined ? "/sign-in" : "/account";
      return { headers: { ...headers, location: `${page}?why=${error.code}` }, cookies: [over] };
    }
  },
});

const ownPath = "/api/v1/me/oidc";

const readLinked = route({
  method: "GET",
  path: ownPath,
  summary: "Which account of the OpenID provider is linked to yours.",
  access: { to: "me.read" },
  answers: { status: 200, body: linkedAccount, description: "The account, or null" },
  handle: async ({ services, actor }) => {
    const linked = await providerOf(services).linkedTo(actor.id);
    return {
      body: {
        linked: linked === undefined ? null : { ...linked, since: new Date(linked.since).toISOString() },
      },
    };
  },
});

const beginLinking = route({
  method: "POST",
  path: ownPath,
  summary: "Begin to link your account at the OpenID provider: the page there to which your browser goes.",
  access: { to: "me.read" },
  body: linkProof,
  perMinute: 20,
  answers: { status: 200, body: providerPage, description: "The page; the way back is in the cookie" },
  handle: async ({ services, actor, body }) => {
    mustHaveAccount(actor);
    const oidc = providerOf(services);
    await mustProve(services, actor, body.password, body.code);
    if ((await oidc.linkedTo(actor.id)) !== undefined) throw new Problem("account.oidcLinked");
    const { url, cookies } = await beginAtProvider(services, { userId: actor.id, session: actor.session });
    return { headers: { "cache-control": "no-store" }, body: { url }, cookies };
  },
});

const unlink = route({
  method: "POST",
  path: `${ownPath}/off`,
  summary: "Take the OpenID provider's account off yours. Every other session of yours ends.",
  access: { to: "me.read" },
  body: linkProof,
  perMinute: 20,
  answers: { status: 200, body: endedSessions, description: "How many other sessions ended" },
  handle: async ({ services, actor, body }) => {
    mustHaveAccount(actor);
    const oidc = providerOf(services);
    if (!(await hasPassword(services.db, actor.id))) throw new Problem("account.lastWayIn");
    await mustProve(services, actor, body.password, body.code);
    if (!(await oidc.unlink(actor.id))) throw new Problem("account.oidcUnknown");
    return { body: { ended: await endSessions(services, actor.id, { allBut: actor.session }) } };
  },
});

export const oidcRoutes = [begin, finish, readLinked, beginLinking, unlink];
