import { signInByOidc } from "../../commands/signInByOidc.ts";
import { Problem } from "../../errors.ts";
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

const begin = route({
  method: "GET",
  path,
  summary: "Go to the workspace's OpenID provider to sign in.",
  access: { to: "anyone", why: "The provider asks who it is." },
  perMinute: 60,
  answers: { status: 302, description: "To the provider" },
  handle: async ({ services }) => {
    const { oidc } = services.accounts;
    if (oidc === undefined) throw new Problem("signIn.oidcOff");
    let begun;
    try {
      begun = await oidc.begin();
    } catch (err) {
      services.log.error({ err }, "the OpenID provider does not answer as one");
      throw new Problem("signIn.oidcFailed");
    }
    return {
      headers: { location: begun.url, "cache-control": "no-store" },
      cookies: [cookie(begun.secret, 600, services.publicUrl.startsWith("https://"))],
    };
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
    description: "Signed in, and on to the journeys; or to the sign-in page with the reason",
  },
  handle: async ({ services, request }) => {
    const { oidc } = services.accounts;
    if (oidc === undefined) throw new Problem("signIn.oidcOff");
    const secure = services.publicUrl.startsWith("https://");
    const over = cookie("", 0, secure);
    const headers = { "cache-control": "no-store" };
    try {
      const query = request.url.split("?")[1] ?? "";
      const person = await oidc.finish(cookieOf(request.headers.cookie, secure), query);
      const personId = await signInByOidc(services, oidc, person);
      const { cookies } = await enterAs(services, personId, request.headers["user-agent"]);
      return { headers: { ...headers, location: "/" }, cookies: [...cookies, over] };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // A person sits before this page, not a program: the sign-in page says why.
      return { headers: { ...headers, location: `/sign-in?why=${error.code}` }, cookies: [over] };
    }
  },
});

export const oidcRoutes = [begin, finish];
