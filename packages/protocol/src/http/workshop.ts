import { INSIGHT_STATUSES } from "@polku/journey";
import { z } from "zod";
import { journeyId } from "./journeys.ts";
import { task } from "./tasks.ts";

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** What people do in a step: write for themselves, vote, listen, draw the curve they believe in, or work on the map. */
export const STEP_TOOLS = ["map", "write", "vote", "listen", "draw"] as const;

/** How something felt, −2 to 2. */
const valence = z.number().min(-2).max(2);

/**
 * One step of the agenda. `anonymous`: what is written or voted carries no names. `dots`: what each may give in a vote; `voteOn`: on the map's
 * touchpoints or on the notes revealed so far. `asksHuman`: the revealed notes are sorted into human or not. `asksFeeling`: a note says
 * how it felt too. `hear`: so many quotes of the map must be heard or read before one may draw; at 0 one draws what one believes.
 */
export const agendaStep = z.object({
  id,
  title: z.string().trim().min(1).max(160),
  instruction: z.string().trim().max(600).default(""),
  minutes: z.number().int().min(1).max(480),
  tool: z.enum(STEP_TOOLS),
  anonymous: z.boolean().default(true),
  dots: z.number().int().min(1).max(20).default(3),
  voteOn: z.enum(["touchpoints", "notes"]).default("touchpoints"),
  asksHuman: z.boolean().default(false),
  asksFeeling: z.boolean().default(false),
  hear: z.number().int().min(0).max(20).default(0),
});
export type AgendaStep = z.infer<typeof agendaStep>;

const agenda = z
  .array(agendaStep)
  .min(1)
  .max(40)
  .refine((steps) => new Set(steps.map((step) => step.id)).size === steps.length, "two steps have one id");

export const newWorkshop = z.object({ title: z.string().trim().min(1).max(160), steps: agenda });
export type NewWorkshop = z.input<typeof newWorkshop>;

/** The middle of what a window shows and how wide it is, px of map coordinates. */
const sight = z.object({
  x: z.number().finite(),
  y: z.number().finite(),
  width: z.number().positive().max(10_000_000),
});

/**
 * Where the facilitator brought everybody: who comes later lands there too. With `hold` nobody but who leads moves the map. `at` tells one
 * bringing from the next.
 */
export const broughtTo = sight.extend({ hold: z.boolean(), at: z.number() });
export type BroughtTo = z.infer<typeof broughtTo>;

/** Leads the room: one deed, or several at once. A new step sets its timer, stopped. */
export const workshopLead = z
  .object({
    stepId: id,
    steps: agenda,
    timer: z.enum(["start", "pause", "addMinute", "stop"]),
    /** `null` lets everybody go where they like. A new step does so too. */
    bring: sight.extend({ hold: z.boolean().default(false) }).nullable(),
  })
  .partial()
  .refine((asked) => Object.keys(asked).length > 0, "nothing is asked for");
export type WorkshopLead = z.input<typeof workshopLead>;

/** ms on the server's clock; `leftMs` of a timer that stands. */
export const workshopTimer = z.discriminatedUnion("state", [
  z.object({ state: z.literal("running"), endsAt: z.number() }),
  z.object({ state: z.literal("standing"), leftMs: z.number() }),
]);
export type WorkshopTimer = z.infer<typeof workshopTimer>;

/**
 * A revealed note. `by` is null where the step is anonymous; `isHuman` null until somebody has said. `v` is how it felt to whoever wrote it:
 * the team's own, never in a curve of the customers'.
 */
const note = z.object({
  id,
  stepId: id,
  text: z.string(),
  by: z.string().nullable(),
  isHuman: z.boolean().nullable(),
  v: valence.nullable(),
});
export type WorkshopNote = z.infer<typeof note>;

/** What is voted on: `touchpoint:ID` or `note:ID`. */
export const votedThing = z.string().regex(/^(touchpoint|note):[A-Za-z0-9_-]{1,64}$/);

/** A closed vote, most dots first; equal dots are ties and share a `rank`. `by` are the voters' names where the step is not anonymous. */
const tally = z.object({
  stepId: id,
  voters: z.number().int(),
  results: z.array(
    z.object({
      thing: votedThing,
      dots: z.number().int(),
      rank: z.number().int(),
      by: z.array(z.string()).nullable(),
    }),
  ),
});
export type WorkshopTally = z.infer<typeof tally>;

/**
 * What the team drew, revealed: by touchpoint how many drew it, their mean, its standard deviation (n − 1; null for one), and the lowest and
 * highest. Who drew what is kept nowhere.
 */
const drawnCurve = z.object({
  stepId: id,
  drawers: z.number().int(),
  points: z.array(
    z.object({
      touchpointId: id,
      n: z.number().int(),
      mean: z.number(),
      sd: z.number().nullable(),
      low: z.number(),
      high: z.number(),
    }),
  ),
});
export type DrawnCurve = z.infer<typeof drawnCurve>;

/** What may be known while nothing is revealed: numbers only. */
export const workshopCounts = z.object({
  writers: z.number().int(),
  drafts: z.number().int(),
  voters: z.number().int(),
  /** People who have drawn in this step, and people who have heard enough to. */
  drawers: z.number().int(),
  ready: z.number().int(),
});
export type WorkshopCounts = z.infer<typeof workshopCounts>;

export const workshopState = z.object({
  id,
  title: z.string(),
  startedAt: z.iso.datetime(),
  /** Grows whenever steps, notes or results change. */
  contents: z.number().int(),
  steps: z.array(agendaStep),
  stepId: id,
  timer: workshopTimer,
  brought: broughtTo.nullable(),
  counts: workshopCounts,
  notes: z.array(note),
  tallies: z.array(tally),
  curves: z.array(drawnCurve),
  /** The steps whose notes or curves are revealed. */
  revealed: z.array(id),
});
export type WorkshopState = z.infer<typeof workshopState>;

/** Only the asker's own. */
const own = z.object({
  drafts: z.array(z.object({ id, stepId: id, text: z.string(), v: valence.nullable() })),
  points: z.array(z.object({ stepId: id, touchpointId: id, v: valence })),
  heard: z.array(z.object({ stepId: id, quoteId: id })),
  dots: z.array(z.object({ stepId: id, thing: votedThing, dots: z.number().int() })),
});

/** `now` is the server's clock, ms since 1970. */
export const workshopView = z.object({
  now: z.number(),
  workshop: workshopState.nullable(),
  own,
  mayLead: z.boolean(),
  mayWrite: z.boolean(),
  mayVote: z.boolean(),
});
export type WorkshopView = z.infer<typeof workshopView>;

/** The author makes the id, so that a draft sent twice is one. */
export const draft = z.object({
  id,
  stepId: id,
  text: z.string().trim().min(1).max(1000),
  v: valence.nullable().default(null),
});
export type WorkshopDraft = z.output<typeof draft>;
export type NewWorkshopDraft = z.input<typeof draft>;
export const draftParams = z.object({ id: journeyId, draftId: id });

/** How many of the asker's dots lie on this thing from now on; 0 takes them back. */
export const ballot = z.object({
  stepId: id,
  thing: votedThing,
  dots: z.number().int().min(0).max(20),
});
export type WorkshopBallot = z.infer<typeof ballot>;

/** The asker's curve from now on: what is not named is not drawn. */
export const ownCurve = z.object({
  stepId: id,
  points: z
    .array(z.object({ touchpointId: id, v: valence }))
    .max(500)
    .refine(
      (points) => new Set(points.map((one) => one.touchpointId)).size === points.length,
      "two points stand at one moment",
    ),
});
export type OwnCurve = z.infer<typeof ownCurve>;

/** A quote of the map that the asker has heard or read to its end. */
export const heardQuote = z.object({ stepId: id, quoteId: id });
export type HeardQuote = z.infer<typeof heardQuote>;

export const stepChoice = z.object({ stepId: id });
export const noteParams = z.object({ id: journeyId, noteId: id });
export const noteChange = z.object({ isHuman: z.boolean().nullable() });

export const workshopParams = z.object({ id: journeyId, workshopId: id });

/** A session with a group, of the past or on now (`endedAt` null). */
const session = z.object({
  id,
  title: z.string(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});

/** Newest first. */
export const workshopList = z.object({ items: z.array(session.extend({ steps: z.number().int() })) });
export type WorkshopList = z.infer<typeof workshopList>;

/** How far an insight of the map had come when a session ended, and when it began; `told`: how many speakers heard of it meanwhile. */
const decision = z.object({
  id: z.string(),
  status: z.enum(INSIGHT_STATUSES),
  was: z.enum(INSIGHT_STATUSES).nullable(),
  told: z.number().int(),
});
export type WorkshopDecision = z.infer<typeof decision>;

/**
 * What came of a session: what was revealed, counted and agreed. `before` and `after` are the versions of the journey at its beginning and
 * its end, for whoever may read the history; else `null`.
 */
export const workshopSummary = session.extend({
  steps: z.array(agendaStep),
  notes: z.array(note),
  tallies: z.array(tally),
  curves: z.array(drawnCurve),
  tasks: z.array(task),
  /** Null when no version tells how the map stood when it began. */
  decisions: z.array(decision).nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type WorkshopSummary = z.infer<typeof workshopSummary>;
