import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { limits } from "./limits.ts";
import { liesTooDeep } from "./nesting.ts";

/** The last of `count` maps, each in the one before, the first in a root. */
function mapIn(doc: Y.Doc, count: number): Y.Map<unknown> {
  let at: Y.Map<unknown> = doc.getMap("shapes");
  for (let i = 0; i < count; i += 1) {
    const known = at.get("in");
    const next = known instanceof Y.Map ? (known as Y.Map<unknown>) : new Y.Map<unknown>();
    if (next !== known) at.set("in", next);
    at = next;
  }
  return at;
}

/** Whether what `work` adds to what is there lies too deep. */
function tooDeep(work: (doc: Y.Doc) => void, before: (doc: Y.Doc) => void = () => {}): boolean {
  const author = new Y.Doc();
  before(author);
  const server = new Y.Doc();
  Y.applyUpdate(server, Y.encodeStateAsUpdate(author));
  const known = Y.encodeStateVector(author);
  author.transact(() => work(author));
  return liesTooDeep(server, Y.decodeUpdate(Y.encodeStateAsUpdate(author, known)).structs);
}

/** A plain value of so many objects, or lists, in one another. */
function nested(depth: number, wrap: (inner: unknown) => unknown = (inner) => ({ inner })): unknown {
  let value: unknown = "words";
  for (let i = 0; i < depth; i += 1) value = wrap(value);
  return value;
}

describe("maps and texts in one another", () => {
  test("as deep as the limit pass, one deeper does not, when all come at once", () => {
    expect(tooDeep((doc) => void mapIn(doc, limits.nesting))).toBe(false);
    expect(tooDeep((doc) => void mapIn(doc, limits.nesting + 1))).toBe(true);
  });

  test("are counted through what is in the document already", () => {
    const half = (doc: Y.Doc) => void mapIn(doc, 10);
    expect(tooDeep((doc) => void mapIn(doc, limits.nesting), half)).toBe(false);
    expect(tooDeep((doc) => void mapIn(doc, limits.nesting + 1), half)).toBe(true);
    const full = (doc: Y.Doc) => void mapIn(doc, limits.nesting);
    expect(tooDeep((doc) => void mapIn(doc, limits.nesting).set("text", new Y.Text("x")), full)).toBe(true);
    expect(tooDeep((doc) => void mapIn(doc, limits.nesting - 1).set("text", new Y.Text("x")), full)).toBe(
      false,
    );
  });

  test("are counted for what stands beside others in a list, and behind an older value of its key", () => {
    const inList = (maps: number) => (doc: Y.Doc) => {
      const list = new Y.Array<unknown>();
      mapIn(doc, maps).set("list", list);
      list.push(["a", "b"]);
      list.push([new Y.Map(), new Y.Map()]);
      list.insert(1, [new Y.Text("between")]);
    };
    expect(tooDeep(inList(limits.nesting - 2))).toBe(false);
    expect(tooDeep(inList(limits.nesting - 1))).toBe(true);
    const again = (maps: number) => (doc: Y.Doc) => {
      for (let i = 0; i < 3; i += 1) mapIn(doc, maps).set("again", new Y.Map());
    };
    expect(tooDeep(again(limits.nesting - 1))).toBe(false);
    expect(tooDeep(again(limits.nesting))).toBe(true);
  });

  test("beside something in the document, whose own place counts", () => {
    const list = (maps: number) => (doc: Y.Doc) => {
      const made = new Y.Array<unknown>();
      mapIn(doc, maps).set("list", made);
      made.push(["a", "b"]);
    };
    const push = (maps: number) => (doc: Y.Doc) =>
      (mapIn(doc, maps).get("list") as Y.Array<unknown>).push([new Y.Map()]);
    const unshift = (maps: number) => (doc: Y.Doc) =>
      (mapIn(doc, maps).get("list") as Y.Array<unknown>).unshift([new Y.Map()]);
    for (const work of [push, unshift]) {
      expect(tooDeep(work(limits.nesting - 2), list(limits.nesting - 2))).toBe(false);
      expect(tooDeep(work(limits.nesting - 1), list(limits.nesting - 1))).toBe(true);
    }
  });

  test("of a long list are not walked through once for each of its items", () => {
    expect(
      tooDeep((doc) => {
        const list = doc.getArray("plugin");
        for (let i = 0; i < 5_000; i += 1) list.push([new Y.Map()]);
      }),
    ).toBe(false);
  });
});

describe("a forged update", () => {
  const item = (clock: number, origin: Y.ID | null, parent: unknown) =>
    new Y.Item(
      Y.createID(1, clock),
      null,
      origin,
      null,
      null,
      parent as Y.ID | null,
      null,
      new Y.ContentType(new Y.Map()),
    );

  test("whose things lie in one another in a circle is too deep", () => {
    const circle = [item(0, null, Y.createID(1, 1)), item(1, null, Y.createID(1, 0))];
    expect(liesTooDeep(new Y.Doc(), circle)).toBe(true);
  });

  test("whose things stand behind one another in a circle is too deep", () => {
    const circle = [item(0, Y.createID(1, 1), null), item(1, Y.createID(1, 0), null)];
    expect(liesTooDeep(new Y.Doc(), circle)).toBe(true);
  });

  test("that leans on what is in no place at all lies nowhere", () => {
    expect(liesTooDeep(new Y.Doc(), [item(0, Y.createID(7, 3), null)])).toBe(false);
    expect(liesTooDeep(new Y.Doc(), [item(0, null, Y.createID(7, 3))])).toBe(false);
  });
});

describe("plain values", () => {
  test.each([
    ["objects", (inner: unknown) => ({ inner, beside: 1 })],
    ["lists", (inner: unknown) => [0, inner]],
  ])("of %s as deep as the limit pass, one deeper does not", (_, wrap) => {
    const put = (value: unknown) => (doc: Y.Doc) => void doc.getMap("shapes").set("x", value);
    expect(tooDeep(put(nested(limits.nesting, wrap)))).toBe(false);
    expect(tooDeep(put(nested(limits.nesting + 1, wrap)))).toBe(true);
  });

  test("among shallow ones in one list, as an embed and as a format", () => {
    const deep = nested(limits.nesting + 1) as object;
    const fine = nested(limits.nesting) as object;
    const works = [
      (value: object) => (doc: Y.Doc) => doc.getArray("plugin").push([1, value]),
      (value: object) => (doc: Y.Doc) => doc.getText("plugin").insertEmbed(0, value),
      (value: object) => (doc: Y.Doc) => doc.getText("plugin").insert(0, "x", { mark: value }),
    ];
    for (const work of works) {
      expect(tooDeep(work(fine))).toBe(false);
      expect(tooDeep(work(deep))).toBe(true);
    }
  });

  test("bytes are bytes, nothing is nothing, and words have no depth", () => {
    const put = (value: unknown) => (doc: Y.Doc) => void doc.getMap("shapes").set("x", value);
    for (const value of [new Uint8Array(100), null, undefined, "words", 4, true])
      expect(tooDeep(put(value))).toBe(false);
    expect(tooDeep(put(nested(limits.nesting, (inner) => [null, new Uint8Array(2), inner])))).toBe(false);
  });
});
