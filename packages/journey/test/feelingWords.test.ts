import { describe, expect, test } from "vitest";
import {
  applyCommand,
  createJourneyDoc,
  createUndo,
  exportJourney,
  FEELING_STEPS,
  importJourney,
  ownFeelingWord,
  readJourneyFile,
  type CommandContext,
} from "../src/index.ts";
import { contextOf, freshJourney, run, twoPeople, view } from "./people.ts";

describe("the words of the feeling scale", () => {
  test("[J27] two people name two steps and type in one word at once, and one takes back only what is theirs", () => {
    const { ana, ben, meet } = twoPeople();
    const name = (who: CommandContext, key: string, text: string) =>
      run(who, "editText", { on: "meta", key, text });
    const undo = createUndo(ben.doc, "ben", 0);
    name(ana, "feelingWorst", "lost");
    name(ben, "feelingBest", "  carried\n along ");
    meet();
    name(ana, "feelingWorst", "utterly lost");
    name(ben, "feelingWorst", "lost at sea");
    meet();
    for (const who of [ana, ben]) {
      const { meta } = view(who);
      expect(FEELING_STEPS.map((step) => ownFeelingWord(meta, step))).toEqual([
        "utterly lost at sea",
        null,
        null,
        null,
        "carried along",
      ]);
    }
    undo.undo();
    undo.undo();
    meet();
    expect(view(ana).meta).toMatchObject({ feelingWorst: "utterly lost", feelingBest: "" });
  });

  test("[J18] [J27] a locked map keeps its words, and a file carries them", () => {
    const { context } = freshJourney();
    run(context, "editText", { on: "meta", key: "feelingMiddle", text: "so so" });
    run(context, "setLock", { on: "meta", locked: true });
    expect(
      applyCommand(context, "editText", { on: "meta", key: "feelingMiddle", text: "fine" }),
    ).toMatchObject({ code: "locked", field: "map" });
    const other = contextOf(createJourneyDoc());
    const file = readJourneyFile(exportJourney(context.doc));
    if (!file.ok) throw new Error(file.code);
    importJourney(other, file.value);
    expect(ownFeelingWord(view(other).meta, 0)).toBe("so so");
  });
});
