// What can be done with the journeys inside a touchpoint.
import { LANGUAGES } from "../meta.ts";
import { ordersAfter } from "../order.ts";
import { done } from "../result.ts";
import { SUB_JOURNEY_KINDS, type SubJourneyKind } from "../subJourney.ts";
import { SUB_JOURNEY_TEMPLATES } from "../templates/subJourneys.ts";
import { command, type CommandContext } from "./command.ts";
import { create, living, remove } from "./entity.ts";
import { id, oneOf, optional } from "./field.ts";

/** The stages of the kind's template, and the touchpoints that each begins with (method A10). */
function fillFromTemplate(
  context: CommandContext,
  subJourneyId: string,
  kind: SubJourneyKind,
  lang: (typeof LANGUAGES)[number],
): void {
  const { steps } = SUB_JOURNEY_TEMPLATES[kind];
  const orders = ordersAfter(null, steps.length);
  for (const [i, step] of steps.entries()) {
    const stage = create(context, "stages", {
      title: step.title[lang],
      goal: step.question[lang],
      order: orders[i],
      subJourneyId,
      phase: step.phase,
    });
    if (!stage.ok || !step.touchpoint) continue;
    create(context, "touchpoints", {
      title: step.touchpoint[lang],
      note: "",
      at: [stage.value.id, "a0"],
      ...step.contact,
    });
  }
}

/**
 * Opens a sub-journey under a touchpoint, of the main path or of another sub-journey, filled from the template of its kind. The stages
 * "is told" and "service changes" stay empty: a loop is closed by something the customer really hears, never by a template.
 */
export const openFeedback = command(
  "openFeedback",
  { touchpointId: id, kind: optional(oneOf(SUB_JOURNEY_KINDS)), lang: optional(oneOf(LANGUAGES)) },
  (context, args) => {
    const touchpoint = living(context, "touchpoints", args.touchpointId, "touchpointId");
    if (!touchpoint.ok) return touchpoint;
    const lang = args.lang ?? "en";
    const kind = args.kind ?? "feedback";
    const made = create(context, "subJourneys", {
      parentTouchpointId: args.touchpointId,
      kind,
      title: SUB_JOURNEY_TEMPLATES[kind].title[lang],
    });
    if (!made.ok) return made;
    fillFromTemplate(context, made.value.id, kind, lang);
    return done(made.value);
  },
);

export const deleteSubJourney = command("deleteSubJourney", { subJourneyId: id }, (context, args) =>
  remove(context, "subJourneys", args.subJourneyId, "subJourneyId"),
);
