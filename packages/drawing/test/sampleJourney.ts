import { createJourneyDoc, importJourney, JOURNEY_FORMAT, ordersAfter, readJourney } from "@polku/journey";
import type { EvidenceLink, JourneyView } from "@polku/journey";
import type { Words } from "../src/words.ts";

type Attributes = Record<string, unknown>;

const LANES = ["touchpoint", "customer_action", "emotion", "evidence", "line_of_visibility", "backstage"];

/** A journey of `stages` × `perStage` touchpoints, each drawn and named; the second stage stays empty when asked. */
export function sampleJourney(
  stages: number,
  perStage: number,
  changes: Record<string, Attributes[]> = {},
): JourneyView {
  const stageOrders = ordersAfter(null, stages);
  const orders = ordersAfter(null, perStage);
  const touchpoints = Array.from({ length: stages }, (_, s) =>
    Array.from({ length: perStage }, (_, t) => ({
      id: `t${s}-${t}`,
      at: [`s${s}`, orders[t]],
      title: `Hetki ${s}.${t}`,
      note: "",
    })),
  ).flat();
  const doc = createJourneyDoc();
  const laneOrders = ordersAfter(null, LANES.length);
  const made = importJourney(
    { doc, origin: null, by: "ana", newId: () => "new", now: () => "2026-11-22T00:00:00Z" },
    {
      format: JOURNEY_FORMAT,
      formatVersion: 1,
      meta: { title: "Yhteyteni pätkii", scope: "", lang: "fi" },
      stages: [
        ...stageOrders.map((order, s) => ({ id: `s${s}`, title: `Vaihe ${s}`, order })),
        ...(changes.stages ?? []),
      ],
      lanes: LANES.map((kind, i) => ({ id: kind, kind, title: "", order: laneOrders[i] })),
      touchpoints: [...touchpoints, ...(changes.touchpoints ?? [])],
      cells: changes.cells ?? [],
      emotionPoints: touchpoints.map(({ id }, i) => ({
        id: `p${id}`,
        touchpointId: id,
        point: [0.5, (i % 5) - 2],
      })),
      subJourneys: changes.subJourneys ?? [],
      personas: [],
      pins: changes.pins ?? [],
      promises: [],
      loops: changes.loops ?? [],
      insights: [],
      shapes: [],
      savedViews: [],
      pastExpectations: [],
    },
  );
  if (!made.ok) throw new Error(JSON.stringify(made));
  return readJourney(doc);
}

/** A feedback journey of three stages under a touchpoint; with `told` its last stage tells the customer. */
export function feedbackUnder(parent: string, id: string, told: boolean): Record<string, Attributes[]> {
  const stages = ["give", "hear", "told"].map((phase, i) => ({
    id: `${id}-${phase}`,
    title: phase,
    order: `a${i}`,
    subJourneyId: id,
    phase,
  }));
  const touchpoints = (told ? ["give", "hear", "told"] : ["give", "hear"]).map((phase) => ({
    id: `${id}-${phase}-t`,
    at: [`${id}-${phase}`, "a0"],
    title: phase,
    note: "",
    contactKind: "human",
  }));
  return {
    subJourneys: [{ id, parentTouchpointId: parent, kind: "feedback", title: "Palautepolku" }],
    stages,
    touchpoints,
  };
}

/** Confirmed links of `n` people who all felt `v`. */
export function saidBy(n: number, v: number): EvidenceLink[] {
  return Array.from({ length: n }, (_, i) => ({
    id: `l${i}`,
    kind: "call_recording",
    sourceId: "s1",
    itemId: `i${i}`,
    respondentKey: null,
    v,
    vBy: "human",
    at: "2026-11-01",
    by: ["ana"],
    stance: "supports",
  }));
}

/** A painter's words that name themselves, so that a test sees which was used. */
export function plainWords(): Words {
  const named = <K extends string>(): Readonly<Record<K, string>> =>
    new Proxy({} as Record<K, string>, { get: (_, key) => `word:${String(key)}` });
  return {
    lang: "fi",
    lanes: named(),
    channels: named(),
    contactKinds: named(),
    levels: named(),
    people: (n) => `${n} ihmistä`,
    more: (n) => `ja ${n} muuta`,
    stages: "Vaiheet",
    whoSaidThis: "Kuka on sanonut tämän?",
    untitled: "Nimetön",
    sample: "Esimerkki",
    unofficial: "epävirallinen",
    momentOfTruth: "totuuden hetki",
    team: "tiimi",
    customers: "asiakkaat",
    expectation: "odotus",
    peak: "huippu",
    valley: "pohja",
    end: "loppu",
    rosier: "valoisampi",
    gloomier: "synkempi",
    arriving: "tulomieliala",
    loopBroken: "Kukaan ei kertonut.",
    promiseBroken: "rikottu",
    promiseKept: "pidetty",
    promiseOpen: "avoin",
    feeling: { [-2]: "a", [-1]: "b", 0: "c", 1: "d", 2: "e" },
  };
}
