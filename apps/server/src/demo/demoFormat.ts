import { z } from "zod";

/** Text in both languages; the reader gets theirs. */
const both = z.object({ en: z.string(), fi: z.string() });
const id = z.string().regex(/^[\w.:-]{1,100}$/);
const valence = z.number().min(-2).max(2);
const effort = z.number().min(1).max(5);
const agent = z.enum(["human", "bot", "digital", "mixed"]);
const stage = z.object({ id, title: both, phase: z.string().optional() });

const touchpoint = z.object({
  id,
  stageId: id,
  title: both,
  description: both.nullish(),
  channel: z.string(),
  agent,
  official: z.boolean(),
  namedPerson: z.boolean().default(false),
  personaIds: z.array(id).default([]),
  wanted: agent.nullish(),
  timing: z.object({ startAt: z.string().nullish(), duration: z.string().nullish() }).nullish(),
  effort: z.object({ customer: effort.nullish(), company: effort.nullish() }).nullish(),
  expectation: z
    .object({ valence: valence.nullish(), text: both.nullish(), origin: z.string().nullish() })
    .nullish(),
  emotion: z.object({ assumedByTeam: valence.nullish() }).nullish(),
  lanes: z.record(z.string(), both.nullable()).nullish(),
  wayToHuman: z
    .object({ exists: z.boolean(), steps: z.number().optional(), minutes: z.number().optional() })
    .nullish(),
  solved: z.boolean().nullish(),
  leaveRisk: z.boolean().default(false),
  humanAbsent: z.boolean().default(false),
});

const persona = z.object({
  id,
  name: z.string(),
  role: both.nullish(),
  age: z.number().nullish(),
  goal: both.nullish(),
  needs: z.array(both).default([]),
  quoteId: id.nullish(),
  grounding: both.nullish(),
});

const source = z.object({
  id,
  kind: z.string(),
  mode: z.enum(["asked", "unprompted", "observed"]),
  title: both,
  period: z.object({ start: z.string(), end: z.string() }).nullish(),
  durationSec: z.number().nullish(),
  population: z.number().nullish(),
  included: z.number().nullish(),
  note: both.nullish(),
});

const quote = z.object({
  id,
  touchpointId: id,
  sourceId: id,
  date: z.string().nullish(),
  valence: valence.nullish(),
  themes: z.array(id).default([]),
  text: both,
  speaker: z.string(),
  voice: z.enum(["customer", "employee"]),
  personaId: id.nullish(),
  when: z.enum(["before", "during", "after"]).nullish(),
  stance: z.enum(["says", "did", "felt"]).nullish(),
  clip: z.object({ sourceId: id, startSec: z.number(), endSec: z.number() }).nullish(),
});

const transcript = z.object({
  id,
  sourceId: id,
  title: both,
  segments: z.array(z.object({ startSec: z.number(), endSec: z.number(), speaker: z.string(), text: both })),
});

/** The demo format, as far as Polku reads it (`docs/decisions` tells what has no place yet). */
export const demoFormat = z.object({
  format: z.literal("polku-demo-journey"),
  formatVersion: z.literal(1),
  sample: z.boolean(),
  notice: both.nullish(),
  personas: z.array(persona).default([]),
  themes: z.array(z.object({ id, label: both })).default([]),
  sources: z.array(source).default([]),
  lanes: z.array(z.object({ id, kind: z.string(), label: both })).default([]),
  journey: z.object({
    id,
    state: z.string(),
    title: both,
    scope: both.nullish(),
    stages: z.array(stage),
    touchpoints: z.array(touchpoint),
  }),
  subJourneys: z
    .array(
      z.object({
        id,
        parentTouchpointId: id,
        kind: z.string(),
        title: both,
        stages: z.array(stage),
        touchpoints: z.array(touchpoint),
      }),
    )
    .default([]),
  quotes: z.array(quote).default([]),
  transcripts: z.array(transcript).default([]),
  promises: z
    .array(
      z.object({
        id,
        madeAt: id,
        dueAt: z.string().nullish(),
        keptAt: z.string().nullish(),
        status: z.enum(["open", "kept", "broken"]),
        noticedAt: id.nullish(),
        text: both,
      }),
    )
    .default([]),
  contradictions: z.array(z.object({ id, saidQuoteId: id, didQuoteId: id, note: both })).default([]),
  loops: z.array(z.object({ id, fromTouchpointId: id, toTouchpointId: id, label: both })).default([]),
  opportunities: z
    .array(
      z.object({
        id,
        title: both,
        touchpoints: z.array(id),
        quotes: z.array(id),
        owner: z.string().nullish(),
        status: z.enum(["planned", "doing", "done"]),
        told: z.array(id).default([]),
      }),
    )
    .default([]),
});

export type DemoFile = z.infer<typeof demoFormat>;
export type DemoTouchpoint = z.infer<typeof touchpoint>;
export type DemoStage = z.infer<typeof stage>;
export type DemoQuote = z.infer<typeof quote>;
export type DemoSource = z.infer<typeof source>;
export type BothLanguages = z.infer<typeof both>;
