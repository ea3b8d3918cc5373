import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  authFrame,
  frameTypes,
  heartbeatFrame,
  readBytes,
  readFrame,
  readSync,
  readText,
  syncStatusFrame,
} from "./frames.ts";
import { yjsWire } from "./yjsDoor.ts";

const anyBytes = fc.uint8Array({ maxLength: 200 });
const address = fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" });

describe("reading frames", () => {
  test("never throws, whatever the bytes", () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        for (const read of [readFrame, readSync, readBytes, readText]) read(bytes);
        const wire = yjsWire("journey/a");
        wire.toRoom(bytes);
        wire.toClient(bytes);
      }),
      { numRuns: 2_000 },
    );
  });

  test("gives back the address, the document before a session, and the type of what was composed", () => {
    fc.assert(
      fc.property(address, fc.boolean(), (name, kept) => {
        const frame = readFrame(syncStatusFrame(name, kept));
        expect(frame).toMatchObject({ address: name, type: frameTypes.syncStatus });
        expect(frame?.documentName).toBe(name.split("\0")[0]);
        expect([...(frame?.body ?? [])]).toEqual([kept ? 1 : 0]);
      }),
    );
  });

  test("splits a session off the document's name", () => {
    expect(readFrame(authFrame("journey/a\0tab1", ""))).toMatchObject({
      address: "journey/a\0tab1",
      documentName: "journey/a",
    });
  });
});

describe("the plain Yjs wire", () => {
  const wire = yjsWire("journey/ä");

  test("puts the document's name in front of what comes in, and takes it off again", () => {
    fc.assert(
      fc.property(anyBytes, (body) => {
        const sent = Uint8Array.from([frameTypes.sync, ...body]);
        const frame = wire.toRoom(sent);
        expect(frame).not.toBeNull();
        expect([...(wire.toClient(frame ?? sent) ?? [])]).toEqual([...sent]);
      }),
    );
  });

  test("keeps from a client what it has no word for, and from the room what a client may not say", () => {
    expect(wire.toClient(syncStatusFrame("journey/ä", true))).toBeNull();
    expect(wire.toRoom(Uint8Array.from([frameTypes.auth, 0, 0]))).toBeNull();
    expect(wire.toRoom(new Uint8Array())).toBeNull();
    expect([...(wire.toClient(heartbeatFrame("journey/ä")) ?? [])]).toEqual([1, 1, 0]);
  });
});
