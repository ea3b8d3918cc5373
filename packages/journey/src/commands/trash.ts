import * as Y from "yjs";
import { compareOrder, readOrder } from "../order.ts";
import { isDeleted, readString } from "../read/attributes.ts";
import { TRASH_MAPS } from "../read/trash.ts";
import { done, refuse, type Result } from "../result.ts";
import { entities, findEntity } from "../schema.ts";
import { readTouchpoint } from "../touchpoint.ts";
import { command, type CommandContext, type Touched } from "./command.ts";
import { assign, living } from "./entity.ts";
import { id, oneOf } from "./field.ts";
import { touchpointOrder } from "./touchpoints.ts";

/** The first living stage of the main path. */
function firstStage(context: CommandContext): string | null {
  const stages = [...entities(context.doc, "stages")].flatMap(([stageId, stage]) =>
    stage instanceof Y.Map && !isDeleted(stage) && readString(stage, "subJourneyId") === null
      ? [{ id: stageId, order: readOrder(stage.get("order")) }]
      : [],
  );
  return stages.toSorted(compareOrder)[0]?.id ?? null;
}

/**
 * Takes something out of the trash, with everything in it. A touchpoint whose stage is gone too comes back at the end of the first stage;
 * a sub-journey whose touchpoint is gone comes back with that, and not before.
 */
export const restoreDeleted = command(
  "restoreDeleted",
  { map: oneOf(TRASH_MAPS), id },
  (context, args): Result<Touched> => {
    const entity = findEntity(context.doc, args.map, args.id);
    if (!entity || !isDeleted(entity)) return refuse("not_found", "id");
    if (args.map === "subJourneys") {
      const parent = living(context, "touchpoints", readString(entity, "parentTouchpointId") ?? "", "parent");
      if (!parent.ok) return parent;
    }
    if (args.map === "touchpoints") {
      const { stageId } = readTouchpoint(args.id, entity);
      const stage = findEntity(context.doc, "stages", stageId);
      if (!stage || isDeleted(stage)) {
        const first = firstStage(context);
        if (first === null) return refuse("not_found", "stage");
        const order = touchpointOrder(context, first, Number.MAX_SAFE_INTEGER);
        assign(entity, { at: [first, order], stageId: null, order: null });
      }
    }
    entity.delete("deleted");
    return done({ id: args.id });
  },
);
