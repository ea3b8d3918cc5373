import { layoutMap, type LaneRow } from "@polku/drawing";
import { addEmotionPoint, addTouchpoint, applyCommand, hasCells, type JourneyDoc } from "@polku/journey";
import { act, cleanup, render, screen } from "@testing-library/react";
import { Profiler, type ReactNode } from "react";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { Cell } from "../features/canvas/Cell.tsx";
import { EmotionLane } from "../features/emotion/EmotionLane.tsx";
import { QuoteLane } from "../features/evidence/QuoteLane.tsx";
import { TouchpointCard } from "../features/touchpoint/TouchpointCard.tsx";
import { startLanguage } from "../i18n/language.ts";
import type { JourneySession } from "../session/journeySession.ts";
import { SessionProvider } from "../session/SessionContext.tsx";
import { hand, localSession } from "../session/testing/localSession.ts";

const COLUMNS = 40;

let session: JourneySession;
let doc: JourneyDoc;
let ids: readonly string[];
const rendered = new Set<string>();

function Counted({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <Profiler id={id} onRender={() => rendered.add(id)}>
      {children}
    </Profiler>
  );
}

/** Everything the map draws of its path, each thing counted for itself. */
function Everything() {
  const view = session.view();
  const layout = layoutMap(view, { open: () => false });
  const curve = layout.rows.find((row): row is LaneRow => row.kind === "emotion");
  if (!curve) throw new Error("The blank journey has an emotion lane.");
  return (
    <>
      <Counted id="curve">
        <EmotionLane
          path={view.path}
          columns={layout.columns}
          visible={layout.columns}
          lane={curve}
          detail="near"
          arrivingFrom={null}
        />
      </Counted>
      {ids.flatMap((touchpointId) => [
        <Counted key={touchpointId} id={`card ${touchpointId}`}>
          <TouchpointCard touchpointId={touchpointId} detail="near" />
        </Counted>,
        ...view.lanes.map((lane) => (
          <Counted key={`${lane.id} ${touchpointId}`} id={`${lane.kind} ${touchpointId}`}>
            {lane.kind === "evidence" && (
              <QuoteLane lane={lane} row={{ height: 120 }} touchpointId={touchpointId} />
            )}
            {lane.kind !== "evidence" && hasCells(lane.kind) && (
              <Cell lane={lane} touchpointId={touchpointId} box={{ x: 0, y: 0, width: 200, height: 80 }} />
            )}
          </Counted>
        )),
      ])}
    </>
  );
}

beforeAll(startLanguage);

beforeEach(() => {
  ({ session, doc } = localSession());
  const stageId = session.view().path.stages[0]?.id ?? "";
  for (let i = 0; i < COLUMNS; i += 1) session.run(addTouchpoint, { stageId, title: `Card ${i}` });
  ids = session.view().path.touchpointIds;
  for (const touchpointId of ids) session.run(addEmotionPoint, { touchpointId, t: 0.5, v: 1 });
  render(
    <SessionProvider session={session}>
      <Everything />
    </SessionProvider>,
  );
  rendered.clear();
});

afterEach(cleanup);

function remotely(name: string, args: unknown): void {
  act(() => {
    const result = applyCommand(hand(doc, "somebody else"), name, args);
    if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result)}`);
  });
}

test("a title that somebody else types renders one card: what hangs on it is named after it and stays as it is", () => {
  const id = ids[7] ?? "";
  remotely("editText", { on: "touchpoints", id, key: "title", text: "Called twice" });
  expect([...rendered]).toEqual([`card ${id}`]);
  expect(screen.getByRole("slider", { name: /Called twice/ })).toBeDefined();
});

test("a cell that somebody else types renders that cell", () => {
  const touchpointId = ids[3] ?? "";
  const lane = session.view().lanes.find(({ kind }) => kind === "pain");
  remotely("editCell", { laneId: lane?.id, touchpointId, text: "No answer" });
  expect([...rendered]).toEqual([`pain ${touchpointId}`]);
});

test("a point that somebody else bends renders the curve and its card, and no other", () => {
  const point = session.view().touchpoints.get(ids[5] ?? "")?.points[0];
  remotely("bendEmotion", { pointId: point?.id, t: 0.5, v: -2 });
  expect([...rendered].toSorted()).toEqual([`card ${ids[5]}`, "curve"]);
});
