import { layoutMap } from "@polku/drawing";
import { addTouchpoint } from "@polku/journey";
import { expect, test } from "vitest";
import { localSession } from "../../session/testing/localSession.ts";
import { minimapShape } from "./minimapShape.ts";

test("a map of any length is drawn small in a handful of paths, and keeps its shape", () => {
  const { session } = localSession();
  const stageId = session.view().path.stages[0]?.id ?? "";
  for (let i = 0; i < 200; i += 1) session.run(addTouchpoint, { stageId });
  const layout = layoutMap(session.view());
  const shape = minimapShape(layout, (id) => (id === session.view().path.touchpointIds[0] ? -2 : null));
  expect(shape.width).toBeLessThanOrEqual(220);
  expect(shape.height).toBeLessThanOrEqual(132);
  expect(shape.width / shape.height).toBeCloseTo(layout.box.width / layout.box.height, -1);
  expect(shape.cards.match(/M/g)).toHaveLength(203);
  expect(shape.feelings.map(({ step }) => step)).toEqual([-2]);
});
