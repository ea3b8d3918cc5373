import fc from "fast-check";
import { pino } from "pino";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { makeTakeApart } from "./takeApart.ts";
import { updateParts } from "./updateParts.ts";

const silent = pino({ level: "silent" });
const whole = (doc: Y.Doc) => Y.encodeStateAsUpdate(doc);

function documentOf(parts: readonly Uint8Array[], eachStep?: (doc: Y.Doc) => void): Y.Doc {
  const doc = new Y.Doc();
  for (const part of parts) {
    Y.applyUpdate(doc, part);
    eachStep?.(doc);
  }
  return doc;
}

type Deed = {
  peer: number;
  kind: "entity" | "write" | "erase" | "remove" | "meet";
  at: number;
  other: number;
};

const deed: fc.Arbitrary<Deed> = fc.record({
  peer: fc.nat(3),
  kind: fc.constantFrom("entity", "write", "write", "erase", "remove", "meet"),
  at: fc.nat(30),
  other: fc.nat(3),
});

/** What several people make who meet now and then: entities with a text each, texts written into one another, things removed. */
function madeBy(deeds: readonly Deed[]): Y.Doc {
  const peers = [1, 2, 3, 4].map((clientID) => Object.assign(new Y.Doc(), { clientID }));
  const meet = (from: Y.Doc, to: Y.Doc) => Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
  for (const { peer, kind, at, other } of deeds) {
    const [doc, another] = [peers[peer], peers[other]];
    if (doc === undefined || another === undefined) throw new Error("Nobody of that number.");
    const entities = doc.getMap<Y.Map<unknown>>("entities");
    const entity = entities.get(`e${at % 7}`);
    const text = entity?.get("text");
    if (kind === "meet") meet(another, doc);
    else if (kind === "entity")
      entities.set(`e${at % 7}`, new Y.Map<unknown>([["text", new Y.Text(`from ${peer}`)]]));
    else if (kind === "remove") entities.delete(`e${at % 7}`);
    else if (text instanceof Y.Text) {
      if (kind === "write") text.insert(Math.min(at, text.length), `ä${at}`);
      else if (text.length > 0) text.delete(at % text.length, 1);
    }
  }
  const all = new Y.Doc();
  for (const doc of peers) meet(doc, all);
  return all;
}

test("an update in parts gives the same document, byte for byte, whoever wrote it", () => {
  fc.assert(
    fc.property(
      fc.array(deed, { minLength: 20, maxLength: 150 }),
      fc.integer({ min: 1, max: 9 }),
      (deeds, size) => {
        const state = whole(madeBy(deeds));
        expect(whole(documentOf(updateParts(state, size)))).toEqual(whole(documentOf([state])));
      },
    ),
    { numRuns: 300 },
  );
});

test("no part waits for a later one", () => {
  fc.assert(
    fc.property(fc.array(deed, { minLength: 20, maxLength: 150 }), (deeds) => {
      documentOf(updateParts(whole(madeBy(deeds)), 3), (doc) => {
        expect(doc.store.pendingStructs).toBeNull();
        expect(doc.store.pendingDs).toBeNull();
      });
    }),
    { numRuns: 100 },
  );
});

test("a part holds no more structs than it was told", () => {
  const doc = new Y.Doc();
  for (let count = 0; count < 50; count += 1) doc.getMap("entities").set(`e${count}`, new Y.Map());
  const parts = updateParts(whole(doc), 20);
  expect(parts.map((part) => Y.decodeUpdate(part).structs.length)).toEqual([20, 20, 10]);
});

test("an update that waits for something outside it stays whole", () => {
  const ana = new Y.Doc();
  ana.getText("text").insert(0, "before");
  const known = Y.encodeStateVector(ana);
  for (let count = 0; count < 9; count += 1) ana.getText("text").insert(0, "ö");
  const ownLater = Y.encodeStateAsUpdate(ana, known);
  expect(updateParts(ownLater, 2)).toEqual([ownLater]);
  const eve = documentOf([whole(ana)]);
  for (let count = 0; count < 9; count += 1) eve.getText("text").insert(0, "ä");
  const onlyOfEve = Y.encodeStateAsUpdate(eve, Y.encodeStateVector(ana));
  expect(Y.decodeUpdate(onlyOfEve).structs).toHaveLength(9);
  expect(updateParts(onlyOfEve, 2)).toEqual([onlyOfEve]);
});

function largeState(): Uint8Array {
  const doc = new Y.Doc();
  for (let count = 0; count < 5_000; count += 1)
    doc.getMap("entities").set(`entity ${count}`, new Y.Map([["text", new Y.Text("Soitan ja jonotan")]]));
  return whole(doc);
}

test("the thread takes what is large apart, leaves what is small, and gives back whole what it cannot read", async () => {
  const takeApart = makeTakeApart(silent);
  const large = largeState();
  const broken = new Uint8Array(200_000).fill(255);
  const small = new Uint8Array([1, 2, 3]);
  const parts = await takeApart.inParts([small, large, broken]);
  expect(parts[0]).toEqual(small);
  expect(parts.at(-1)).toEqual(broken);
  expect(parts.length).toBeGreaterThan(5);
  expect(whole(documentOf(parts.slice(1, -1)))).toEqual(large);
  await takeApart.close();
  expect(await takeApart.inParts([small])).toEqual([small]);
});

test("a thread that ends in the middle of it gives back whole what it was asked", async () => {
  const takeApart = makeTakeApart(silent);
  const broken = new Uint8Array(200_000);
  const asked = takeApart.inParts([broken, broken]);
  await takeApart.close();
  await takeApart.close();
  expect(await asked).toEqual([broken, broken]);
  await takeApart.close();
});

test("what is asked while the thread before is ending is taken apart by the next", async () => {
  const takeApart = makeTakeApart(silent);
  const large = largeState();
  await takeApart.inParts([large]);
  const ending = takeApart.close();
  const asked = takeApart.inParts([large]);
  await ending;
  expect((await asked).length).toBeGreaterThan(5);
  await takeApart.close();
});
