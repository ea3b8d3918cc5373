import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { makeHands } from "./hands.ts";

const doc = new Y.Doc();
const documentName = "journey/a";
const anas = 7;
type Step = "update" | "handshake";
const by = (user: string, step: Step, shown?: number) => ({
  doc,
  documentName,
  writers: [anas],
  user,
  step,
  shown,
});

describe("a hand", () => {
  test("belongs to the first who writes with it, and the log is told once", () => {
    const hands = makeHands();
    hands.own(by("ana", "update"));
    hands.own(by("mallory", "update"));
    expect(hands.takeUnsaved(documentName)).toEqual([{ client: anas, user: "ana" }]);
    expect(hands.takeUnsaved(documentName)).toEqual([]);
    expect(hands.mayBring(by("ana", "update"))).toBe(true);
    expect(hands.mayBring(by("mallory", "update"))).toBe(false);
    expect(hands.mayBring(by("mallory", "handshake"))).toBe(false);
  });

  test("is known again when the document is opened anew, and forgotten when it is closed", () => {
    const hands = makeHands();
    hands.open(documentName, [{ client: anas, user: "ana", sure: true }]);
    expect(hands.mayBring(by("mallory", "handshake"))).toBe(false);
    hands.close(documentName);
    expect(hands.mayBring(by("mallory", "handshake"))).toBe(true);
  });

  test("that is unsure may be carried by others in a handshake until its owner is back", () => {
    const hands = makeHands();
    hands.open(documentName, [{ client: anas, user: "ana", sure: false }]);
    expect(hands.mayBring(by("mallory", "update"))).toBe(false);
    expect(hands.mayBring(by("ben", "handshake"))).toBe(true);
    hands.own(by("ben", "handshake"));
    expect(hands.mayBring(by("ana", "update"))).toBe(true);
    hands.own(by("ana", "update"));
    expect(hands.mayBring(by("ben", "handshake"))).toBe(false);
    expect(hands.takeUnsaved(documentName)).toEqual([{ client: anas, user: "ana" }]);
  });

  test("that comes unknown in a handshake is nobody's, unless the sender shows themselves with it", () => {
    const hands = makeHands();
    hands.own(by("ben", "handshake"));
    expect(hands.mayBring(by("ana", "update"))).toBe(true);
    hands.own(by("ana", "handshake", anas));
    expect(hands.mayBring(by("ben", "handshake"))).toBe(false);
  });

  test("of the server itself is nobody's to use", () => {
    expect(makeHands().mayBring({ ...by("ana", "update"), writers: [doc.clientID] })).toBe(false);
  });
});
