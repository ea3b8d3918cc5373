import { readPresence } from "@polku/protocol";
import { expect, test } from "vitest";
import type { OtherPerson } from "../../session/presence.ts";
import { newReactions } from "./Reactions.tsx";

function person(clientId: number, reaction: unknown): OtherPerson {
  const user = { id: "a", name: "Ana", colour: "#000", role: "participant" };
  const presence = readPresence({ user, reaction });
  if (presence === null) throw new Error("nobody");
  return { ...presence, clientId };
}

test("a reaction is shown once, however often the same presence comes again; the next one is shown too", () => {
  const seen = new Map<number, number>();
  const first = [person(1, { emoji: "👏", n: 1 })];
  expect(newReactions(first, seen)).toEqual([{ key: "1/1", name: "Ana", emoji: "👏" }]);
  expect(newReactions(first, seen)).toEqual([]);
  expect(newReactions([person(1, { emoji: "🎉", n: 2 }), person(2, null)], seen)).toHaveLength(1);
});

test("what is no reaction of ours is shown to nobody", () => {
  expect(newReactions([person(1, { emoji: "<b>", n: 1 }), person(2, { emoji: "👏" })], new Map())).toEqual(
    [],
  );
});
