import type { Role } from "@polku/protocol";

/** One right: a role in one journey, or in every journey (`"*"`). `expiresAt` is ms since 1970, `null` for never. */
type Grant = { journeyId: string; role: Role; via: string; expiresAt: number | null };

/** Who asks. `nobody` is a request without a session and without a token. */
export type Actor = {
  kind: "owner" | "member" | "guest" | "token" | "nobody";
  id: string;
  name: string;
  /** A CSS colour, by which the others know them on the canvas. */
  colour: string;
  grants: readonly Grant[];
  /** All that they may do, whatever else their kind may: a token that was made for one thing. */
  only?: readonly string[];
  /** The session by which they came; a token has none. */
  session?: string;
};

export const nobody: Actor = { kind: "nobody", id: "", name: "", colour: "", grants: [] };
