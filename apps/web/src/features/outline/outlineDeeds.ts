import {
  addStage,
  addTouchpoint,
  deleteStage,
  deleteTouchpoint,
  moveStage,
  moveTouchpoint,
  placeBeside,
  type PathStage,
  type PathView,
} from "@polku/journey";
import type { JourneySession } from "../../session/journeySession.ts";
import { putCaret } from "./outlineView.ts";

/** Adds a touchpoint at a place of a stage and puts the caret into its title. */
export function addAt(session: JourneySession, stageId: string, index: number): void {
  session.undo.beginStep();
  const made = session.run(addTouchpoint, { stageId, index });
  if (made.ok) putCaret(made.value.id);
}

/** Adds a stage at a place of a path and puts the caret into its name. */
export function addStageAt(session: JourneySession, subJourneyId: string | null, index: number): void {
  session.undo.beginStep();
  const made = session.run(addStage, { subJourneyId, index });
  if (made.ok) putCaret(made.value.id);
}

/** Moves a touchpoint one place along its path; the caret goes with it. */
export function moveTouchpointBy(session: JourneySession, path: PathView, id: string, by: 1 | -1): void {
  const place = placeBeside(path, id, by);
  if (!place) return;
  session.undo.beginStep();
  session.run(moveTouchpoint, { touchpointId: id, ...place });
  putCaret(id);
}

/** Moves a stage with everything in it one place along its path. */
export function moveStageBy(session: JourneySession, path: PathView, id: string, by: 1 | -1): void {
  const index = path.stages.findIndex((stage) => stage.id === id) + by;
  if (index < 0 || index >= path.stages.length) return;
  session.undo.beginStep();
  session.run(moveStage, { stageId: id, index });
  putCaret(id);
}

/** Deletes a touchpoint; the caret goes to the title before it. */
export function deleteTouchpointAt(session: JourneySession, path: PathView, id: string): void {
  const at = path.touchpointIds.indexOf(id);
  const stage = path.stages.find((one) => one.touchpointIds.includes(id));
  session.undo.beginStep();
  if (!session.run(deleteTouchpoint, { touchpointId: id }).ok) return;
  const before = path.touchpointIds[at - 1] ?? stage?.id;
  if (before) putCaret(before);
}

/** Deletes a stage with everything in it. */
export function deleteStageAt(session: JourneySession, path: PathView, stage: PathStage): void {
  const before = path.stages[path.stages.indexOf(stage) - 1];
  session.undo.beginStep();
  if (session.run(deleteStage, { stageId: stage.id }).ok && before) putCaret(before.id);
}
