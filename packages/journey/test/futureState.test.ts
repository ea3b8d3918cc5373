import { describe, expect, test } from "vitest";
import {
  applyCommand,
  compareJourneys,
  exportJourney,
  futureStateOf,
  readJourney,
  viewOfFile,
} from "../src/index.ts";
import { freshJourney, RandomPerson, seededRandom } from "./people.ts";

describe("a future state", () => {
  test("J28 begins with everything of its original and with nothing that has really happened", () => {
    const { doc, context } = freshJourney();
    const run = (name: string, args: unknown): string => {
      const result = applyCommand(context, name, args);
      if (!result.ok) throw new Error(`${name} was refused: ${result.code} ${result.field}`);
      return result.value.id;
    };
    const [touchpointId = ""] = readJourney(doc).path.touchpointIds;
    run("setTouchpoint", { touchpointId, set: { channel: "phone", mot: true } });
    run("pinQuote", { quoteId: "q1", touchpointId, v: -2 });
    const promiseId = run("addPromise", { touchpointId, text: "We call back" });
    run("setPromise", { promiseId, set: { status: "broken", noticedAt: touchpointId } });
    run("addInsight", { title: "Nobody calls", touchpointIds: [touchpointId], quoteIds: ["q1"] });
    run("setLock", { on: "meta", locked: true });

    const made = viewOfFile(futureStateOf(exportJourney(doc), "Next year"));
    if (!made.ok) throw new Error(made.code);
    const then = made.value;
    expect(then.meta).toMatchObject({ title: "Next year", state: "future", locked: false });
    expect(then.touchpoints.get(touchpointId)).toMatchObject({ channel: "phone", mot: true, pins: [] });
    expect(then.promises).toMatchObject([
      { id: promiseId, text: "We call back", status: "open", noticedAt: null },
    ]);
    expect(then.insights).toMatchObject([
      { title: "Nobody calls", touchpointIds: [touchpointId], quoteIds: [] },
    ]);
  });

  test("J28 of any journey keeps every stage, lane, touchpoint and text in it, and names no quote", () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const { doc } = freshJourney();
      const person = new RandomPerson(doc, "ana", seededRandom(seed));
      for (let step = 0; step < 60; step += 1) person.act();
      const file = futureStateOf(exportJourney(doc), "Then");
      const made = viewOfFile(file);
      if (!made.ok) throw new Error(made.code);
      const kinds = new Set(compareJourneys(readJourney(doc), made.value).map(({ kind }) => kind));
      for (const kind of [
        "stage",
        "lane",
        "touchpoint",
        "note",
        "text",
        "point",
        "subJourney",
        "loop",
        "shape",
      ] as const)
        expect([seed, kind, kinds.has(kind)]).toEqual([seed, kind, false]);
      expect(JSON.stringify(file)).not.toMatch(/"quoteIds?"|"toldQuoteIds"/);
    }
  });
});
