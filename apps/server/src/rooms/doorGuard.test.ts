import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { inspectUpdate } from "./doorGuard.ts";
import { limits } from "./limits.ts";

function docOf(client: number, ...updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  // Only now: Yjs takes another number when it meets its own in what comes from elsewhere.
  doc.clientID = client;
  return doc;
}

/** What `work` adds to a document that has seen `updates`, written by `client`. */
function written(client: number, work: (doc: Y.Doc) => void, ...updates: Uint8Array[]): Uint8Array {
  const doc = docOf(client, ...updates);
  const before = Y.encodeStateVector(doc);
  doc.transact(() => work(doc));
  return Y.encodeStateAsUpdate(doc, before);
}

const entity = (fields: Record<string, unknown> = {}) => new Y.Map(Object.entries({ id: "t", ...fields }));
const addTouchpoint = (id: string) => (doc: Y.Doc) => void doc.getMap("touchpoints").set(id, entity({ id }));
const why = (doc: Y.Doc, update: Uint8Array, kind: "update" | "handshake" = "update") => {
  const found = inspectUpdate(doc, update, kind);
  return found.ok ? "taken" : found.why;
};

describe("an honest update is taken", () => {
  test("with its writers, and the entities it adds by kind", () => {
    const update = written(1, (doc) => {
      addTouchpoint("a")(doc);
      addTouchpoint("b")(doc);
      doc.getMap("stages").set("s", entity());
      doc.getMap("meta").set("title", "Helpdesk");
      doc.getMap("elsewhere").set("x", 1);
    });
    const found = inspectUpdate(docOf(9), update, "update");
    expect(found).toEqual({
      ok: true,
      writers: [1],
      entities: new Map([
        ["touchpoints", 2],
        ["stages", 1],
      ]),
    });
  });

  test("and once it is there, it brings nobody's changes and no entity", () => {
    const update = written(1, addTouchpoint("a"));
    expect(inspectUpdate(docOf(9, update), update, "update")).toEqual({
      ok: true,
      writers: [],
      entities: new Map(),
    });
  });

  test("of two people only the one with something new is a writer", () => {
    const first = written(1, addTouchpoint("a"));
    const second = written(2, addTouchpoint("b"), first);
    const both = Y.mergeUpdates([first, second]);
    const found = inspectUpdate(docOf(9, first), both, "handshake");
    expect(found).toMatchObject({ ok: true, writers: [2], entities: new Map([["touchpoints", 1]]) });
  });

  test("an entity that came and went again is no new one", () => {
    const update = written(1, (doc) => {
      addTouchpoint("a")(doc);
      doc.getMap("touchpoints").delete("a");
    });
    expect(inspectUpdate(docOf(9), update, "update")).toMatchObject({ ok: true, entities: new Map() });
  });

  test("an entity whose attributes change is no new one", () => {
    const first = written(1, addTouchpoint("a"));
    const next = written(
      2,
      (doc) => (doc.getMap("touchpoints").get("a") as Y.Map<unknown>).set("mot", true),
      first,
    );
    expect(inspectUpdate(docOf(9, first), next, "update")).toMatchObject({
      ok: true,
      writers: [2],
      entities: new Map(),
    });
  });

  test("a list in somebody else's root is theirs to keep", () => {
    expect(
      why(
        docOf(9),
        written(1, (doc) => doc.getArray("plugin").push([1])),
      ),
    ).toBe("taken");
  });
});

describe("what is too large is refused", () => {
  const ofBytes = (bytes: number) => {
    const update = written(1, (doc) => doc.getMap("shapes").set("x", "y".repeat(bytes)));
    const over = update.length - bytes;
    return written(1, (doc) => doc.getMap("shapes").set("x", "y".repeat(bytes - over)));
  };

  test("by its bytes: an update at the limit passes, one byte more does not; a handshake may be larger", () => {
    const exact = ofBytes(limits.update);
    expect(exact.length).toBe(limits.update);
    expect(why(docOf(9), exact)).toBe("taken");
    const larger = ofBytes(limits.update + 1);
    expect(larger.length).toBe(limits.update + 1);
    expect(why(docOf(9), larger)).toBe("tooLarge");
    expect(why(docOf(9), larger, "handshake")).toBe("taken");
    expect(why(docOf(9), ofBytes(limits.handshake + 1), "handshake")).toBe("tooLarge");
  });

  test("by its pieces: as many as the limit pass, one more does not; a handshake may have more", () => {
    const ofPieces = (pieces: number) =>
      written(1, (doc) => {
        const shapes = doc.getMap("shapes");
        for (let i = 0; i < pieces; i += 1) shapes.set(`${i}`, true);
      });
    expect(why(docOf(9), ofPieces(limits.structsOfUpdate))).toBe("taken");
    expect(why(docOf(9), ofPieces(limits.structsOfUpdate + 1))).toBe("tooLarge");
    expect(why(docOf(9), ofPieces(limits.structsOfUpdate + 1), "handshake")).toBe("taken");
  });
});

describe("what cannot be read is refused (M6)", () => {
  test("cut anywhere, an update is never taken for the whole", () => {
    const update = written(1, addTouchpoint("a"));
    for (let length = 0; length < update.length; length += 1)
      expect([length, why(docOf(9), update.subarray(0, length))]).toEqual([length, "malformed"]);
  });

  test("a list or a text in one of our maps, which nobody would ever see", () => {
    for (const root of ["touchpoints", "meta", "shapes"]) {
      expect(
        why(
          docOf(9),
          written(1, (doc) => doc.getArray(root).push([1])),
        ),
      ).toBe("malformed");
      expect(
        why(
          docOf(9),
          written(1, (doc) => doc.getText(root).insert(0, "x")),
        ),
      ).toBe("malformed");
    }
  });

  test("a document within the document", () => {
    expect(
      why(
        docOf(9),
        written(1, (doc) => doc.getMap("shapes").set("x", new Y.Doc())),
      ),
    ).toBe("malformed");
  });

  test("values that lie deeper in one another than anything of ours", () => {
    const nested = (maps: number) =>
      written(1, (doc) => {
        let inner: Y.Map<unknown> = doc.getMap("shapes");
        for (let i = 0; i < maps; i += 1) {
          const next = new Y.Map<unknown>();
          inner.set("in", next);
          inner = next;
        }
        inner.set("x", 1);
      });
    expect(why(docOf(9), nested(limits.nesting))).toBe("taken");
    expect(why(docOf(9), nested(limits.nesting + 1))).toBe("malformed");
  });
});

describe("what rests on something missing is refused (M9)", () => {
  const first = written(1, addTouchpoint("a"));
  const later = written(1, addTouchpoint("b"), first);

  test("a writer's changes without the ones before them", () => {
    expect(why(docOf(9), later)).toBe("gap");
    expect(why(docOf(9, first), later)).toBe("taken");
  });

  test("changes with a hole between them", () => {
    const third = written(1, addTouchpoint("c"), first, later);
    const holed = Y.mergeUpdates([first, third]);
    expect(why(docOf(9), holed)).toBe("gap");
    expect(why(docOf(9, later, first), holed)).toBe("gap");
    expect(why(docOf(9), Y.mergeUpdates([first, later, third]))).toBe("taken");
  });

  test("an attribute of an entity that is not there", () => {
    const attribute = written(
      2,
      (doc) => (doc.getMap("touchpoints").get("a") as Y.Map<unknown>).set("mot", true),
      first,
    );
    expect(why(docOf(9), attribute)).toBe("gap");
    expect(why(docOf(9, first), attribute)).toBe("taken");
    expect(why(docOf(9), Y.mergeUpdates([first, attribute]))).toBe("taken");
  });

  test("letters behind letters, and before letters, that are not there", () => {
    const text = written(1, (doc) => doc.getText("plugin").insert(0, "ab"));
    const behind = written(2, (doc) => doc.getText("plugin").insert(2, "!"), text);
    const before = written(3, (doc) => doc.getText("plugin").insert(0, "!"), text);
    for (const update of [behind, before]) {
      expect(why(docOf(9), update)).toBe("gap");
      expect(why(docOf(9, text), update)).toBe("taken");
    }
  });

  test("deleting what is not there", () => {
    const gone = written(2, (doc) => doc.getMap("touchpoints").delete("a"), first);
    expect(why(docOf(9), gone)).toBe("gap");
    expect(why(docOf(9, first), gone)).toBe("taken");
    expect(why(docOf(9), Y.mergeUpdates([first, gone]))).toBe("taken");
  });
});
