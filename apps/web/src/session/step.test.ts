import { moveTouchpoint, editText, readTrash, deleteStage } from "@polku/journey";
import { expect, test } from "vitest";
import { stepOf } from "./step.ts";
import { localSession } from "./testing/localSession.ts";

test("a step is called after what was done and to what, also when the thing is gone by then", () => {
  const { session, doc } = localSession();
  const [stage] = session.view().path.stages;
  const touchpointId = stage?.touchpointIds[0] ?? "";
  session.run(editText, { on: "touchpoints", id: touchpointId, key: "title", text: "First call" });
  const args = { touchpointId, stageId: stage?.id ?? "", index: 0 };
  expect(stepOf(session.view(), moveTouchpoint.name, args)).toEqual({ deed: "move", title: "First call" });
  const gone = { stageId: stage?.id ?? "" };
  expect(stepOf(session.view(), deleteStage.name, gone)).toEqual({ deed: "delete", title: "Before" });
  session.run(deleteStage, gone);
  const many = { touchpointIds: [touchpointId, "another"], ...gone, index: 0 };
  expect(stepOf(session.view(), "moveTouchpoints", many)).toMatchObject({ deed: "move", count: 2 });
  expect(readTrash(doc)).toHaveLength(1);
  expect(stepOf(session.view(), "somethingElse", {})).toEqual({ deed: "change", title: "" });
});
