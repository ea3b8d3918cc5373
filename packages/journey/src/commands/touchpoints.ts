// What can be done to a touchpoint.
import { VALENCE } from "../emotionPoint.ts";
import { orderAt } from "../order.ts";
import {
  CHANNELS,
  CONTACT_KINDS,
  INITIATORS,
  LINK_LIMIT,
  readTouchpoint,
  STAGE_SIDES,
} from "../touchpoint.ts";
import { FEEDBACK_PHASES } from "../stage.ts";
import { usualContact } from "../templates/feedback.ts";
import { readMaybeOneOf, readRecord, type Entity } from "../read/attributes.ts";
import { done } from "../result.ts";
import { command, type CommandContext } from "./command.ts";
import { assign, create, living, remove, siblings } from "./entity.ts";
import {
  flag,
  id,
  index,
  type Args,
  listOf,
  nullable,
  number,
  oneOf,
  optional,
  patch,
  record,
  text,
  webAddress,
  type Fields,
} from "./field.ts";

/** The order key of a place in a stage. */
export function touchpointOrder(
  context: CommandContext,
  stageId: string,
  at: number,
  without?: string,
): string {
  const place = (touchpoint: Entity) => readTouchpoint("", touchpoint);
  const belongs = (touchpoint: Entity): boolean => place(touchpoint).stageId === stageId;
  return orderAt(
    siblings(context, "touchpoints", belongs, (one) => place(one).order, without),
    at,
  );
}

const valence = nullable(number(VALENCE.min, VALENCE.max));
const oneToFive = nullable(number(1, 5));

/** Every attribute of a touchpoint that is set rather than typed; null empties it. */
export const TOUCHPOINT_FIELDS = {
  channel: optional(oneOf(CHANNELS)),
  contactKind: optional(oneOf(CONTACT_KINDS)),
  official: optional(flag),
  initiator: optional(oneOf(INITIATORS)),
  stageSide: optional(oneOf(STAGE_SIDES)),
  mot: optional(flag),
  motReason: optional(nullable(text(2_000))),
  expectation: optional(
    patch({
      desired: optional(valence),
      adequate: optional(valence),
      formedBy: optional(nullable(text(500))),
    }),
  ),
  effort: optional(patch({ customer: optional(oneToFive), company: optional(oneToFive) })),
  arc: optional(oneToFive),
  startsAt: optional(nullable(text(40))),
  waitMinutes: optional(nullable(number(0, 1e7))),
  wanted: optional(nullable(oneOf(CONTACT_KINDS))),
  wantedChannel: optional(nullable(oneOf(CHANNELS))),
  namedPerson: optional(flag),
  solved: optional(nullable(flag)),
  leaveRisk: optional(flag),
  personaIds: optional(listOf(id, 100)),
  links: optional(listOf(record({ url: webAddress, title: optional(text(200)) }), LINK_LIMIT)),
  owner: optional(nullable(text(200))),
  leadsTo: optional(nullable(id)),
} satisfies Fields;

/** Adds a touchpoint to a stage; without an index, at its end. */
export const addTouchpoint = command(
  "addTouchpoint",
  {
    stageId: id,
    index: optional(index),
    title: optional(text(500)),
    channel: TOUCHPOINT_FIELDS.channel,
    contactKind: TOUCHPOINT_FIELDS.contactKind,
  },
  (context, args) => {
    const stage = living(context, "stages", args.stageId, "stageId");
    if (!stage.ok) return stage;
    const order = touchpointOrder(context, args.stageId, args.index ?? Number.MAX_SAFE_INTEGER);
    const usual = usualContact(readMaybeOneOf(stage.value, "phase", FEEDBACK_PHASES));
    return create(context, "touchpoints", {
      title: args.title,
      note: "",
      at: [args.stageId, order],
      channel: args.channel ?? usual?.channel,
      contactKind: args.contactKind ?? usual?.contactKind,
    });
  },
);

/** Moves a touchpoint to a place in the same or another stage: one key, so that a concurrent edit of anything else in it is kept. */
export const moveTouchpoint = command(
  "moveTouchpoint",
  { touchpointId: id, stageId: id, index },
  (context, args) => {
    const touchpoint = living(context, "touchpoints", args.touchpointId, "touchpointId");
    if (!touchpoint.ok) return touchpoint;
    const stage = living(context, "stages", args.stageId, "stageId");
    if (!stage.ok) return stage;
    const order = touchpointOrder(context, args.stageId, args.index, args.touchpointId);
    assign(touchpoint.value, { at: [args.stageId, order], stageId: null, order: null });
    return done({ id: args.touchpointId });
  },
);

/** A grouped attribute keeps its other members; emptied members are dropped. */
function merged(
  touchpoint: Entity,
  key: string,
  part: Readonly<Record<string, unknown>> | undefined,
): unknown {
  if (!part) return undefined;
  const whole = Object.entries({ ...readRecord(touchpoint, key), ...part });
  const kept = whole.filter(([, value]) => value !== null && value !== undefined);
  return kept.length > 0 ? Object.fromEntries(kept) : null;
}

type Attributes = Args<typeof TOUCHPOINT_FIELDS>;

export function setAttributes(touchpoint: Entity, { expectation, effort, ...plain }: Attributes): void {
  assign(touchpoint, {
    ...plain,
    expectation: merged(touchpoint, "expectation", expectation),
    effort: merged(touchpoint, "effort", effort),
  });
}

/** Sets attributes of a touchpoint. */
export const setTouchpoint = command(
  "setTouchpoint",
  { touchpointId: id, set: patch(TOUCHPOINT_FIELDS) },
  (context, args) => {
    const touchpoint = living(context, "touchpoints", args.touchpointId, "touchpointId");
    if (!touchpoint.ok) return touchpoint;
    setAttributes(touchpoint.value, args.set);
    return done({ id: args.touchpointId });
  },
);

/** Sets the same attributes of many touchpoints; one that somebody deleted in this instant is passed over. */
export const setTouchpoints = command(
  "setTouchpoints",
  { touchpointIds: listOf(id), set: patch(TOUCHPOINT_FIELDS) },
  (context, args) => {
    for (const touchpointId of args.touchpointIds) {
      const touchpoint = living(context, "touchpoints", touchpointId, "touchpointIds");
      if (touchpoint.ok) setAttributes(touchpoint.value, args.set);
    }
    return done({ id: args.touchpointIds[0] ?? "" });
  },
);

export const deleteTouchpoint = command("deleteTouchpoint", { touchpointId: id }, (context, args) =>
  remove(context, "touchpoints", args.touchpointId, "touchpointId"),
);
