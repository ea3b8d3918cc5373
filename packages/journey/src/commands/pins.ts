// What can be done with quotes on the map. The words never come here (RULES J9).
import { VALENCE } from "../emotionPoint.ts";
import { PIN_STATUSES, STANCES, VALENCE_SOURCES } from "../pin.ts";
import { readString, readStrings } from "../read/attributes.ts";
import { done } from "../result.ts";
import { entities } from "../schema.ts";
import { command, type CommandContext } from "./command.ts";
import { assign, create, living, remove } from "./entity.ts";
import { id, nullable, number, oneOf, optional, patch } from "./field.ts";

function pinOf(context: CommandContext, quoteId: string, touchpointId: string): string | null {
  for (const [pinId] of entities(context.doc, "pins")) {
    const pin = living(context, "pins", pinId, "pinId");
    if (
      pin.ok &&
      readString(pin.value, "quoteId") === quoteId &&
      readString(pin.value, "touchpointId") === touchpointId
    )
      return pinId;
  }
  return null;
}

/** Pins a quote to a touchpoint. Pinning it there again changes nothing: one sentence of one person counts once. */
export const pinQuote = command(
  "pinQuote",
  {
    quoteId: id,
    touchpointId: id,
    t: optional(nullable(number(0, 1))),
    v: optional(nullable(number(VALENCE.min, VALENCE.max))),
    vBy: optional(oneOf(VALENCE_SOURCES)),
    stance: optional(oneOf(STANCES)),
    status: optional(oneOf(PIN_STATUSES)),
  },
  (context, args) => {
    const touchpoint = living(context, "touchpoints", args.touchpointId, "touchpointId");
    if (!touchpoint.ok) return touchpoint;
    const known = pinOf(context, args.quoteId, args.touchpointId);
    if (known !== null) return done({ id: known });
    return create(context, "pins", { ...args, by: [context.by], at: context.now() });
  },
  "goes on",
);

/** Changes where a pin stands, its valence, its stance or its status; whoever confirms it is added to those who vouch for it. */
export const setPin = command(
  "setPin",
  {
    pinId: id,
    set: patch({
      touchpointId: optional(id),
      t: optional(nullable(number(0, 1))),
      v: optional(nullable(number(VALENCE.min, VALENCE.max))),
      vBy: optional(oneOf(VALENCE_SOURCES)),
      stance: optional(oneOf(STANCES)),
      status: optional(oneOf(PIN_STATUSES)),
    }),
  },
  (context, args) => {
    const pin = living(context, "pins", args.pinId, "pinId");
    if (!pin.ok) return pin;
    if (args.set.touchpointId !== undefined) {
      const touchpoint = living(context, "touchpoints", args.set.touchpointId, "set.touchpointId");
      if (!touchpoint.ok) return touchpoint;
    }
    const by = readStrings(pin.value, "by");
    const confirms = args.set.status === "confirmed" && !by.includes(context.by);
    assign(pin.value, confirms ? { ...args.set, by: [...by, context.by] } : args.set);
    return done({ id: args.pinId });
  },
  "goes on",
);

export const unpinQuote = command(
  "unpinQuote",
  { pinId: id },
  (context, args) => remove(context, "pins", args.pinId, "pinId"),
  "goes on",
);
