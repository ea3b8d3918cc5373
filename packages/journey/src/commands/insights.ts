// What can be done with what the team made of what customers said.
import { INSIGHT_LEVELS, INSIGHT_STATUSES, readInsight } from "../insight.ts";
import { done } from "../result.ts";
import { command } from "./command.ts";
import { assign, create, living, remove } from "./entity.ts";
import { flag, id, listOf, nullable, oneOf, optional, patch, text } from "./field.ts";

const ids = optional(listOf(id, 500));

export const addInsight = command(
  "addInsight",
  {
    title: optional(text(500)),
    level: optional(oneOf(INSIGHT_LEVELS)),
    touchpointIds: ids,
    quoteIds: ids,
  },
  (context, args) => create(context, "insights", { ...args, title: args.title ?? "", status: "open" }),
);

export const setInsight = command(
  "setInsight",
  {
    insightId: id,
    set: patch({
      level: optional(oneOf(INSIGHT_LEVELS)),
      status: optional(oneOf(INSIGHT_STATUSES)),
      owner: optional(nullable(text(200))),
      touchpointIds: ids,
      quoteIds: ids,
    }),
  },
  (context, args) => {
    const insight = living(context, "insights", args.insightId, "insightId");
    if (!insight.ok) return insight;
    assign(insight.value, args.set);
    return done({ id: args.insightId });
  },
);

/** Writes down that the speaker of a quote was told what came of it, and when; or that this was not so after all. */
export const tellBack = command(
  "tellBack",
  { insightId: id, quoteId: id, told: flag },
  (context, { insightId, quoteId, told }) => {
    const insight = living(context, "insights", insightId, "insightId");
    if (!insight.ok) return insight;
    const { toldQuoteIds, toldAt } = readInsight(insightId, insight.value);
    const others = toldQuoteIds.filter((one) => one !== quoteId);
    const times = Object.entries(toldAt).filter(([one]) => others.includes(one));
    assign(insight.value, {
      toldQuoteIds: told ? [...others, quoteId] : others,
      toldAt: Object.fromEntries(told ? [...times, [quoteId, toldAt[quoteId] ?? context.now()]] : times),
    });
    return done({ id: insightId });
  },
);

export const deleteInsight = command("deleteInsight", { insightId: id }, (context, args) =>
  remove(context, "insights", args.insightId, "insightId"),
);
