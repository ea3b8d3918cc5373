// What can be done with the journeys inside a touchpoint.
import { LANGUAGES } from "../meta.ts";
import { ordersAfter } from "../order.ts";
import { done } from "../result.ts";
import { SUB_JOURNEY_KINDS } from "../subJourney.ts";
import { FEEDBACK_TEMPLATE, FEEDBACK_TITLE } from "../templates/feedback.ts";
import { command, type CommandContext } from "./command.ts";
import { create, living, remove } from "./entity.ts";
import { id, oneOf, optional } from "./field.ts";

/** The stages of the template and the touchpoints that every feedback journey begins with (method A10). */
function fillFromTemplate(
  context: CommandContext,
  subJourneyId: string,
  lang: (typeof LANGUAGES)[number],
): void {
  const orders = ordersAfter(null, FEEDBACK_TEMPLATE.length);
  for (const [i, step] of FEEDBACK_TEMPLATE.entries()) {
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
 * Opens a sub-journey under a touchpoint, filled from the feedback template. The stages "is told" and "service changes" stay empty: a
 * loop is closed by something the customer really hears, never by a template.
 */
export const openFeedback = command(
  "openFeedback",
  { touchpointId: id, kind: optional(oneOf(SUB_JOURNEY_KINDS)), lang: optional(oneOf(LANGUAGES)) },
  (context, args) => {
    const touchpoint = living(context, "touchpoints", args.touchpointId, "touchpointId");
    if (!touchpoint.ok) return touchpoint;
    const lang = args.lang ?? "en";
    const made = create(context, "subJourneys", {
      parentTouchpointId: args.touchpointId,
      kind: args.kind ?? "feedback",
      title: FEEDBACK_TITLE[lang],
    });
    if (!made.ok) return made;
    fillFromTemplate(context, made.value.id, lang);
    return done(made.value);
  },
);

export const deleteSubJourney = command("deleteSubJourney", { subJourneyId: id }, (context, args) =>
  remove(context, "subJourneys", args.subJourneyId, "subJourneyId"),
);
