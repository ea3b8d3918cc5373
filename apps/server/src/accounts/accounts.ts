import type { Actor } from "../policies/actor.ts";

/** Who asks: from a session cookie or a bearer token. */
export type Accounts = {
  /** The actor of a request. A token that is given but wrong is `nobody`, even beside a good cookie. */
  actorOf(headers: Headers): Promise<Actor>;
  /** The actor of an API token, or `undefined` when it is unknown or revoked. */
  actorOfToken(token: string): Promise<Actor | undefined>;
};
