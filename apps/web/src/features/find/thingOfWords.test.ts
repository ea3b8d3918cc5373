import { addTouchpoint, findWords, openFeedback } from "@polku/journey";
import { expect, test } from "vitest";
import { localSession } from "../../session/testing/localSession.ts";
import { openersOf, thingOfWords } from "./thingOfWords.ts";

test("words inside a journey inside a journey are reached by opening both, the outer first", () => {
  const { session } = localSession();
  const [first = ""] = session.view().path.touchpointIds;
  const outer = session.run(openFeedback, { touchpointId: first, kind: "feedback", lang: "en" });
  if (!outer.ok) throw new Error(outer.code);
  const [step = ""] = session.view().subJourneys.get(outer.value.id)?.path.touchpointIds ?? [];
  const inner = session.run(openFeedback, { touchpointId: step, kind: "feedback", lang: "en" });
  if (!inner.ok) throw new Error(inner.code);
  const stageId = session.view().subJourneys.get(inner.value.id)?.path.stages[0]?.id ?? "";
  session.run(addTouchpoint, { stageId, title: "Deep down" });
  const [found] = findWords(session.view(), "deep DOWN");
  if (!found) throw new Error("Nothing was found.");
  const thing = thingOfWords(found);
  expect(thing.kind).toBe("touchpoint");
  expect(openersOf(session.view(), thing)).toEqual([outer.value.id, inner.value.id]);
});
