// What can be done to a stage.
import { FEEDBACK_PHASES } from "../stage.ts";
import { orderAt } from "../order.ts";
import { readString, type Entity } from "../read/attributes.ts";
import { done } from "../result.ts";
import { command, type CommandContext } from "./command.ts";
import { assign, create, living, remove, siblings } from "./entity.ts";
import { id, index, nullable, oneOf, optional, patch, text } from "./field.ts";

function stageOrder(
  context: CommandContext,
  subJourneyId: string | null,
  at: number,
  without?: string,
): string {
  const belongs = (stage: Entity): boolean => readString(stage, "subJourneyId") === subJourneyId;
  return orderAt(
    siblings(context, "stages", belongs, (stage) => stage.get("order"), without),
    at,
  );
}

/** Adds a stage at a place of the main path or of a sub-journey; without an index, at the end. */
export const addStage = command(
  "addStage",
  {
    title: optional(text(500)),
    index: optional(index),
    subJourneyId: optional(nullable(id)),
    phase: optional(oneOf(FEEDBACK_PHASES)),
  },
  (context, args) => {
    const subJourneyId = args.subJourneyId ?? null;
    if (subJourneyId !== null) {
      const parent = living(context, "subJourneys", subJourneyId, "subJourneyId");
      if (!parent.ok) return parent;
    }
    const order = stageOrder(context, subJourneyId, args.index ?? Number.MAX_SAFE_INTEGER);
    return create(context, "stages", { title: args.title, order, subJourneyId, phase: args.phase });
  },
);

/** Moves a stage, with everything in it, among the stages of its path. */
export const moveStage = command("moveStage", { stageId: id, index }, (context, args) => {
  const stage = living(context, "stages", args.stageId, "stageId");
  if (!stage.ok) return stage;
  stage.value.set(
    "order",
    stageOrder(context, readString(stage.value, "subJourneyId"), args.index, args.stageId),
  );
  return done({ id: args.stageId });
});

/** Sets what is chosen of a stage rather than typed: the journey it leads to (RULES J29); null takes it away. */
export const setStage = command(
  "setStage",
  { stageId: id, set: patch({ leadsTo: optional(nullable(id)) }) },
  (context, args) => {
    const stage = living(context, "stages", args.stageId, "stageId");
    if (!stage.ok) return stage;
    assign(stage.value, args.set);
    return done({ id: args.stageId });
  },
);

/** Deletes a stage; its touchpoints go with it and come back with it. */
export const deleteStage = command("deleteStage", { stageId: id }, (context, args) =>
  remove(context, "stages", args.stageId, "stageId"),
);
