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

/** The account that is to be linked, and the session that asked for it. */
export type Linking = { userId: string; session: string | undefined };

type UnderWay = {
  state: string;
  nonce: string;
  verifier: string;
  expiresAt: number;
  linkTo: Linking | undefined;
};

/** An account at the provider that belongs to somebody here. `since` is ms since 1970. */
export type LinkedAccount = { issuer: string; account: string | null; since: number };

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
  begin(linkTo?: Linking): Promise<{ url: string; secret: string }>;
  /** What the way was begun for: an account to be linked, or `undefined` for signing in. Ask before `finish`, which uses it up. */
  linkingOf(secret: string | undefined): Linking | undefined;
  /** Ends: who it was. Throws `signIn.oidcFailed` whatever is wrong: unknown, old, used, another browser's, or a bad token. */
  finish(secret: string | undefined, query: string): Promise<OidcPerson>;
  /** Whom this identity belongs to here. */
  personOf(person: OidcPerson): Promise<string | undefined>;
  /** Keeps whose it is. What belongs to somebody already stays theirs: false then. */
  keep(person: OidcPerson, userId: string): Promise<boolean>;
  /** The provider's account that belongs to a person. */
  linkedTo(userId: string): Promise<LinkedAccount | undefined>;
  /** Takes every provider's account off a person. False when there was none. */
  unlink(userId: string): Promise<boolean>;
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

  const keyOf = (secret: string | undefined) => (secret === undefined ? "" : hashSecret(secret));

  /** Used up at the first attempt, good or bad. */
  function takeUnderWay(secret: string | undefined): UnderWay {
    const key = keyOf(secret);
    const one = underWay.get(key);
    underWay.delete(key);
    if (one === undefined || one.expiresAt <= clock.now()) throw new Problem("signIn.oidcFailed");
    return one;
  }

  return {
    begin: async (linkTo) => {
      const config = await configuration();
      for (const [key, one] of underWay)
        if (one.expiresAt <= clock.now() || underWay.size >= mostUnderWay) underWay.delete(key);
      const secret = makeSecret();
      const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
      underWay.set(hashSecret(secret), { state, nonce, verifier, expiresAt: clock.now() + lifeMs, linkTo });
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
    linkingOf: (secret) => underWay.get(keyOf(secret))?.linkTo,
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
    keep: async ({ issuer: iss, subject, email, name }, userId) => {
      await db
        .insertInto("oidcIdentity")
        .values({ issuer: iss, subject, userId, createdAt: clock.now(), account: email ?? name ?? null })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const { userId: holder } = await db
        .selectFrom("oidcIdentity")
        .select("userId")
        .where("issuer", "=", iss)
        .where("subject", "=", subject)
        .executeTakeFirstOrThrow();
      return holder === userId;
    },
    linkedTo: async (userId) => {
      const row = await db
        .selectFrom("oidcIdentity")
        .select(["issuer", "account", "createdAt"])
        .where("userId", "=", userId)
        .orderBy("createdAt", "desc")
        .executeTakeFirst();
      return row && { issuer: row.issuer, account: row.account, since: row.createdAt };
    },
    unlink: async (userId) => {
      const gone = await db.deleteFrom("oidcIdentity").where("userId", "=", userId).executeTakeFirst();
      return gone.numDeletedRows > 0n;
    },
  };
}
