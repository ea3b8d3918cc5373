import { refuse, type Result } from "../result.ts";
import { runUntrusted, type Command, type CommandContext, type Touched } from "./command.ts";
import { mergeTouchpoints, splitTouchpoint } from "./columns.ts";
import { editCell } from "./editCell.ts";
import { editText } from "./editText.ts";
import { addEmotionPoint, bendEmotion, deleteEmotionPoint } from "./emotion.ts";
import { changeExpectation, deletePastExpectation, setPastExpectation } from "./expectations.ts";
import type { Fields } from "./field.ts";
import { addInsight, deleteInsight, setInsight, tellBack } from "./insights.ts";
import { addLane, addLaneTemplate, deleteLane, moveLane, setLane } from "./lanes.ts";
import { addLoop, deleteLoop } from "./loops.ts";
import { deleteThings, moveTouchpoints } from "./many.ts";
import { pasteClip } from "./pasteClip.ts";
import { pasteTable } from "./pasteTable.ts";
import { addPersona, deletePersona, setPersona, takePersona } from "./personas.ts";
import { pinQuote, setPin, unpinQuote } from "./pins.ts";
import { addPromise, deletePromise, setPromise } from "./promises.ts";
import { pasteShapes } from "./pasteShapes.ts";
import { replaceWords } from "./replaceWords.ts";
import { deleteView, saveView } from "./savedViews.ts";
import { setJourney } from "./setJourney.ts";
import { setLock } from "./setLock.ts";
import { addShape, bendArrow, moveShapes, placeShapes, setShapes, stackShapes } from "./shapes.ts";
import { addStage, deleteStage, moveStage, setStage } from "./stages.ts";
import { deleteSubJourney, openFeedback } from "./subJourneys.ts";
import { restoreDeleted } from "./trash.ts";
import {
  addTouchpoint,
  deleteTouchpoint,
  moveTouchpoint,
  setTouchpoint,
  setTouchpoints,
} from "./touchpoints.ts";

/** A command whose arguments come from outside and are read before they are believed. */
type UntrustedCommand = (context: CommandContext, args: unknown) => Result<Touched>;

function untrusted<F extends Fields>(one: Command<F>): [string, UntrustedCommand] {
  return [one.name, (context, args) => runUntrusted(one, context, args)];
}

const registry: ReadonlyMap<string, UntrustedCommand> = new Map([
  untrusted(editText),
  untrusted(editCell),
  untrusted(addStage),
  untrusted(moveStage),
  untrusted(setStage),
  untrusted(deleteStage),
  untrusted(addLane),
  untrusted(moveLane),
  untrusted(setLane),
  untrusted(deleteLane),
  untrusted(addLaneTemplate),
  untrusted(addTouchpoint),
  untrusted(moveTouchpoint),
  untrusted(setTouchpoint),
  untrusted(setTouchpoints),
  untrusted(deleteTouchpoint),
  untrusted(splitTouchpoint),
  untrusted(mergeTouchpoints),
  untrusted(moveTouchpoints),
  untrusted(deleteThings),
  untrusted(restoreDeleted),
  untrusted(pasteClip),
  untrusted(pasteTable),
  untrusted(replaceWords),
  untrusted(setJourney),
  untrusted(setLock),
  untrusted(saveView),
  untrusted(deleteView),
  untrusted(addEmotionPoint),
  untrusted(bendEmotion),
  untrusted(deleteEmotionPoint),
  untrusted(changeExpectation),
  untrusted(setPastExpectation),
  untrusted(deletePastExpectation),
  untrusted(pinQuote),
  untrusted(setPin),
  untrusted(unpinQuote),
  untrusted(openFeedback),
  untrusted(deleteSubJourney),
  untrusted(addPersona),
  untrusted(setPersona),
  untrusted(takePersona),
  untrusted(deletePersona),
  untrusted(addPromise),
  untrusted(setPromise),
  untrusted(deletePromise),
  untrusted(addLoop),
  untrusted(deleteLoop),
  untrusted(addInsight),
  untrusted(setInsight),
  untrusted(tellBack),
  untrusted(deleteInsight),
  untrusted(addShape),
  untrusted(setShapes),
  untrusted(placeShapes),
  untrusted(moveShapes),
  untrusted(bendArrow),
  untrusted(stackShapes),
  untrusted(pasteShapes),
]);

/** The names of all commands, as `POST /api/v1/journeys/{id}/commands` takes them. */
export const COMMAND_NAMES: readonly string[] = [...registry.keys()];

/** Carries out a command named from outside: unknown names and unreadable arguments are refused and change nothing. */
export function applyCommand(context: CommandContext, name: string, args: unknown): Result<Touched> {
  const found = registry.get(name);
  return found ? found(context, args) : refuse("unknown_command", name.slice(0, 100), COMMAND_NAMES);
}
