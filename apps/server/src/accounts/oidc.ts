import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  type Configuration,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import type { Clock } from "../clock.ts";
import type { OidcConfig } from "../config.ts";
import { Problem } from "../errors.ts";
import type { AppDatabase } from "../storage/tables.ts";
import { plainEmail } from "./members.ts";
import { hashSecret, makeSecret } from "./secrets.ts";

const lifeMs = 10 * 60_000;
const mostUnderWay = 10_000;
/** One algorithm, fixed here: what the token's own header asks for counts for nothing. */
const algorithm = "RS256";
const timeoutSeconds = 10;

type UnderWay = { state: string; nonce: string; verifier: string; expiresAt: number };

/** Who the provider says it was. `email` is given only when the provider has verified it. */
export type OidcPerson = {
  issuer: string;
  subject: string;
  email: string | undefined;
  name: string | undefined;
};

/** Signing in by the workspace's OpenID provider: authorization code with PKCE, state and nonce. */
export type Oidc = {
  /** Begins: where the browser goes, and the secret that binds the way back to this very browser. */
  begin(): Promise<{ url: string; secret: string }>;
  /** Ends: who it was. Throws `signIn.oidcFailed` whatever is wrong: unknown, old, used, another browser's, or a bad token. */
  finish(secret: string | undefined, query: string): Promise<OidcPerson>;
  /** Whom this identity belongs to here. */
  personOf(person: OidcPerson): Promise<string | undefined>;
  keep(person: OidcPerson, userId: string): Promise<void>;
};

export function openOidc(
  { issuer, clientId, clientSecret }: OidcConfig,
  { db, clock, publicUrl }: { db: AppDatabase; clock: Clock; publicUrl: () => string },
): Oidc {
  const underWay = new Map<string, UnderWay>();
  let found: Promise<Configuration> | undefined;
  const callback = () => `${publicUrl()}/api/v1/sign-in/oidc/callback`;

  /** Asked when first needed, and again after a failure: the provider may start later than we do. */
  function configuration(): Promise<Configuration> {
    const metadata = { client_secret: clientSecret, id_token_signed_response_alg: algorithm };
    found ??= discovery(new URL(issuer), clientId, metadata, ClientSecretBasic(clientSecret), {
      timeout: timeoutSeconds,
      execute: issuer.startsWith("http:") ? [allowInsecureRequests] : [],
    }).catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  }

  /** Used up at the first attempt, good or bad. */
  function takeUnderWay(secret: string | undefined): UnderWay {
    const key = secret === undefined ? "" : hashSecret(secret);
    const one = underWay.get(key);
    underWay.delete(key);
    if (one === undefined || one.expiresAt <= clock.now()) throw new Problem("signIn.oidcFailed");
    return one;
  }

  return {
    begin: async () => {
      const config = await configuration();
      for (const [key, one] of underWay)
        if (one.expiresAt <= clock.now() || underWay.size >= mostUnderWay) underWay.delete(key);
      const secret = makeSecret();
      const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
      underWay.set(hashSecret(secret), { state, nonce, verifier, expiresAt: clock.now() + lifeMs });
      const url = buildAuthorizationUrl(config, {
        redirect_uri: callback(),
        scope: "openid email profile",
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        state,
        nonce,
      });
      return { url: url.href, secret };
    },
    finish: async (secret, query) => {
      const { state, nonce, verifier } = takeUnderWay(secret);
      const config = await configuration();
      let claims;
      try {
        const tokens = await authorizationCodeGrant(config, new URL(`${callback()}?${query}`), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        claims = tokens.claims();
      } catch {
        throw new Problem("signIn.oidcFailed");
      }
      if (claims === undefined) throw new Problem("signIn.oidcFailed");
      // Only the boolean true is true: "true" and 1 are what somebody wrote who hopes that nobody looks.
      const verified = claims.email_verified === true && typeof claims.email === "string";
      return {
        issuer: claims.iss,
        subject: claims.sub,
        email: verified ? plainEmail(String(claims.email)) : undefined,
        name: typeof claims.name === "string" && claims.name.trim() !== "" ? claims.name.trim() : undefined,
      };
    },
    personOf: async ({ issuer: iss, subject }) =>
      (
        await db
          .selectFrom("oidcIdentity")
          .select("userId")
          .where("issuer", "=", iss)
          .where("subject", "=", subject)
          .executeTakeFirst()
      )?.userId,
    keep: async ({ issuer: iss, subject }, userId) => {
      await db
        .insertInto("oidcIdentity")
        .values({ issuer: iss, subject, userId, createdAt: clock.now() })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
  };
}
