import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import {
  applyCommand,
  createJourneyDoc,
  exportJourney,
  feedbackLoop,
  importJourney,
  SUB_JOURNEY_KINDS,
} from "../src/index.ts";
import { contextOf, freshJourney, run, twoPeople, view } from "./people.ts";

describe("promises", () => {
  test("a promise is made open, kept at a moment, noticed at another touchpoint, and goes with its own", () => {
    const { context } = freshJourney();
    const [made = "", noticed = ""] = view(context).path.touchpointIds;
    const promiseId = run(context, "addPromise", {
      touchpointId: made,
      text: "We call you back",
      dueAt: "2026-03-02",
    });
    expect(view(context).promises).toEqual([
      {
        id: promiseId,
        touchpointId: made,
        text: "We call you back",
        dueAt: "2026-03-02",
        keptAt: null,
        status: "open",
        noticedAt: null,
      },
    ]);
    run(context, "setPromise", {
      promiseId,
      set: { status: "kept", keptAt: "2026-03-05", noticedAt: noticed },
    });
    expect(view(context).promises[0]).toMatchObject({
      status: "kept",
      keptAt: "2026-03-05",
      noticedAt: noticed,
    });
    run(context, "deleteTouchpoint", { touchpointId: made });
    expect(view(context).promises).toEqual([]);
  });

  test("[J12] a promise at a touchpoint that is not there is refused with its field, and nothing is made", () => {
    const { context } = freshJourney();
    expect(applyCommand(context, "addPromise", { touchpointId: "gone", text: "x" })).toMatchObject({
      ok: false,
      code: "not_found",
      field: "touchpointId",
    });
    const [touchpointId = ""] = view(context).path.touchpointIds;
    const promiseId = run(context, "addPromise", { touchpointId });
    expect(
      applyCommand(context, "setPromise", { promiseId, set: { status: "kept", noticedAt: "gone" } }),
    ).toMatchObject({ ok: false, code: "not_found", field: "set.noticedAt" });
    expect(view(context).promises[0]?.status).toBe("open");
  });

  test("one breaks a promise while another says when it was due: both are kept", () => {
    const { ana, ben, meet } = twoPeople();
    const [touchpointId = ""] = view(ana).path.touchpointIds;
    const promiseId = run(ana, "addPromise", { touchpointId, text: "Tomorrow" });
    meet();
    run(ana, "setPromise", { promiseId, set: { status: "broken" } });
    run(ben, "setPromise", { promiseId, set: { dueAt: "2026-03-02" } });
    meet();
    expect(view(ana).promises[0]).toMatchObject({ status: "broken", dueAt: "2026-03-02" });
  });
});

describe("loops", () => {
  test("a loop is drawn once between two touchpoints, never from one to itself", () => {
    const { context } = freshJourney();
    const [from = "", to = ""] = view(context).path.touchpointIds;
    const first = run(context, "addLoop", { from: to, to: from, title: "Calls again" });
    expect(run(context, "addLoop", { from: to, to: from })).toBe(first);
    expect(view(context).loops).toHaveLength(1);
    expect(applyCommand(context, "addLoop", { from, to: from })).toMatchObject({ ok: false, field: "to" });
    run(context, "deleteLoop", { loopId: first });
    expect(view(context).loops).toEqual([]);
  });
});

describe("insights", () => {
  test("who was told what came of it is written down with the time, and taken back whole", () => {
    const { context } = freshJourney();
    const [touchpointId = ""] = view(context).path.touchpointIds;
    const insightId = run(context, "addInsight", {
      title: "Say when you will call",
      touchpointIds: [touchpointId],
      quoteIds: ["q1", "q2"],
    });
    run(context, "setInsight", { insightId, set: { status: "shipped", owner: "Mira" } });
    run(context, "tellBack", { insightId, quoteId: "q1", told: true });
    const told = view(context).insights[0];
    expect(told).toMatchObject({ status: "shipped", owner: "Mira", toldQuoteIds: ["q1"] });
    const at = told?.toldAt.q1;
    expect(at).toMatch(/^2023-/);
    run(context, "tellBack", { insightId, quoteId: "q2", told: true });
    run(context, "tellBack", { insightId, quoteId: "q1", told: true });
    expect(view(context).insights[0]?.toldAt.q1, "told twice was told the first time").toBe(at);
    run(context, "tellBack", { insightId, quoteId: "q1", told: false });
    expect(view(context).insights[0]).toMatchObject({ toldQuoteIds: ["q2"] });
    expect(Object.keys(view(context).insights[0]?.toldAt ?? {})).toEqual(["q2"]);
  });
});

describe("what a touchpoint and a persona hold", () => {
  test("links lead to the web only, whoever wrote them", () => {
    const { doc, context } = freshJourney();
    const [touchpointId = ""] = view(context).path.touchpointIds;
    const links = (urls: string[]) => ({ touchpointId, set: { links: urls.map((url) => ({ url })) } });
    for (const url of ["javascript:alert(1)", "data:text/html,x", "ftp://a", "https://", "http:// x", "/j/1"])
      expect(applyCommand(context, "setTouchpoint", links([url])), url).toMatchObject({ ok: false });
    run(context, "setTouchpoint", links(["https://example.org/a?b=c#d"]));
    expect(view(context).touchpoints.get(touchpointId)?.links).toEqual([
      { url: "https://example.org/a?b=c#d", title: "" },
    ]);
    const touchpoint = doc.getMap("touchpoints").get(touchpointId) as Y.Map<unknown>;
    touchpoint.set("links", [{ url: "javascript:alert(1)", title: "press" }, 7, { url: "http://a.fi" }]);
    expect(view(context).touchpoints.get(touchpointId)?.links).toEqual([{ url: "http://a.fi", title: "" }]);
  });

  test("[J16] a persona, a promise, a loop, an insight and a touchpoint with everything survive a file", () => {
    const { doc, context } = freshJourney();
    const [touchpointId = "", other = ""] = view(context).path.touchpointIds;
    const personaId = run(context, "addPersona", { name: "Mika, 17 years a customer", kind: "segment" });
    run(context, "setPersona", {
      personaId,
      set: {
        role: "pays the bills",
        age: 61,
        needs: ["a person"],
        basis: "research",
        basedOn: "9 interviews",
      },
    });
    run(context, "setTouchpoint", {
      touchpointId,
      set: {
        wanted: "human",
        wantedChannel: "phone",
        owner: "Customer care",
        personaIds: [personaId],
        links: [{ url: "https://example.org", title: "The script" }],
      },
    });
    run(context, "addPromise", { touchpointId, text: "Tomorrow" });
    run(context, "addLoop", { from: other, to: touchpointId });
    const insightId = run(context, "addInsight", { title: "Call", quoteIds: ["q1"] });
    run(context, "tellBack", { insightId, quoteId: "q1", told: true });
    const copy = contextOf(createJourneyDoc());
    expect(importJourney(copy, exportJourney(doc)).ok).toBe(true);
    expect(view(copy)).toEqual(view(context));
    expect(view(copy).personas[0]).toMatchObject({ kind: "segment", needs: ["a person"], age: 61 });
  });
});

describe("sub-journeys of every kind", () => {
  test("[J14] each kind has a template in both languages, and none of them closes its own loop", () => {
    for (const lang of ["en", "fi"] as const)
      for (const kind of SUB_JOURNEY_KINDS) {
        const { context } = freshJourney();
        const [touchpointId = ""] = view(context).path.touchpointIds;
        const id = run(context, "openFeedback", { touchpointId, kind, lang });
        const sub = view(context).subJourneys.get(id);
        expect(sub?.kind).toBe(kind);
        expect(sub?.path.touchpointIds.length, `${kind} ${lang}`).toBeGreaterThan(0);
        expect(sub && feedbackLoop(view(context), sub).state).toBe("broken");
      }
  });

  test("a touchpoint holds several, and one within another", () => {
    const { context } = freshJourney();
    const [touchpointId = ""] = view(context).path.touchpointIds;
    const complaint = run(context, "openFeedback", { touchpointId, kind: "complaint" });
    const survey = run(context, "openFeedback", { touchpointId, kind: "survey" });
    const inner = view(context).subJourneys.get(complaint)?.path.touchpointIds[1] ?? "";
    const claim = run(context, "openFeedback", { touchpointId: inner, kind: "claim" });
    expect(view(context).touchpoints.get(touchpointId)?.subJourneyIds.toSorted()).toEqual(
      [complaint, survey].toSorted(),
    );
    expect(view(context).touchpoints.get(inner)?.subJourneyIds).toEqual([claim]);
  });
});
