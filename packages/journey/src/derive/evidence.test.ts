import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  biasWarnings,
  CONVENTIONS,
  coverage,
  evidence,
  grounding,
  groundingReason,
  memorable,
  SOURCE_KINDS,
  split,
} from "./index.ts";
import type { EvidenceLink } from "./index.ts";
import { studentT95 } from "./studentT.ts";

// The same cases on every run.
fc.configureGlobal({ seed: 20_261_122 });

const NOW = Date.UTC(2026, 10, 22);

const link: fc.Arbitrary<EvidenceLink> = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...SOURCE_KINDS, "carrier_pigeon"),
  sourceId: fc.constantFrom("s1", "s2", "s3"),
  itemId: fc.constantFrom("i1", "i2", "i3", "i4", "i5", "i6", "i7", "i8"),
  respondentKey: fc.constantFrom(null, null, "p1", "p2", ""),
  v: fc.constantFrom(null, -2, -1.5, -1, -0.5, 0, 0.5, 1, 2),
  vBy: fc.constantFrom("human", "rating", "suggested"),
  at: fc.constantFrom(null, "2024-01-01", "2026-09-01T10:00:00+03:00", "yesterday"),
  by: fc.subarray(["maija", "pekka"]),
  stance: fc.constantFrom("supports", "contradicts", "context"),
  status: fc.constantFrom("confirmed", "suggested", "rejected"),
  withdrawn: fc.boolean(),
});
const links = fc.array(link, { maxLength: 20 });

function said(changes: Partial<EvidenceLink>): EvidenceLink {
  return {
    id: "l",
    kind: "call_recording",
    sourceId: "s1",
    itemId: "i1",
    respondentKey: null,
    v: -1,
    vBy: "human",
    at: "2026-09-01",
    by: ["maija"],
    stance: "supports",
    ...changes,
  };
}

const many = (count: number, changes: Partial<EvidenceLink> = {}) =>
  Array.from({ length: count }, (_, i) => said({ id: `l${i}`, itemId: `i${i}`, ...changes }));

describe("evidence", () => {
  test("the mean lies between the lowest and the highest person, the interval around it within −2..2", () => {
    fc.assert(
      fc.property(links, (all) => {
        const { n, nv, mean, min, max, ci95 } = evidence(all);
        expect(nv).toBeLessThanOrEqual(n);
        expect(mean === null).toBe(nv === 0);
        expect(ci95 === null).toBe(nv < 3);
        expect(mean ?? 0).toBeGreaterThanOrEqual((min ?? 0) - 1e-9);
        expect(mean ?? 0).toBeLessThanOrEqual((max ?? 0) + 1e-9);
        const [low, high] = ci95 ?? [mean ?? 0, mean ?? 0];
        expect(low).toBeGreaterThanOrEqual(-2);
        expect(low).toBeLessThanOrEqual((mean ?? 0) + 1e-9);
        expect(high).toBeGreaterThanOrEqual((mean ?? 0) - 1e-9);
        expect(high).toBeLessThanOrEqual(2);
      }),
    );
  });

  test("the order of links changes nothing", () => {
    fc.assert(
      fc.property(links, (all) => {
        const turned = all.toReversed();
        const there = evidence(all);
        const back = evidence(turned);
        expect(back.mean ?? 9).toBeCloseTo(there.mean ?? 9, 9);
        expect({ ...back, mean: 0, sd: 0, ci95: null }).toEqual({ ...there, mean: 0, sd: 0, ci95: null });
        expect(grounding(turned, NOW)).toEqual(grounding(all, NOW));
      }),
    );
  });

  test("what does not count changes nothing: rejected, suggested, withdrawn, our own, unknown", () => {
    fc.assert(
      fc.property(links, (all) => {
        const noise = [
          said({ id: "a", itemId: "x1", status: "rejected" }),
          said({ id: "b", itemId: "x2", status: "suggested" }),
          said({ id: "c", itemId: "x3", withdrawn: true }),
          said({ id: "d", itemId: "x4", kind: "staff_view" }),
          said({ id: "e", itemId: "x5", kind: "carrier_pigeon" }),
        ];
        expect(evidence([...all, ...noise])).toEqual(evidence(all));
        expect(grounding([...all, ...noise], NOW)).toEqual(grounding(all, NOW));
      }),
    );
  });

  test("one who says the same ten times weighs as one", () => {
    const loud = Array.from({ length: 10 }, (_, i) =>
      said({ id: `${i}`, itemId: `i${i}`, respondentKey: "p", v: -2 }),
    );
    expect(evidence([...loud, said({ id: "z", itemId: "z", v: 1 })])).toMatchObject({ n: 2, mean: -0.5 });
  });

  test("two of one mind have a spread and no interval; one has neither", () => {
    expect(evidence(many(1))).toMatchObject({ nv: 1, sd: null, ci95: null });
    expect(evidence(many(2))).toMatchObject({ nv: 2, sd: 0, ci95: null });
    expect(evidence(many(3))).toMatchObject({ sd: 0, ci95: [-1, -1] });
  });

  test("Student's t agrees with the published table", () => {
    const table: [number, number][] = [
      [1, 12.7062047364],
      [2, 4.3026527297],
      [5, 2.5705818356],
      [10, 2.228138852],
      [30, 2.0422724563],
      [100, 1.9839715185],
      [1000, 1.9623390808],
    ];
    for (const [df, t] of table) expect(studentT95(df)).toBeCloseTo(t, 8);
    expect(studentT95(100_000)).toBeCloseTo(1.95998771, 6);
  });
});

describe("grounding", () => {
  test("every level says the one thing that decided it", () => {
    const two = many(3, { kind: "interview", sourceId: "s2" }).map((one, i) => ({
      ...one,
      id: `m${i}`,
      itemId: `j${i}`,
    }));
    const six = [...many(3), ...two];
    const reasons = [
      [],
      many(2),
      many(3),
      many(6),
      many(6).map((one, i) => ({ ...one, kind: i < 3 ? "email" : "interview" })),
      six,
      six.map((one) => ({ ...one, at: "2025-01-01" })),
      [...many(2, { v: 1 }), ...two.slice(0, 2)],
      many(3, { stance: "contradicts" }),
    ].map((all) => {
      const found = grounding(all, NOW);
      return [found.level, groundingReason(found).code];
    });
    expect(reasons).toEqual([
      ["assumption", "nobody_has_said_this"],
      ["anecdotal", "few_people"],
      ["supported", "needs_more_people"],
      ["supported", "needs_second_method"],
      ["supported", "needs_second_source"],
      ["triangulated", "many_people_ways_and_sources"],
      ["supported", "newest_is_old"],
      ["contested", "opinions_divide"],
      ["contested", "people_contradict"],
    ]);
  });

  test("exactly a year old is not stale, a moment more is", () => {
    const year = [said({ at: "2025-11-22T00:00:00Z" })];
    expect(grounding(year, NOW).stale).toBe(false);
    expect(grounding(year, NOW + 1).stale).toBe(true);
    expect(grounding([said({ at: null })], NOW).stale).toBe(false);
  });

  test("a workspace may ask for more people", () => {
    const strict = { ...CONVENTIONS, supported: 5 };
    expect(grounding(many(4), NOW, strict).level).toBe("anecdotal");
  });

  test("a person heard and asked counts on both sides, and once over touchpoints", () => {
    const both = [said({ respondentKey: "p" }), said({ respondentKey: "p", kind: "interview" })];
    const tps = [
      { id: "a", links: both },
      { id: "b", links: both, mot: true },
    ];
    expect(coverage(tps, NOW)).toMatchObject({ listenedShare: 0.5, coverage: 0, motCoverage: 0 });
  });
});

describe("what a mean hides", () => {
  test("two crowds are a split, and two at the ends are memorable", () => {
    const crowds = [
      ...many(2, { v: 2 }),
      ...many(2, { v: -2 }).map((one) => ({ ...one, itemId: `n${one.itemId}` })),
    ];
    expect(evidence(crowds).mean).toBe(0);
    expect(split(crowds)).toEqual({ low: 2, high: 2, split: true });
    expect(memorable(crowds)).toEqual({ n: 4, memorable: true });
    expect(memorable(many(1, { v: 2 }))).toEqual({ n: 1, memorable: false });
    expect(split(many(4)).split).toBe(false);
  });
});

describe("bias warnings", () => {
  const judge = (all: readonly EvidenceLink[], library: readonly number[] = []) =>
    biasWarnings({ links: all, library, surveys: [] }, NOW);

  test("only extremes, unless the library is as extreme", () => {
    const loud = many(5, { v: -2 });
    expect(judge(loud)).toEqual(["extremes_only"]);
    const library = Array.from({ length: 20 }, (_, i) => (i < 16 ? -2 : -1));
    expect(judge(loud, library)).toContain("extremes_only");
    expect(judge(loud, [...library, -2, -2, -2, -2, -2])).not.toContain("extremes_only");
  });

  test("one voice, when it gives three links and half of them", () => {
    const loud = many(3, { respondentKey: "p" });
    expect(judge([...loud, ...many(3).map((one) => ({ ...one, itemId: `q${one.itemId}` }))])).toContain(
      "single_voice",
    );
    expect(judge([...loud, ...many(4).map((one) => ({ ...one, itemId: `q${one.itemId}` }))])).toEqual([]);
  });

  test("asked only, in more ways than surveys", () => {
    expect(judge([...many(1, { kind: "interview" }), said({ kind: "survey_nps", itemId: "z" })])).toEqual([
      "only_asked",
    ]);
  });

  test("old, when the newest is", () => {
    expect(judge(many(2, { at: "2024-01-01" }))).toEqual(["stale"]);
  });

  test("a survey nobody counted, and one that counted wrong, each by its id", () => {
    const surveys = [
      { id: "a", invited: null, responded: 5 },
      { id: "b", invited: 10, responded: 11 },
      { id: "c", invited: 1000, responded: 300 },
    ];
    expect(biasWarnings({ links: many(1), library: [], surveys }, NOW)).toEqual([
      "response_rate_unknown:a",
      "invalid:b",
    ]);
  });
});
