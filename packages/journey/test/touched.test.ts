import { expect, test } from "vitest";
import * as Y from "yjs";
import { applyCommand, readJourney, watchTouched, wordsOf, type TouchedEntity } from "../src/index.ts";
import { twoPeople } from "./people.ts";

test("what one touched is told with its words, and what others touched is not", () => {
  const { ana, ben } = twoPeople();
  const touched: TouchedEntity[] = [];
  const stop = watchTouched(
    ana.doc,
    (origin) => origin === ana.origin,
    (some) => touched.push(...some),
  );
  const id = readJourney(ana.doc).path.touchpointIds[0] ?? "";
  const laneId = readJourney(ana.doc).lanes.find(({ kind }) => kind === "pain")?.id;
  applyCommand(ana, "editText", { on: "touchpoints", id, key: "title", text: "Odotan puhelimessa" });
  applyCommand(ana, "editCell", { laneId, touchpointId: id, text: "Jono ei liiku" });
  applyCommand(ben, "addStage", { title: "Ben's" });
  Y.applyUpdate(ana.doc, Y.encodeStateAsUpdate(ben.doc), "from ben");
  expect(touched.map(({ map }) => map)).toEqual(["touchpoints", "cells"]);
  const view = readJourney(ana.doc);
  expect(touched.map((one) => wordsOf(view, one))).toEqual([
    { words: "Odotan puhelimessa", at: null },
    { words: "Jono ei liiku", at: "Odotan puhelimessa" },
  ]);
  stop();
  applyCommand(ana, "addStage", { title: "Afterwards" });
  expect(touched).toHaveLength(2);
});

test("what hung on something that was deleted meanwhile is told as gone", () => {
  const { ana, ben } = twoPeople();
  const touched: TouchedEntity[] = [];
  watchTouched(
    ana.doc,
    (origin) => origin === ana.origin,
    (some) => touched.push(...some),
  );
  const id = readJourney(ana.doc).path.touchpointIds[0] ?? "";
  const laneId = readJourney(ana.doc).lanes.find(({ kind }) => kind === "pain")?.id;
  applyCommand(ana, "editCell", { laneId, touchpointId: id, text: "Jono ei liiku" });
  applyCommand(ben, "deleteTouchpoint", { touchpointId: id });
  Y.applyUpdate(ana.doc, Y.encodeStateAsUpdate(ben.doc), "from ben");
  const view = readJourney(ana.doc);
  expect(touched.map((one) => wordsOf(view, one))).toEqual([null]);
});
