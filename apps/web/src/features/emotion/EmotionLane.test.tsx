import { layoutMap, type LaneRow } from "@polku/drawing";
import { addEmotionPoint, addPersona, changeExpectation, pinQuote, setTouchpoint } from "@polku/journey";
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Quote } from "../../api/quotes.ts";
import { startLanguage } from "../../i18n/language.ts";
import { useCurveChoice } from "../../session/curveChoice.ts";
import type { JourneySession } from "../../session/journeySession.ts";
import { SessionProvider } from "../../session/SessionContext.tsx";
import { localSession } from "../../session/testing/localSession.ts";
import { CurveLegend } from "./CurveLegend.tsx";
import { EmotionLane } from "./EmotionLane.tsx";
import { PointList } from "./PointList.tsx";

/** What one customer said in an interview. */
function quote(id: string, text: string): Quote {
  return {
    id,
    text,
    start: 0,
    end: text.length,
    valence: null,
    vBy: null,
    themes: [],
    manner: "stated",
    moment: null,
    personaId: null,
    sample: false,
    channel: null,
    by: "me",
    kind: "interview",
    sourceId: "s",
    sourceTitle: "Nine interviews",
    itemId: `item-${id}`,
    respondentKey: `person-${id}`,
    at: "2026-10-01T00:00:00Z",
    withdrawn: false,
    speaker: "customer",
    clip: null,
  };
}

let session: JourneySession;
let ids: readonly string[];
/** What the server knows of quotes; a test adds its own. */
let said: Quote[];

beforeAll(startLanguage);

beforeEach(() => {
  localStorage.clear();
  useCurveChoice.setState({ shown: new Set(), active: null });
  said = [quote("low", "Nobody called"), quote("high", "They were lovely")];
  ({ session } = localSession(said));
  ids = session.view().path.touchpointIds;
});

afterEach(cleanup);

function Lane() {
  const layout = layoutMap(session.view(), { open: () => false });
  const curve = layout.rows.find((row): row is LaneRow => row.kind === "emotion");
  if (!curve) throw new Error("The blank journey has an emotion lane.");
  return (
    <EmotionLane
      path={session.view().path}
      columns={layout.columns}
      visible={layout.columns}
      lane={curve}
      detail="near"
      arrivingFrom={null}
    />
  );
}

function draw(): HTMLElement {
  return render(
    <SessionProvider session={session}>
      <Lane />
      <PointList touchpointId={ids[0] ?? ""} />
    </SessionProvider>,
  ).container;
}

test("a persona's curve is drawn over the team's when it is chosen, with its name, and points are added to it while it is drawn", () => {
  const made = session.run(addPersona, { name: "Sari" });
  const sari = made.ok ? made.value.id : "";
  const [touchpointId = ""] = ids;
  session.run(addEmotionPoint, { touchpointId, t: 0.5, v: 1, personaId: sari });
  session.run(addEmotionPoint, { touchpointId: ids[1] ?? "", t: 0.5, v: -1, personaId: sari });
  draw();
  expect(screen.queryByText("Sari")).toBeNull();
  expect(
    screen.queryAllByRole("slider"),
    "the team drew nothing, and a persona's points are not in hand",
  ).toEqual([]);
  act(() => useCurveChoice.getState().draw(sari));
  expect(screen.getAllByText("Sari").length).toBeGreaterThan(0);
  expect(screen.getAllByRole("slider")).toHaveLength(2);
  fireEvent.click(screen.getByRole("button", { name: /^The curve of Sari/ }));
  fireEvent.click(screen.getByRole("button", { name: "Leaves" }));
  expect(
    session
      .view()
      .touchpoints.get(touchpointId)
      ?.points.map(({ personaId, t }) => [personaId, t]),
  ).toEqual([
    [sari, 0.5],
    [sari, 0.9],
  ]);
});

test("a point is typed exactly, its place and its feeling", () => {
  const [touchpointId = ""] = ids;
  session.run(addEmotionPoint, { touchpointId, t: 0.5, v: 1 });
  draw();
  fireEvent.click(screen.getByRole("button", { name: /^Feeling/ }));
  const v = screen.getByLabelText("Feeling, −2 to +2");
  fireEvent.change(v, { target: { value: "-1.25" } });
  fireEvent.blur(v);
  const place = screen.getByLabelText("Place, %");
  fireEvent.change(place, { target: { value: "33.3" } });
  fireEvent.blur(place);
  expect(session.view().touchpoints.get(touchpointId)?.points[0]).toMatchObject({ t: 0.333, v: -1.25 });
});

test("two crowds are two halves, never one neutral knot, and each quote is read where somebody points at it", async () => {
  const [touchpointId = ""] = ids;
  session.run(pinQuote, { quoteId: "low", touchpointId, v: -2, vBy: "human" });
  session.run(pinQuote, { quoteId: "high", touchpointId, v: 2, vBy: "human" });
  session.quotes.want(["low", "high"]);
  const container = draw();
  await waitFor(() => expect(container.querySelectorAll(".emotion__quote")).toHaveLength(2));
  expect(container.querySelector(".emotion__split")).not.toBeNull();
  expect(container.querySelector(".emotion__dot")).toBeNull();
  const dot = screen.getByRole("img", { name: "Quote at −2: “Nobody called”" });
  fireEvent.focus(dot);
  expect(container.querySelector(".emotion__voice")?.textContent).toContain("Nobody called");
  fireEvent.blur(dot);
  expect(container.querySelector(".emotion__voice")).toBeNull();
});

test("what is tolerated is a band under the line of hopes, and memory's number stands at the end of the curve", () => {
  for (const touchpointId of ids)
    session.run(setTouchpoint, { touchpointId, set: { expectation: { desired: 1 } } });
  [2, 0, -1].forEach((v, i) => session.run(addEmotionPoint, { touchpointId: ids[i] ?? "", t: 0.5, v }));
  const container = draw();
  expect(container.querySelector(".emotion__tolerance")?.getAttribute("d")).toMatch(/^M.*Z$/);
  // Strongest 2, end −1: remembered as +0.5. On average (0.75 + −0.5) / 2 by the straight lines, a little less by the curve.
  expect(container.querySelector(".emotion__memory")?.textContent).toMatch(
    /^remembered as \+0\.5, was \+0\.\d on average/,
  );
});

test("what was said by a persona's people is a curve of its own when the persona is chosen, with their n and not everybody's", async () => {
  const made = session.run(addPersona, { name: "Sari" });
  const sari = made.ok ? made.value.id : "";
  said.push({ ...quote("sari-1", "I gave up"), personaId: sari });
  said.push({ ...quote("sari-2", "It worked"), personaId: sari });
  ["sari-1", "low", "sari-2"].forEach((quoteId, i) => {
    const touchpointId = ids[Math.floor(i / 2)] ?? "";
    session.run(pinQuote, { quoteId, touchpointId, v: i - 1, vBy: "human" });
  });
  session.quotes.want(["sari-1", "low", "sari-2"]);
  const container = draw();
  await waitFor(() => expect(container.querySelectorAll(".emotion__n")).toHaveLength(2));
  expect(screen.queryByText("Sari: what was said")).toBeNull();
  act(() => useCurveChoice.getState().show(sari, true));
  expect((await screen.findAllByText("Sari: what was said")).length).toBeGreaterThan(0);
  expect(container.querySelectorAll(".emotion__persona-line--heard")).toHaveLength(1);
  const counts = [...container.querySelectorAll(".emotion__persona .emotion__n")];
  expect(counts.map(({ textContent }) => textContent)).toEqual(["n 1", "n 1"]);
});

test("a customer's own curve is laid over the team's when it is chosen, told by its number, and nobody can move it", async () => {
  for (const [id, v] of [
    ["mine-0", -1],
    ["mine-1", 2],
  ] as const) {
    const at = { kind: "customer_workshop", respondentKey: "phone-1" } as const;
    said.push({ ...quote(id, "…"), ...at });
    session.run(pinQuote, { quoteId: id, touchpointId: ids[v > 0 ? 1 : 0] ?? "", v, vBy: "human" });
  }
  session.quotes.want(["mine-0", "mine-1"]);
  const container = render(
    <SessionProvider session={session}>
      <Lane />
      <CurveLegend />
    </SessionProvider>,
  ).container;
  fireEvent.click(await screen.findByRole("button", { name: /^Curves/ }));
  expect(container.querySelector(".emotion__persona")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Show the curve of Customer 1" }));
  await waitFor(() => expect(container.querySelector(".emotion__persona")).not.toBeNull());
  const own = container.querySelector(".emotion__persona");
  expect(own?.querySelector("title")?.textContent).toBe(
    "Customer 1: their own curve, from a workshop or a participant link",
  );
  expect(own?.querySelectorAll(".emotion__persona-mark")).toHaveLength(2);
  expect(container.querySelectorAll("[role=slider]")).toHaveLength(0);
});

test("what was hoped for before is drawn only when it is asked for, a line for each day of change", async () => {
  for (const touchpointId of ids.slice(0, 2))
    session.run(setTouchpoint, { touchpointId, set: { expectation: { desired: 1 } } });
  const [touchpointId = ""] = ids;
  session.run(changeExpectation, { touchpointId, desired: 2, until: "2025-05-01" });
  session.run(changeExpectation, { touchpointId, desired: 0, until: "2026-05-01" });
  const container = draw();
  expect(container.querySelector(".hopes-before__line")).toBeNull();
  act(() => useCurveChoice.getState().showHopesBefore(true));
  await waitFor(() => expect(container.querySelectorAll(".hopes-before__line")).toHaveLength(2));
  expect(screen.getByText("hoped for until May 1, 2026")).toBeTruthy();
  expect(screen.getByText("hoped for until May 1, 2025")).toBeTruthy();
  act(() => useCurveChoice.getState().showHopesBefore(false));
  expect(container.querySelector(".hopes-before__line")).toBeNull();
});
