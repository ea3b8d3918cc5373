import { addTouchpoint, applyCommand, type JourneyDoc } from "@polku/journey";
import { act, cleanup, render, screen } from "@testing-library/react";
import { Profiler } from "react";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { startLanguage } from "../../i18n/language.ts";
import { SessionProvider } from "../../session/SessionContext.tsx";
import { hand, localSession } from "../../session/testing/localSession.ts";
import type { JourneySession } from "../../session/journeySession.ts";
import { TouchpointCard } from "./TouchpointCard.tsx";

const CARDS = 120;

let session: JourneySession;
let doc: JourneyDoc;
let ids: readonly string[];
const renders = new Map<string, number>();

beforeAll(startLanguage);

beforeEach(() => {
  ({ session, doc } = localSession());
  const stageId = session.view().path.stages[0]?.id ?? "";
  for (let i = 0; i < CARDS; i += 1) session.run(addTouchpoint, { stageId, title: `Card ${i}` });
  ids = session.view().path.touchpointIds;
  render(
    <SessionProvider session={session}>
      {ids.map((id) => (
        <Profiler key={id} id={id} onRender={() => renders.set(id, (renders.get(id) ?? 0) + 1)}>
          <TouchpointCard touchpointId={id} detail="near" />
        </Profiler>
      ))}
    </SessionProvider>,
  );
  renders.clear();
});

afterEach(cleanup);

/** What somebody else does in another window. */
function remotely(name: string, args: unknown): void {
  act(() => {
    const result = applyCommand(hand(doc, "ben"), name, args);
    expect(result.ok).toBe(true);
  });
}

test(`one remote edit renders one card of ${CARDS}`, () => {
  const target = ids[17] ?? "";
  remotely("editText", { on: "touchpoints", id: target, key: "title", text: "Written by Ben" });
  expect(screen.getByText("Written by Ben")).toBeTruthy();
  expect([...renders.entries()]).toEqual([[target, 1]]);
});

test("a remote pin, a point and an attribute each render one card", () => {
  const [, first = "", second = "", third = ""] = ids;
  remotely("pinQuote", { quoteId: "q1", touchpointId: first, v: -1 });
  remotely("addEmotionPoint", { touchpointId: second, t: 0.5, v: 1 });
  remotely("setTouchpoint", { touchpointId: third, set: { mot: true } });
  expect([...renders.keys()].toSorted()).toEqual([first, second, third].toSorted());
  expect(Math.max(...renders.values())).toBe(1);
});

test("what was typed into a cell renders no card", () => {
  const laneId = session.view().lanes.find((lane) => lane.kind === "pain")?.id;
  remotely("editCell", { laneId, touchpointId: ids[3], text: "Waits for hours" });
  expect(renders.size).toBe(0);
});

test("a card without evidence looks like pencil and says why", () => {
  const { container } = render(
    <SessionProvider session={session}>
      <TouchpointCard touchpointId={ids[5] ?? ""} detail="near" />
    </SessionProvider>,
  );
  const card = container.querySelector(".card");
  expect(card?.getAttribute("data-level")).toBe("assumption");
  expect(card?.querySelector("button")?.getAttribute("aria-label")).toContain(
    "No customer has said this yet",
  );
});
