import { isAtLeast } from "@polku/protocol";
import type { OtherPerson } from "../../session/presence.ts";

/** Whoever leads a walk here: of several the one whose window came first. Only who may edit the map leads. */
export function leaderOf(others: readonly OtherPerson[]): OtherPerson | undefined {
  return others.find(({ walk, user }) => walk !== null && isAtLeast(user.role, "editor"));
}
