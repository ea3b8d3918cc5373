import { CHANNELS, FEEDBACK_PHASES, JOURNEY_FORMAT, LANE_KINDS, ordersAfter } from "@polku/journey";
import type { ContactKind, JourneyFile, LaneKind, Language } from "@polku/journey";
import type { DemoFile, DemoStage, DemoTouchpoint } from "./demoFormat.ts";

type Attributes = Record<string, unknown>;

/** What a demo file leaves open, decided by who reads it. */
export interface DemoReading {
  readonly lang: Language;
  /** The library's id for a quote of the file. */
  readonly quoteId: (demoQuoteId: string) => string;
}

/**
 * The demo format as a journey file in one language (mapping: method, "Reading the demo format"). It
 * places what is written and computes nothing; the customers' words stay out, a pin names its quote.
 */
export function demoJourneyFile(demo: DemoFile, reading: DemoReading): JourneyFile {
  const { lang } = reading;
  const lanes = demoLanes(demo, lang);
  const touchpoints = [demo.journey, ...demo.subJourneys].flatMap((path) => path.touchpoints);
  return {
    format: JOURNEY_FORMAT,
    formatVersion: 1,
    meta: {
      title: demo.journey.title[lang],
      scope: demo.journey.scope?.[lang] ?? "",
      kind: "experience",
      state: demo.journey.state === "to-be" ? "future" : "current",
      lang,
      sample: demo.sample,
      ...(demo.notice ? { notice: demo.notice[lang] } : {}),
    },
    stages: [
      ...demoStages(demo.journey.stages, lang, null),
      ...demo.subJourneys.flatMap(({ id, stages }) => demoStages(stages, lang, id)),
    ],
    lanes,
    touchpoints: [demo.journey, ...demo.subJourneys].flatMap((path) =>
      demoTouchpoints(path.touchpoints, lang),
    ),
    cells: touchpoints.flatMap((one) => demoCells(one, lanes, lang)),
    emotionPoints: touchpoints.flatMap(demoPoint),
    subJourneys: demo.subJourneys.map((sub) => ({
      id: sub.id,
      parentTouchpointId: sub.parentTouchpointId,
      kind: sub.kind,
      title: sub.title[lang],
    })),
    personas: demoPersonas(demo, reading),
    pins: demoPins(demo, reading),
    promises: demo.promises.map(({ id, madeAt, text, ...rest }) =>
      written({ id, touchpointId: madeAt, text: text[lang], ...rest }),
    ),
    loops: demo.loops.map(({ id, fromTouchpointId, toTouchpointId, label }) => ({
      id,
      from: fromTouchpointId,
      to: toTouchpointId,
      title: label[lang],
    })),
    insights: demoInsights(demo, reading),
    shapes: [],
    savedViews: [],
    pastExpectations: [],
  };
}

/** Without what is not said: the document's readers have defaults. */
function written(attributes: Attributes): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).filter(([, value]) => value !== null && value !== undefined),
  );
}

const LANES: Readonly<Record<string, LaneKind>> = {
  doing: "customer_action",
  thinking: "thinking",
  expectation: "expectation",
  emotion: "emotion",
  quotes: "evidence",
  frontstage: "frontstage",
  backstage: "backstage",
  systems: "system",
  pain: "pain",
  opportunity: "opportunity",
};

/** The file's lanes with the two it takes for granted: the touchpoints themselves, and the line of visibility. */
function demoLanes(demo: DemoFile, lang: Language): Attributes[] {
  const named: Attributes[] = demo.lanes.map(({ id, label }) => ({
    id,
    kind: LANES[id] ?? LANE_KINDS.find((kind) => kind === id) ?? "custom",
    title: label[lang],
  }));
  const seen = named.findIndex(({ kind }) => kind === "frontstage");
  const line: Attributes = { id: "line-of-visibility", kind: "line_of_visibility", title: "" };
  if (seen >= 0) named.splice(seen + 1, 0, line);
  const all: Attributes[] = [{ id: "touchpoints", kind: "touchpoint", title: "" }, ...named];
  const orders = ordersAfter(null, all.length);
  return all.map((lane, i) => ({ ...lane, order: orders[i] }));
}

function demoStages(stages: readonly DemoStage[], lang: Language, sub: string | null): Attributes[] {
  const orders = ordersAfter(null, stages.length);
  return stages.map(({ id, title, phase }, i) =>
    written({ id, title: title[lang], order: orders[i], subJourneyId: sub, phase: phaseOf(phase) }),
  );
}

function phaseOf(phase: string | undefined): string | undefined {
  return phase === "close" ? "told" : FEEDBACK_PHASES.find((known) => known === phase);
}

const CHANNEL_NAMES: Readonly<Record<string, string>> = {
  "face-to-face": "face_to_face",
  "word-of-mouth": "word_of_mouth",
};

function channelOf(channel: string): string {
  const name = CHANNEL_NAMES[channel] ?? channel;
  return CHANNELS.find((known) => known === name) ?? "other";
}

const CONTACTS: Readonly<Record<DemoTouchpoint["agent"], ContactKind | undefined>> = {
  human: "human",
  bot: "bot",
  digital: "self_service",
  mixed: undefined,
};

function demoTouchpoints(touchpoints: readonly DemoTouchpoint[], lang: Language): Attributes[] {
  const orders = ordersAfter(null, touchpoints.length);
  return touchpoints.map((one, i) =>
    written({
      id: one.id,
      at: [one.stageId, orders[i]],
      title: one.title[lang],
      note: one.description?.[lang] ?? "",
      channel: channelOf(one.channel),
      // Silence is a touchpoint too, but no contact: nobody is told anything by it, and it closes no loop.
      contactKind: one.channel === "none" ? "none" : CONTACTS[one.agent],
      official: one.official,
      namedPerson: one.namedPerson,
      personaIds: one.personaIds,
      wanted: one.wanted ? CONTACTS[one.wanted] : undefined,
      startsAt: one.timing?.startAt,
      waitMinutes: waitMinutes(one),
      effort: one.effort ? written(one.effort) : undefined,
      expectation: one.expectation
        ? written({ desired: one.expectation.valence, formedBy: formedBy(one.expectation.origin, lang) })
        : undefined,
      solved: one.solved,
      leaveRisk: one.leaveRisk,
    }),
  );
}

/** What the file names in one word, as people say it. */
const FORMED_BY: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  habit: { en: "habit", fi: "tottumus" },
  hope: { en: "hope", fi: "toivo" },
  trust: { en: "trust", fi: "luottamus" },
  "earlier-experience": { en: "what happened before", fi: "aiempi kokemus" },
  "company-promise": { en: "what the company promised", fi: "yrityksen oma lupaus" },
  "other-company": { en: "how another company does it", fi: "se, miten toinen yritys hoitaa asian" },
};

function formedBy(origin: string | null | undefined, lang: Language): string | undefined {
  return origin == null ? undefined : (FORMED_BY[origin]?.[lang] ?? origin);
}

/** How long the customer waits for a person there: as told, or all of a silence's duration. */
function waitMinutes(one: DemoTouchpoint): number | undefined {
  if (one.wayToHuman?.minutes !== undefined) return one.wayToHuman.minutes;
  return one.humanAbsent ? minutesOf(one.timing?.duration) : undefined;
}

function minutesOf(duration: string | null | undefined): number | undefined {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration ?? "");
  if (parts === null) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((n) => Number(n ?? 0));
  return Math.round(days * 1440 + hours * 60 + minutes + seconds / 60);
}

function demoCells(one: DemoTouchpoint, lanes: readonly Attributes[], lang: Language): Attributes[] {
  const texts = { ...one.lanes, expectation: one.expectation?.text ?? undefined };
  return lanes.flatMap(({ id: laneId }) => {
    const text = Object.entries(texts).find(([key]) => key === laneId)?.[1];
    return text === undefined || text === null
      ? []
      : [{ id: `${one.id}.${String(laneId)}`, laneId, touchpointId: one.id, text: text[lang] }];
  });
}

function demoPoint(one: DemoTouchpoint): Attributes[] {
  const v = one.emotion?.assumedByTeam;
  return v === null || v === undefined
    ? []
    : [{ id: `${one.id}.felt`, touchpointId: one.id, point: [0.5, v] }];
}

function demoPersonas(demo: DemoFile, { lang, quoteId }: DemoReading): Attributes[] {
  return demo.personas.map((one) =>
    written({
      id: one.id,
      name: one.name,
      kind: "persona",
      role: one.role?.[lang],
      age: one.age,
      goals: one.goal?.[lang] ?? "",
      needs: one.needs.map((need) => need[lang]),
      basis: one.grounding ? "research" : "assumption",
      basedOn: one.grounding?.[lang],
      quoteId: one.quoteId ? quoteId(one.quoteId) : undefined,
    }),
  );
}

const MOMENTS = { before: 0.1, during: 0.5, after: 0.9 } as const;

function demoPins(demo: DemoFile, { quoteId }: DemoReading): Attributes[] {
  return demo.quotes.map((quote) =>
    written({
      id: `pin.${quote.id}`,
      quoteId: quoteId(quote.id),
      touchpointId: quote.touchpointId,
      t: MOMENTS[quote.when ?? "during"],
      v: quote.valence,
      vBy: "human",
      stance: "supports",
      status: "confirmed",
      by: ["sample"],
    }),
  );
}

function demoInsights(demo: DemoFile, { lang, quoteId }: DemoReading): Attributes[] {
  const opportunities = demo.opportunities.map((one) =>
    written({
      id: one.id,
      title: one.title[lang],
      level: "opportunity",
      status: one.status === "done" ? (one.told.length > 0 ? "told_customers" : "shipped") : "decided",
      owner: one.owner,
      touchpointIds: one.touchpoints,
      quoteIds: one.quotes.map(quoteId),
      toldQuoteIds: one.told.map(quoteId),
    }),
  );
  const observations = demo.contradictions.map(({ id, saidQuoteId, didQuoteId, note }) => ({
    id,
    title: note[lang],
    level: "observation",
    status: "open",
    quoteIds: [quoteId(saidQuoteId), quoteId(didQuoteId)],
  }));
  return [...opportunities, ...observations];
}
